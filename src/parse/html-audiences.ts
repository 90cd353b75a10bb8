import type { Token } from 'markdown-it';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { commentsIn, readElementComment, targetOfComment } from '../element-comment.js';
import type { Audience } from '../model.js';
import { addMeta } from './token.js';

type Element = DefaultTreeAdapterTypes.Element;
type Parent = DefaultTreeAdapterTypes.ParentNode;

/** The attribute that ties an element of the skeleton to its token; U+FDD0 is no character, so no author types it. */
const tie = '\uFDD0token';

/** HTML without any of these words is for everybody. */
const telling =
  /teacher|student|notes|data-answer|<(script|style|template|noscript|iframe|noembed|noframes|textarea|title|xmp|plaintext)\b/i;

/**
 * Marks the tokens that raw HTML or an `.element` comment keeps for one audience, in `meta.audience`: what is derived from tokens
 * (titles, ids, references, coverage) and what is written then leave out the same. A skeleton of the slide with the author's own HTML in
 * it is read by the parser that reads the slide. What an element swallows that shows nothing, such as `<noscript>`, is for no student
 * either. `notesShown`: students get the notes.
 */
export function markHtmlAudiences(tokens: readonly Token[], notesShown: boolean): void {
  for (const token of tokens)
    for (const child of token.children ?? [])
      if (child.type === 'image') markHtmlAudiences(child.children ?? [], notesShown);
  const all = tokens.flatMap((token) => [token, ...(token.children ?? [])]);
  if (!all.some((token) => isHtml(token) && telling.test(token.content))) return;
  const tree = parseFragment(all.map(skeletonOf).join(''));
  for (const comment of commentsIn(tree)) applyComment(comment);
  const seen = new Map<number, Audience | undefined>();
  collect(tree, undefined, seen, notesShown);
  all.forEach((token, index) => {
    if (!hasElement(token)) return;
    const audience = seen.has(index) ? seen.get(index) : 'teacher';
    if (audience !== undefined) addMeta(token, { audience });
  });
}

function isHtml({ type }: Token): boolean {
  return type === 'html_block' || type === 'html_inline';
}

function hasElement(token: Token): boolean {
  return token.nesting !== -1 && !isHtml(token) && token.type !== 'inline' && !token.hidden;
}

function skeletonOf(token: Token, index: number, all: readonly Token[]): string {
  if (isHtml(token)) return `${token.block && isApart(token, all.slice(0, index)) ? '\n\n' : ''}${token.content}`;
  if (token.type === 'inline' || token.hidden) return '';
  const tag = token.nesting === 0 ? (token.block ? 'div' : 'i') : token.tag === '' ? 'div' : token.tag;
  if (token.nesting === -1) return `</${tag}>`;
  return `<${tag} ${tie}="${index}">${token.nesting === 0 ? `</${tag}>` : ''}`;
}

/** As the renderer has it: a blank line between a list and a comment tells to which of the two the comment belongs. */
function isApart({ map }: Token, before: readonly Token[]): boolean {
  const last = before.findLast((other) => other.map !== null && other.nesting === 0 && other.block);
  return (map?.[0] ?? 0) > (last?.map?.[1] ?? Number.POSITIVE_INFINITY);
}

function applyComment(comment: DefaultTreeAdapterTypes.ChildNode): void {
  const target = targetOfComment(comment);
  const given = 'data' in comment ? readElementComment(comment.data) : [];
  if (target !== undefined) for (const [name, value] of given) target.attrs.push({ name, value });
}

function collect(
  parent: Parent,
  around: Audience | undefined,
  seen: Map<number, Audience | undefined>,
  notesShown: boolean,
): void {
  for (const node of parent.childNodes) {
    if (!('tagName' in node)) continue;
    const audience = around ?? audienceOfElement(node, notesShown);
    const index = node.attrs.find(({ name }) => name === tie)?.value;
    if (index !== undefined) seen.set(Number(index), audience);
    collect(node, audience, seen, notesShown);
    if ('content' in node) collect(node.content, audience, seen, notesShown);
  }
}

function audienceOfElement({ tagName, attrs }: Element, notesShown: boolean): Audience | undefined {
  const classes = attrs.flatMap(({ name, value }) => (name === 'class' ? value.split(/\s+/) : []));
  const isKept =
    attrs.some(({ name }) => name === 'data-answer') ||
    (tagName === 'aside' && classes.includes('notes') && !notesShown);
  return isKept ? 'teacher' : classes.find((name): name is Audience => name === 'teacher' || name === 'student');
}
