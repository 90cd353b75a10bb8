import type { ClaimKind } from '../model.js';
import { attribute, elements, hasClass, isElement, type SeenElement, type SeenNode, textContent } from './tree.js';

const blocks: readonly string[] = ['ul', 'ol', 'dl', 'table', 'blockquote', 'pre', 'div', 'figure'];

/** A claim's words as the slide has them, without marks, footnote signs and the items below it; a row's cells are parted by dots. */
export function claimText(element: SeenElement, kind: ClaimKind): string {
  if (kind === 'figure' || kind === 'relation') return alternative(element);
  if (kind !== 'row') return plain(element, element);
  const cells = element.childNodes.filter(isElement).map((cell) => plain(cell, cell));
  return cells.filter((cell) => cell !== '').join(' · ');
}

/** Letters and digits only: what two settings of the same words have in common. */
export function lettersOf(text: string): string {
  return text
    .normalize()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** What a figure says of itself: its caption, else the first sentence of its text alternative. */
function alternative(figure: SeenElement): string {
  const caption = elements(figure, 'figcaption')
    .map((element) => plain(element, element))
    .join(' ');
  if (caption !== '') return caption;
  const drawn = elements(figure).find((element) => attribute(element, 'role') === 'img');
  const pictures = elements(figure, 'img').map((image) => attribute(image, 'alt') ?? '');
  const alternative = (drawn && attribute(drawn, 'aria-label')) ?? pictures.join(' ');
  return /^.*?[.!?](?=\s|$)/s.exec(alternative)?.[0] ?? alternative;
}

function plain(node: SeenNode, root: SeenElement): string {
  return read(node, root).replace(/\s+/g, ' ').trim();
}

function read(node: SeenNode, root: SeenElement): string {
  if (!isElement(node)) return textContent(node);
  if (node.tagName === 'br') return ' ';
  const isSilent =
    attribute(node, 'aria-hidden') === 'true' ||
    ['annotation', 'style'].includes(node.tagName) ||
    ['cite', 'marks', 'pm', 'note', 'voice'].some((name) => hasClass(node, name));
  if (isSilent || (node !== root && blocks.includes(node.tagName))) return '';
  return node.childNodes.map((child) => read(child, root)).join('');
}
