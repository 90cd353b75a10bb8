import { distance } from 'fastest-levenshtein';
import { readElementComment } from '../element-comment.js';
import type { Place } from '../model/diagnostic.js';
import type { Attributes } from './attributes.js';
import { meantKeeper } from './meant-keeper.js';
import type { ParseContext } from './parse-context.js';

/**
 * Reports a comment that was meant to keep something from a reader and does not: it looks like `.slide` or `.element` and names a class
 * such as `teacher`, but gives that class to nothing. `read` is what was read of it for the slide.
 */
export function reportUnreadComment(body: string, read: Attributes, place: Place, context: ParseContext): void {
  const typed = [...classesIn(body), ...valuesIn(body)];
  const given = [...read, ...readElementComment(body)].flatMap(([name, value]) =>
    name === 'class' ? value.split(/\s+/) : [],
  );
  const unread = typed.find((name) => meantKeeper(name) !== undefined && !(given.includes(name) && isExact(name)));
  if (unread === undefined || context.isStyled(unread)) return;
  const message = `The comment \`<!-- ${shortened(body)} -->\` names "${unread}" and hides nothing from anybody.`;
  const cure = `Write \`<!-- .slide: class="${meantKeeper(unread)}" -->\` for the slide, \`<!-- .element: class="${meantKeeper(unread)}" -->\` behind what is meant.`;
  context.report('error', 'marker-unread', place, message, cure);
}

/**
 * Reports an `.element` comment that keeps something for one reader and stands before words. It belongs to what stands above it, as Reveal
 * has it, so these words would reach everybody.
 */
export function reportCommentBeforeWords(body: string, place: Place, context: ParseContext): void {
  const classes = readElementComment(body).flatMap(([name, value]) => (name === 'class' ? value.split(/\s+/) : []));
  const keeper = classes.find(isExact);
  if (keeper === undefined) return;
  const message = `The comment \`<!-- ${shortened(body)} -->\` stands before words. It keeps what stands above it for the ${keeper}, not these words.`;
  const cure = `Write the comment behind the words, or set them between \`::: ${keeper}\` and \`:::\`.`;
  context.report('error', 'marker-unread', place, message, cure);
}

function isExact(name: string): boolean {
  return name === 'teacher' || name === 'student';
}

/** The classes a comment seems to give: behind `class`, or as `.name` where it begins with braces or a dot. */
function classesIn(body: string): readonly string[] {
  const behind = [...body.matchAll(/(?:^|[\s.{_:])class(?:name)?\s*[:=]\s*["'“”„]?([^"'“”„=:}]+)/gi)];
  const dotted = /^\s*[{.]/.test(body) ? [...body.matchAll(/(?:^|[\s{])\.([\p{L}][\p{L}\p{N}_-]*)(?![\p{L}:])/gu)] : [];
  return [...behind, ...dotted].flatMap(([, names = '']) => names.split(/[\s,]+/)).filter((name) => name !== '');
}

/** In a comment that begins like `.slide` or `.element`: values that are a reader, whatever the name before them. */
function valuesIn(body: string): readonly string[] {
  const [, mark = ''] = /^\s*[.:]?\s*(\p{L}{4,8})\s*:?/u.exec(body) ?? [];
  if (Math.min(distance(mark.toLowerCase(), 'slide'), distance(mark.toLowerCase(), 'element')) > 1) return [];
  return [...body.matchAll(/=\s*["'“”„]?\s*(teacher|student)\b/gi)].map(([, name = '']) => name);
}

function shortened(body: string): string {
  const text = body.replace(/\s+/g, ' ').trim();
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
