import type { Hue } from '../model.js';
import type { Highlight } from './map-view.js';

/** The colours of one country on the map; the text on it is `on`, the hatch over it `line`. */
export interface CountryColours {
  readonly area: string;
  readonly on: string;
  readonly line: string;
  /** What is highlighted in grey is hollow: paper with an edge. */
  readonly edge?: string;
  /** Violet has a second edge inside its area, since in grey it is as light as others. */
  readonly second?: string;
}

export const paper = 'var(--paper, #fbfaf7)';
export const ink = 'var(--ink, #1b2230)';
const muted = 'var(--muted, #454c5c)';

/** What a drawing falls back to where the page has no tokens: the light theme's values. */
const fallback: Readonly<Record<Hue, { readonly fill: string; readonly on: string; readonly tint: string }>> = {
  blue: { fill: '#18356f', on: '#fbfaf7', tint: '#b9c6e2' },
  red: { fill: '#992b1b', on: '#fbfaf7', tint: '#ecc9be' },
  teal: { fill: '#1c7a6e', on: '#fbfaf7', tint: '#bfded8' },
  amber: { fill: '#b8891c', on: '#1b2230', tint: '#f3e6bd' },
  violet: { fill: '#7d55c0', on: '#fbfaf7', tint: '#d6c8ea' },
  grey: { fill: '#fbfaf7', on: '#1b2230', tint: '#e9e6dd' },
};

/** A country that is not highlighted is quiet ground. */
export function countryColours(highlight: Pick<Highlight, 'tone' | 'fill'> | undefined): CountryColours {
  if (highlight === undefined) return { area: `var(--grey-tint, ${fallback.grey.tint})`, on: ink, line: muted };
  const { tone, fill: way } = highlight;
  if (tone === 'grey') return { area: paper, on: ink, line: muted, edge: way === 'solid' ? ink : muted };
  const { fill, on, tint } = fallback[tone];
  const text = `var(--${tone}-on, ${on})`;
  const isSolid = way === 'solid';
  const colours = isSolid
    ? { area: `var(--${tone}-fill, ${fill})`, on: text, line: text }
    : { area: `var(--${tone}-tint, ${tint})`, on: ink, line: muted };
  return tone === 'violet' ? { ...colours, second: isSolid ? text : `var(--violet, ${fill})` } : colours;
}
