import type { Settings } from '../../model.js';
import { byLanguage } from '../../words/words.js';
import type { Pass } from '../slide-tree.js';
import { isElement, type Parent } from '../tree.js';

const asTyped = ['code', 'pre', 'kbd', 'samp', 'math', 'svg', 'style', 'textarea'];
const blocks = [
  'p',
  'li',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'td',
  'th',
  'dd',
  'dt',
  'div',
  'br',
  'blockquote',
  'aside',
];
const marks: Readonly<Record<string, readonly [opening: string, closing: string]>> = {
  be: ['«', '»'],
  de: ['„', '“'],
  fr: ['«\u00A0', '\u00A0»'],
  pl: ['„', '”'],
  lt: ['„', '“'],
  ru: ['«', '»'],
  uk: ['«', '»'],
};

/**
 * Straight quotation marks and apostrophes are set as the deck's language writes them; the author types what the keyboard has.
 * Only in our own theme: another tool's deck looks as its author left it.
 */
export const setTypography: Pass = ({ section }, { deck: { settings } }) => {
  let before = ' ';
  const visit = (parent: Parent): void => {
    for (const node of parent.childNodes) {
      if ('value' in node) {
        node.value = typographic(node.value, settings, before);
        before = node.value.at(-1) ?? before;
      } else if (isElement(node) && !asTyped.includes(node.tagName)) {
        if (blocks.includes(node.tagName)) before = ' ';
        visit(node);
      }
    }
  };
  visit(section);
};

/** The same for a text by itself; `before` is the letter it follows. */
export function typographic(text: string, { ours, lang }: Settings, before = ' '): string {
  if (!ours) return text;
  const [opening, closing] = byLanguage(marks, lang) ?? ['“', '”'];
  const english = lang.startsWith('en');
  return text.replace(/["']/g, (mark, at: number) => {
    const left = text[at - 1] ?? before;
    const right = text[at + 1] ?? ' ';
    const opens = /[\s([{/—–-]/.test(left);
    if (mark === '"') return opens ? opening : closing;
    if (/[\p{L}\p{N}]/u.test(left) && (english || /\p{L}/u.test(right))) return '’';
    return english && opens ? (/\d/.test(right) ? '’' : '‘') : mark;
  });
}
