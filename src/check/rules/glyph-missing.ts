import type { Token } from 'markdown-it';
import type { BrandRole } from '../../model/brand.js';
import type { Place, Slide } from '../../model.js';
import { cellSign } from '../../render/cell-sign.js';
import { type CharacterGroup, characterGroups, listGroup, nameGroup } from '../character-groups.js';
import type { Checked, Finding } from '../finding.js';

/**
 * Characters that no font of the theme or the brand has. None in a deck whose style sheets have a font of its own: that may have them.
 */
export function missingGlyphs({ deck, glyphs }: Checked): readonly Finding[] {
  const { brand } = deck;
  const own = brand === undefined ? deck.styles : deck.styles.filter(({ path }) => path !== brand.path);
  if (own.some(({ text }) => text.includes('@font-face'))) return [];
  const texts = deck.slides.flatMap(textsOf);
  const ofBrand = Object.values(brand?.fonts ?? {}).flatMap(({ fonts }) => fonts.map(({ letters }) => letters));
  const missing = new Set(texts.map(({ text }) => text).join(''));
  for (const character of missing) {
    const point = character.codePointAt(0) ?? 0;
    if (glyphs.has(point) || ofBrand.some((letters) => letters.has(point))) missing.delete(character);
  }
  return characterGroups(missing).flatMap((group) => {
    const first = texts.find(({ text }) => text.includes(group.characters[0] ?? ''));
    return first === undefined ? [] : [missingGroup(group, first.place)];
  });
}

function missingGroup(group: CharacterGroup, place: Place): Finding {
  const are = group.characters.length === 1 ? 'is' : 'are';
  const where = `${nameGroup(group)} ${are} in none of the theme’s fonts, which hold Latin and Cyrillic${listGroup(group)}.`;
  const by = {
    letters: 'Each machine shows them in a font of its own.',
    marks: 'Each machine sets the letters that have them in a font of its own.',
    signs: 'Each machine shows them in a font of its own.',
    emoji: 'Each machine shows them in its own way, some in black and white.',
    private: 'Such signs belong to one font, such as a font of icons; without it a box stands there.',
  };
  return {
    message: `${where} ${by[group.kind]}`,
    place,
    cure: 'Put a font that has them beside the deck and name it in style.css (`@font-face`), write them in another way, or as a picture.',
  };
}

/** A stretch of text, and what its font is for. */
export interface TextInFont {
  readonly text: string;
  readonly role: BrandRole;
  readonly place: Place;
}

const lettered = new Set(['text', 'code_inline', 'fence', 'code_block', 'diagram']);
const coded = new Set(['code_inline', 'fence', 'code_block']);

/** What a slide sets in the theme's fonts: formulas have fonts of their own, and the sign a table cell starts with is drawn. */
export function textsOf({ tokens, place }: Slide): readonly TextInFont[] {
  const found: TextInFont[] = [];
  let role: BrandRole = 'text';
  const collect = (token: Token, around: Place): void => {
    const own = (token.meta as { readonly place?: Place } | null)?.place ?? around;
    if (token.type === 'heading_open') role = 'headings';
    if (token.type === 'heading_close') role = 'text';
    if (lettered.has(token.type))
      found.push({ text: token.content, role: coded.has(token.type) ? 'code' : role, place: own });
    for (const child of token.children ?? []) collect(child, own);
  };
  for (const [index, token] of tokens.entries()) {
    const [first, ...rest] = token.children ?? [];
    const sign = tokens[index - 1]?.type === 'td_open' && first !== undefined ? cellSign(first.content) : undefined;
    if (sign === undefined) collect(token, place);
    else {
      found.push({ text: sign.rest, role, place });
      for (const child of rest) collect(child, place);
    }
  }
  return found;
}
