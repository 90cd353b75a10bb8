import type { Token } from 'markdown-it';
import type { Place, Slide } from '../../model.js';
import { cellSign } from '../../render/cell-sign.js';
import { type Checked, type Finding, rule } from '../rule.js';

/** Found by looking at the parsed deck; each character is said once. */
export const glyphMissing = rule('glyph-missing', {
  group: 'look',
  severity: 'warning',
  needs: 'text',
  what: 'A character that none of the theme’s fonts has, which hold Latin and Cyrillic. In a deck for our theme a letter is an error.',
  why: 'Browsers take it from the system’s fonts where these have it, and leave it out where not: each machine shows another slide.',
  wrong: '## Ports Ꮳ',
  right: '## Ports',
  check: missingGlyphs,
});

function missingGlyphs({ deck, glyphs }: Checked): readonly Finding[] {
  const texts = deck.slides.flatMap(textsOf);
  const characters = new Set(texts.map(({ text }) => text).join(''));
  return [...characters].flatMap((character) => {
    if (isShown(character, glyphs)) return [];
    const first = texts.find(({ text }) => text.includes(character));
    return first === undefined ? [] : [missingGlyph(character, first.place, deck.settings.ours)];
  });
}

function isShown(character: string, glyphs: ReadonlySet<number>): boolean {
  return glyphs.has(character.codePointAt(0) ?? 0) || /[\p{C}\p{Z}\p{Variation_Selector}\uFFFD]/u.test(character);
}

function missingGlyph(character: string, place: Place, ours: boolean): Finding {
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  const letter = /\p{L}/u.test(character);
  return {
    severity: letter && ours ? 'error' : 'warning',
    message: `The ${letter ? 'letter' : 'character'} “${character}” (${code}) is in none of the theme’s fonts, which hold Latin and Cyrillic.`,
    place,
    cure: 'Write it in another way, or as a picture with its text alternative.',
  };
}

const lettered = new Set(['text', 'code_inline', 'fence', 'code_block', 'diagram']);

/** What a slide sets in the theme's fonts: formulas have fonts of their own, and the sign a table cell starts with is drawn. */
function textsOf({ tokens, place }: Slide): readonly { readonly text: string; readonly place: Place }[] {
  const found: { text: string; place: Place }[] = [];
  const collect = (token: Token, around: Place): void => {
    const own = (token.meta as { readonly place?: Place } | null)?.place ?? around;
    if (lettered.has(token.type)) found.push({ text: token.content, place: own });
    for (const child of token.children ?? []) collect(child, own);
  };
  for (const [index, token] of tokens.entries()) {
    const [first, ...rest] = token.children ?? [];
    const sign = tokens[index - 1]?.type === 'td_open' && first !== undefined ? cellSign(first.content) : undefined;
    if (sign === undefined) collect(token, place);
    else {
      found.push({ text: sign.rest, place });
      for (const child of rest) collect(child, place);
    }
  }
  return found;
}
