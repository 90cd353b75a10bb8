import { contrast } from '../../css/contrast.js';
import { mixed, rgbOf } from '../../css/hex-colour.js';
import { type BrandPalette, shownColour } from '../../model/brand.js';
import { type ColourName, type ThemeColour, themeColours } from '../../model/theme-colours.js';
import { completeHues } from './complete-hues.js';

type Mode = keyof ThemeColour;

/** A colour of a brand that is not seen well enough on its ground. */
export interface FaintColour {
  /** The one of the two that the brand sets, and that is left out. */
  readonly blamed: ColourName;
  readonly over: ColourName;
  readonly ground: ColourName;
  readonly mode: Mode;
  readonly ratio: number;
  readonly least: number;
  /** The nearest that is seen: the colour mixed with black or white; absent where it is the ground that is to blame. */
  readonly instead?: string;
}

/** WCAG 2.2: 4.5 : 1 for words (1.4.3), 3 : 1 for lines, dots and bars (1.4.11). */
const [forWords, forLines] = [4.5, 3];
const hueNames = ['blue', 'red', 'teal', 'amber', 'violet'] as const;

const pairs: readonly (readonly [over: ColourName, ground: ColourName, least: number])[] = [
  ['ink', 'paper', forWords],
  ['ink', 'shade', forWords],
  ['muted', 'paper', forWords],
  ['muted', 'shade', forWords],
  ['accent', 'paper', forWords],
  ['accent', 'shade', forWords],
  ['context', 'paper', forLines],
  ...hueNames.flatMap((hue) => [
    [hue, 'paper', forLines] as const,
    [`${hue}-on`, `${hue}-fill`, forWords] as const,
    ['ink', `${hue}-tint`, forWords] as const,
  ]),
  ['grey', 'paper', forLines],
  ['grey-on', 'grey-tint', forWords],
  ['ink', 'grey-tint', forWords],
  ...Object.keys(themeColours).flatMap((name) =>
    name.startsWith('code-') ? [[name as ColourName, 'shade', forWords] as const] : [],
  ),
];

/**
 * The colours of a brand that can be used, completed, and those that cannot: where two that stand on each other are too near, what stands
 * above is left out if the brand sets it, else the ground. What the brand does not set is the theme's.
 */
export function seenColours(given: BrandPalette): {
  readonly palette: BrandPalette;
  readonly faint: readonly FaintColour[];
} {
  const faint: FaintColour[] = [];
  let kept = given;
  for (const mode of ['light', 'dark'] as const) {
    for (let found = firstFaint(kept, mode); found !== undefined; found = firstFaint(kept, mode)) {
      faint.push(found);
      const { [mode]: _, ...left } = kept[found.blamed] ?? {};
      kept = { ...kept, [found.blamed]: left };
    }
  }
  return { palette: completeHues(kept), faint };
}

function firstFaint(given: BrandPalette, mode: Mode): FaintColour | undefined {
  const palette = completeHues(given);
  for (const [over, ground, least] of pairs) {
    const [colour, below] = [shownColour(palette, over, mode), shownColour(palette, ground, mode)];
    const ratio = contrast(rgbOf(colour), rgbOf(below));
    if (ratio >= least) continue;
    const blamed = blamedOf(over, ground, least, given, mode);
    if (blamed === undefined) continue;
    const instead = blamed === over ? nearestSeen(colour, below, least) : undefined;
    return { blamed, over, ground, mode, ratio, least, ...(instead === undefined ? {} : { instead }) };
  }
  return undefined;
}

/** The ground, where the theme's own colour is not seen on it either; else what stands on it. Undefined where the brand sets neither. */
function blamedOf(
  over: ColourName,
  ground: ColourName,
  least: number,
  given: BrandPalette,
  mode: Mode,
): ColourName | undefined {
  const own = given[ground]?.[mode];
  const isGround = own !== undefined && contrast(rgbOf(themeColours[over][mode]), rgbOf(own)) < least;
  const [first, second] = isGround ? [ground, over] : [over, ground];
  return [first, second].find((name) => given[name]?.[mode] !== undefined);
}

/** The colour with as little black or white in it as it takes; undefined where neither is enough. */
function nearestSeen(colour: string, ground: string, least: number): string | undefined {
  for (let share = 0.02; share <= 1; share += 0.02) {
    for (const end of ['#000000', '#ffffff']) {
      const tried = mixed(colour, end, share);
      if (contrast(rgbOf(tried), rgbOf(ground)) >= least) return tried;
    }
  }
  return undefined;
}
