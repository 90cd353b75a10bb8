import type { Token } from 'markdown-it';
import { htmlPieces } from '../html-pieces.js';
import type { ParseContext } from '../parse-context.js';
import { placeOf } from '../token.js';
import type { Around, Dialect, Found, Sign } from './sign.js';
import { signs } from './signs.js';

/** The signs to look for in a token, by its type. */
const byType = new Map<string, Sign[]>();
for (const sign of signs)
  for (const type of sign.token?.on ?? []) byType.set(type, [...(byType.get(type) ?? []), sign]);

/**
 * Says what a deck has of other tools' Markdown, each kind once with what takes its place. What is meant for the speaker and would
 * reach the audience, or nobody, is an error. Signs in running text were noticed while it was read (`plugins/foreign-marks.ts`).
 * Returns the tools the deck is plainly written for.
 */
export function reportDialects(tokens: readonly Token[], context: ParseContext): ReadonlySet<Dialect> {
  const found = foundSigns(tokens, context);
  const { tool } = context.source.settings;
  const dialects = new Set<Dialect>([
    ...(tool === undefined ? [] : [tool]),
    ...found.flatMap(proved),
    ...examples(tokens),
  ]);
  for (const sign of signs) {
    const all = found.filter((one) => one.sign === sign).sort(inReadingOrder);
    const [first] = all;
    if (first === undefined || (sign.onlyThere && !dialects.has(sign.dialect))) continue;
    if (sign.slip === undefined) report(first, Math.max(all.length, context.noticed.get(sign) ?? 0), context);
    else for (const one of all) report(one, 1, context);
  }
  return dialects;
}

/** Examples that are numbered through the deck are Pandoc's alone, and are read. */
function examples(tokens: readonly Token[]): readonly Dialect[] {
  return tokens.some(({ meta }) => meta?.example !== undefined) ? ['pandoc'] : [];
}

/** All signs of other tools in a deck's tokens, and those noticed while its text was read. */
export function foundSigns(tokens: readonly Token[], context: ParseContext): readonly Found[] {
  return [...context.foreign, ...tokens.flatMap((token, index) => findIn(token, index, tokens))];
}

function report({ sign, typed, place }: Found, times: number, context: ParseContext): void {
  const count = times === 1 ? '' : ` It stands in ${times} places.`;
  const message = `\`${shortened(typed)}\` is ${sign.what}; here it ${sign.fate}.${count}`;
  const rule = sign.slip ?? (sign.isNote ? 'foreign-notes' : 'foreign-syntax');
  context.report(rule === 'foreign-notes' || rule === 'include' ? 'error' : 'warning', rule, place, message, sign.cure);
}

function findIn(token: Token, index: number, tokens: readonly Token[]): readonly Found[] {
  const found: Found[] = [];
  const place = placeOf(token);
  const around = (): Around => aroundOf(token, index, tokens);
  addFound(token, place, around, found);
  let { line } = place;
  for (const child of token.children ?? []) {
    if (child.type === 'softbreak' || child.type === 'hardbreak') line++;
    else if (byType.has(child.type))
      addFound(child, { path: place.path, line }, () => ({ ...around(), html: piecesOf(child) }), found);
  }
  return found;
}

function addFound(token: Token, place: Found['place'], lookAround: () => Around, found: Found[]): void {
  const possible = byType.get(token.type);
  if (possible === undefined) return;
  const around = lookAround();
  for (const sign of possible) {
    const typed = sign.token?.find(token, around);
    if (typed === undefined) continue;
    const at = around.html.find(({ comment }) => comment !== undefined && typed === `<!--${comment}-->`)?.line ?? 0;
    found.push({ sign, typed, place: { ...place, line: place.line + at } });
  }
}

function aroundOf(token: Token, index: number, tokens: readonly Token[]): Around {
  const isText = token.type === 'inline';
  const before = ofSlide(tokens[index - (isText ? 2 : 1)]);
  const after = ofSlide(tokens[index + (isText ? 2 : 1)]);
  return { before, after, html: piecesOf(token), isAlone: before === undefined && after === undefined };
}

function ofSlide(token: Token | undefined): Token | undefined {
  return token?.type === 'mark' && token.info !== 'notes' ? undefined : token;
}

function piecesOf({ type, content }: Token): Around['html'] {
  return type === 'html_block' || type === 'html_inline' ? htmlPieces(content) : [];
}

function proved({ sign }: Found): readonly Dialect[] {
  return isProof(sign) ? [sign.dialect] : [];
}

/** Whether a sign is met in decks of its dialect alone. */
export function isProof({ onlyThere, isCommon, slip }: Sign): boolean {
  return !onlyThere && !isCommon && slip === undefined;
}

function inReadingOrder(a: Found, b: Found): number {
  return a.place.line - b.place.line || (a.place.column ?? 1) - (b.place.column ?? 1);
}

/** On one line, and no longer than a message bears. */
function shortened(typed: string): string {
  const line = typed.replace(/\s+/g, ' ').trim();
  return line.length > 50 ? `${line.slice(0, 48)}…` : line;
}
