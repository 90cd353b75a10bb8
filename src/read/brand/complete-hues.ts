import { contrast } from '../../css/contrast.js';
import { mixed, rgbOf } from '../../css/hex-colour.js';
import { type BrandPalette, shownColour } from '../../model/brand.js';
import { hues } from '../../model/hues.js';
import type { ColourName, ThemeColour } from '../../model/theme-colours.js';

type Mode = keyof ThemeColour;
type FilledHue = Exclude<(typeof hues)[number], 'grey'>;

/**
 * A hue of which a brand sets the mark, and not what goes with it, gets a fill, words on it and a tint of the same colour: the fill is as
 * deep as words on it need, so that in the dark a large area does not glare, as in the theme.
 */
export function completeHues(given: BrandPalette): BrandPalette {
  const palette: Partial<Record<ColourName, Partial<ThemeColour>>> = { ...given };
  for (const hue of hues) {
    for (const mode of ['light', 'dark'] as const) {
      if (hue === 'grey') continue;
      for (const [name, colour] of partsOf(hue, mode, given)) {
        if (given[name]?.[mode] === undefined) palette[name] = { ...palette[name], [mode]: colour };
      }
    }
  }
  return palette;
}

/** What follows from a hue's mark and fill; nothing where neither is set. */
function partsOf(hue: FilledHue, mode: Mode, given: BrandPalette): readonly (readonly [ColourName, string])[] {
  const mark = given[hue]?.[mode];
  const ownFill = given[`${hue}-fill`]?.[mode];
  const start = ownFill ?? mark;
  if (start === undefined) return [];
  const [paper, ink] = [shownColour(given, 'paper', mode), shownColour(given, 'ink', mode)];
  const light = mode === 'dark' ? ink : paper;
  let fill = start;
  for (let share = 0; ownFill === undefined && share < 1 && ratio(light, fill) < enough; share += 0.05)
    fill = mixed(start, '#000000', share);
  const on = ratio(ink, fill) > ratio(paper, fill) ? ink : paper;
  const tint = mark === undefined ? [] : ([[`${hue}-tint`, mixed(paper, mark, tintShare[mode])]] as const);
  return [[`${hue}-fill`, fill], [`${hue}-on`, on], ...tint];
}

/** A little more than the 4.5 : 1 that is asked of words. */
const enough = 4.6;
const tintShare: Readonly<Record<Mode, number>> = { light: 0.25, dark: 0.3 };

function ratio(one: string, other: string): number {
  return contrast(rgbOf(one), rgbOf(other));
}
