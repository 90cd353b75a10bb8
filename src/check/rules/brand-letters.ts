import { type BrandFamily, brandRoles } from '../../model/brand.js';
import { characterGroups, listGroup, nameGroup } from '../character-groups.js';
import type { Checked, Finding } from '../finding.js';
import { textsOf } from './glyph-missing.js';

/** Letters that no font of the brand's family has and the theme's font has. Those that neither has are reported by `glyph-missing`. */
export function missingBrandLetters({ deck, glyphs }: Checked): readonly Finding[] {
  const { brand } = deck;
  if (brand === undefined || Object.keys(brand.fonts).length === 0) return [];
  const texts = deck.slides.flatMap(textsOf);
  const families = new Map<string, BrandFamily>();
  for (const role of brandRoles) if (brand.fonts[role] !== undefined) families.set(role, brand.fonts[role]);
  return [...families].flatMap(([role, family]) => {
    const own = texts.filter((one) => one.role === role);
    const has = (point: number): boolean => family.fonts.some(({ letters }) => letters.has(point));
    const shown = new Set(own.map(({ text }) => text).join(''));
    const missing = [...shown].filter((letter) => {
      const point = letter.codePointAt(0) ?? 0;
      return /\S/.test(letter) && glyphs.has(point) && !has(point);
    });
    return characterGroups(new Set(missing)).flatMap((group): Finding[] => {
      const first = own.find(({ text }) => group.characters.some((letter) => text.includes(letter)));
      if (first === undefined) return [];
      const are = group.characters.length === 1 ? 'is' : 'are';
      const message = `${nameGroup(group)} ${are} not in the font “${family.name}” of the brand (\`${role}\`), and ${are} set in the theme’s own${listGroup(group)}.`;
      return [{ message, place: first.place, cure: `Name a file of the font that has them in ${brand.path}.` }];
    });
  });
}
