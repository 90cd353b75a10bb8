import type { Token } from 'markdown-it';
import type { Diagnostic, Place } from '../diagnostic.js';
import type { Deck, Slide } from '../model.js';

/**
 * Rule `glyph-missing`: characters that none of the theme's fonts has. A browser takes them from the system's fonts where it
 * finds any, and leaves them out where it finds none, so that a slide looks different on every machine. A letter is an error in a
 * deck written for the theme, since words would be lost; signs and emoji are warnings. Each character is said once.
 */
export function missingGlyphs(deck: Deck, glyphs: ReadonlySet<number>): readonly Diagnostic[] {
  const said = new Set<string>();
  return deck.slides.flatMap((slide) =>
    textsOf(slide).flatMap(({ text, place }) =>
      [...text].flatMap((character) => {
        if (said.has(character) || isShown(character, glyphs)) return [];
        said.add(character);
        return [missingGlyph(character, place, deck.settings.ours)];
      }),
    ),
  );
}

function isShown(character: string, glyphs: ReadonlySet<number>): boolean {
  return glyphs.has(character.codePointAt(0) ?? 0) || /[\p{C}\p{Z}\p{Variation_Selector}\uFFFD]/u.test(character);
}

function missingGlyph(character: string, place: Place, ours: boolean): Diagnostic {
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  const letter = /\p{L}/u.test(character);
  return {
    rule: 'glyph-missing',
    severity: letter && ours ? 'error' : 'warning',
    message: `The ${letter ? 'letter' : 'character'} “${character}” (${code}) is in none of the theme’s fonts, which hold Latin and Cyrillic.`,
    place,
    cure: 'Write it in another way, or as a picture with its text alternative.',
  };
}

/** What a slide sets in the theme's fonts: formulas have fonts of their own. */
function textsOf({ tokens, place }: Slide): readonly { readonly text: string; readonly place: Place }[] {
  const found: { text: string; place: Place }[] = [];
  const collect = (token: Token, around: Place): void => {
    const own = (token.meta as { readonly place?: Place } | null)?.place ?? around;
    if (['text', 'code_inline', 'fence', 'code_block', 'diagram'].includes(token.type)) {
      found.push({ text: token.content, place: own });
    }
    for (const child of token.children ?? []) collect(child, own);
  };
  for (const token of tokens) collect(token, place);
  return found;
}
