import { type Hue, hues } from './hues.js';
import { type ColourName, themeColours } from './theme-colours.js';

type Filled = Exclude<Hue, 'grey'>;
const filled = hues.filter((hue): hue is Filled => hue !== 'grey');

/** What drawings by Mermaid are coloured with. Fills come first, and so keep their own colour: an author may have typed it. */
const names = [
  ...(['paper', 'ink', 'muted', 'hair', 'shade', 'grey-tint', 'accent'] as const),
  ...filled.map((hue) => `${hue}-fill` as const),
  ...filled.flatMap((hue) => [hue, `${hue}-on`] as const),
];
export type DrawnName = (typeof names)[number];

/**
 * The colour Mermaid is given for a token. It takes no `var()`, and a finished drawing has to tell tokens of one colour apart, so the
 * second of two is given a neighbour: one less blue.
 */
export const drawnColours: ReadonlyMap<DrawnName, string> = neighbours();

/** The colour Mermaid is given for one token, `#rrggbb`. */
export function drawnColour(name: DrawnName): string {
  return drawnColours.get(name) ?? themeColours[name].light;
}

function neighbours(): ReadonlyMap<DrawnName, string> {
  const taken = new Map<string, DrawnName>();
  for (const name of names) {
    let colour: string = themeColours[name satisfies ColourName].light;
    while (taken.has(colour)) colour = lessBlue(colour);
    taken.set(colour, name);
  }
  return new Map([...taken].map(([colour, name]) => [name, colour]));
}

function lessBlue(colour: string): string {
  return `#${(Number.parseInt(colour.slice(1), 16) - 1).toString(16).padStart(6, '0')}`;
}
