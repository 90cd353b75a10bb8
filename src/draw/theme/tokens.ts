import { type DrawnName, drawnColours } from '../../model/drawn-colours.js';
import { themeColours } from '../../model/theme-colours.js';

/**
 * A colour of the deck as a drawing uses it: the token, the colour Mermaid is given for it, and the colour in the finished SVG, where it
 * stands as `var(--token, colour)` so that a dark page shows a dark diagram.
 */
export interface Token {
  readonly name: string;
  readonly drawn: string;
  readonly colour: string;
}

/** Mermaid writes these into some kinds whatever the theme says. */
const mermaidsOwn: readonly (readonly [DrawnName, string])[] = [
  ['ink', '#000000'],
  ['ink', '#333333'],
  ['muted', '#444444'],
  ['muted', '#666666'],
  ['paper', '#ffffff'],
];

export const tokens: readonly Token[] = [...drawnColours, ...mermaidsOwn].map(([name, drawn]) => ({
  name: `--${name}`,
  drawn,
  colour: themeColours[name].light,
}));
