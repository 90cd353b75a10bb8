/** A colour of the theme on a light page and on a dark one. */
export interface ThemeColour {
  readonly light: string;
  readonly dark: string;
}

/**
 * The colours of the theme, by the name of their token. Style sheets have them from `client/theme/colours.css`, which
 * `scripts/theme-colours.ts` writes; drawings have them from here.
 *
 * `muted` is the palest that words may be. `hair` is for hairlines and `context` for what is not the focus of a chart, never for words.
 * `shade` is the ground of code and of the evidence panel; `accent` stands for evidence only.
 */
const ground = {
  paper: { light: '#fbfaf7', dark: '#14181f' },
  ink: { light: '#1b2230', dark: '#ece9e1' },
  muted: { light: '#454c5c', dark: '#b6bac3' },
  hair: { light: '#c9c6bd', dark: '#454c58' },
  context: { light: '#848890', dark: '#6b717c' },
  shade: { light: '#f1eee6', dark: '#1f252f' },
  accent: { light: '#7a2360', dark: '#e6a3d5' },
} as const satisfies Readonly<Record<string, ThemeColour>>;

/**
 * Actors: mark (a line, an arrowhead, a chip), fill (a solid block), on (words on the fill), tint (an area on a map, with ink on it).
 * Violet is as light as teal in grey, so it has a second edge wherever it fills; grey is drawn hollow: paper with an edge of ink.
 */
const actors = {
  blue: { light: '#18356f', dark: '#7ea6ee' },
  'blue-fill': { light: '#18356f', dark: '#3c63ae' },
  'blue-tint': { light: '#b9c6e2', dark: '#2c3f66' },
  'blue-on': { light: '#fbfaf7', dark: '#ece9e1' },
  red: { light: '#992b1b', dark: '#dc6a55' },
  'red-fill': { light: '#992b1b', dark: '#b04330' },
  'red-tint': { light: '#ecc9be', dark: '#5a2f2a' },
  'red-on': { light: '#fbfaf7', dark: '#ece9e1' },
  teal: { light: '#1c7a6e', dark: '#74d3c2' },
  'teal-fill': { light: '#1c7a6e', dark: '#1a7265' },
  'teal-tint': { light: '#bfded8', dark: '#214b46' },
  'teal-on': { light: '#fbfaf7', dark: '#ece9e1' },
  amber: { light: '#b8891c', dark: '#f5df9c' },
  'amber-fill': { light: '#b8891c', dark: '#82630f' },
  'amber-tint': { light: '#f3e6bd', dark: '#534722' },
  'amber-on': { light: '#1b2230', dark: '#ece9e1' },
  violet: { light: '#7d55c0', dark: '#8656d0' },
  'violet-fill': { light: '#7d55c0', dark: '#6d48ad' },
  'violet-tint': { light: '#d6c8ea', dark: '#433366' },
  'violet-on': { light: '#fbfaf7', dark: '#ece9e1' },
  grey: { light: '#454c5c', dark: '#b6bac3' },
  'grey-tint': { light: '#e9e6dd', dark: '#2a303a' },
  'grey-on': { light: '#1b2230', dark: '#ece9e1' },
} as const satisfies Readonly<Record<string, ThemeColour>>;

/** Code on `shade`, each at least 7 : 1. */
const code = {
  'code-token-constant': { light: '#18356f', dark: '#a9c4f5' },
  'code-token-string': { light: '#14564d', dark: '#8fdccd' },
  'code-token-string-expression': { light: '#14564d', dark: '#8fdccd' },
  'code-token-comment': { light: '#454c5c', dark: '#b6bac3' },
  'code-token-keyword': { light: '#7c2114', dark: '#f0a596' },
  'code-token-function': { light: '#18356f', dark: '#a9c4f5' },
  'code-token-punctuation': { light: '#454c5c', dark: '#b6bac3' },
  'code-token-link': { light: '#18356f', dark: '#a9c4f5' },
  'code-token-inserted': { light: '#14564d', dark: '#8fdccd' },
  'code-token-deleted': { light: '#7c2114', dark: '#f0a596' },
} as const satisfies Readonly<Record<string, ThemeColour>>;

export const themeColours = { ...ground, ...actors, ...code };
export type ColourName = keyof typeof themeColours;

/** A colour for SVG of our own: its token, so that a dark page shows a dark drawing; light where the page has no tokens. */
export function svgColour(name: ColourName): string {
  return `var(--${name}, ${themeColours[name].light})`;
}
