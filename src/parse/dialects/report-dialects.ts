import type { Token } from 'markdown-it';
import type { ParseContext } from '../parse-context.js';
import { placeOf } from '../token.js';
import { htmlPieces } from './html-pieces.js';
import { isQuartoSetting } from './quarto.js';
import type { Around, Dialect, Found, Sign } from './sign.js';
import { signs } from './signs.js';
import { isSlidevSetting } from './slidev.js';

const inTokens = signs.filter(({ token }) => token !== undefined);

/**
 * Says what a deck has of other tools' Markdown, each kind once with what takes its place. What is meant for the speaker and would
 * reach the audience, or nobody, is an error. Signs in running text were noticed while it was read (`plugins/foreign-marks.ts`).
 */
export function reportDialects(tokens: readonly Token[], context: ParseContext): void {
  const found = [...context.foreign, ...tokens.flatMap((token, index) => findIn(token, index, tokens))];
  const dialects = new Set([...dialectsOfSettings(context), ...found.flatMap(proved)]);
  for (const sign of signs) {
    const all = found.filter((one) => one.sign === sign).sort(inReadingOrder);
    const [first] = all;
    if (first === undefined || (sign.onlyThere && !dialects.has(sign.dialect))) continue;
    const typed = shortened(first.typed);
    const count = all.length === 1 ? '' : ` It stands in ${all.length} places.`;
    const message = `\`${typed}\` is ${sign.what}; here it ${sign.fate}.${count}`;
    const rule = sign.isNote ? 'foreign-notes' : 'foreign-syntax';
    context.report(sign.isNote ? 'error' : 'warning', rule, first.place, message, sign.cure);
  }
}

function findIn(token: Token, index: number, tokens: readonly Token[]): Found[] {
  if (token.type === 'mark' || token.nesting === -1) return [];
  const around = aroundOf(token, index, tokens);
  const own = foundBy(token, around, placeOf(token));
  let { line } = placeOf(token);
  const inside = (token.children ?? []).flatMap((child) => {
    if (child.type === 'softbreak' || child.type === 'hardbreak') line++;
    return foundBy(child, { ...around, html: piecesOf(child) }, { path: placeOf(token).path, line });
  });
  return [...own, ...inside];
}

function foundBy(token: Token, around: Around, place: Found['place']): Found[] {
  return inTokens.flatMap((sign) => {
    const typed = sign.token?.(token, around);
    if (typed === undefined) return [];
    const at = around.html.find(({ comment }) => comment !== undefined && typed === `<!--${comment}-->`)?.line ?? 0;
    return [{ sign, typed, place: { ...place, line: place.line + at } }];
  });
}

function aroundOf(token: Token, index: number, tokens: readonly Token[]): Around {
  const parent = token.type === 'inline' ? tokens[index - 1] : undefined;
  const [from, to] = parent === undefined ? [index - 1, index + 1] : [index - 2, index + 2];
  const before = ofSlide(tokens[from]);
  const after = ofSlide(tokens[to]);
  return { before, after, parent, html: piecesOf(token), isAlone: before === undefined && after === undefined };
}

function ofSlide(token: Token | undefined): Token | undefined {
  return token?.type === 'mark' && token.info !== 'notes' ? undefined : token;
}

function piecesOf({ type, content }: Token): Around['html'] {
  return type === 'html_block' || type === 'html_inline' ? htmlPieces(content) : [];
}

function dialectsOfSettings({ source }: ParseContext): readonly Dialect[] {
  const keys = Object.keys(source.settings.places ?? {});
  return [
    ...(keys.includes('marp') ? (['marp'] as const) : []),
    ...(keys.some(isSlidevSetting) ? (['slidev'] as const) : []),
    ...(keys.some(isQuartoSetting) ? (['quarto'] as const) : []),
  ];
}

function proved({ sign }: Found): readonly Dialect[] {
  return isProof(sign) ? [sign.dialect] : [];
}

function isProof({ onlyThere, isCommon }: Sign): boolean {
  return !onlyThere && !isCommon;
}

function inReadingOrder(a: Found, b: Found): number {
  return a.place.line - b.place.line || (a.place.column ?? 1) - (b.place.column ?? 1);
}

/** On one line, and no longer than a message bears. */
function shortened(typed: string): string {
  const line = typed.replace(/\s+/g, ' ').trim();
  return line.length > 50 ? `${line.slice(0, 48)}…` : line;
}
