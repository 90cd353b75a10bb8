import type { Highlight, Tone } from './map-view.js';

/** The colours of one country on the map; the text on it is `on`, the hatch over it `line`. */
export interface CountryColours {
  readonly area: string;
  readonly on: string;
  readonly line: string;
  /** The neutral actor in solid is hollow: paper with an edge. */
  readonly edge?: string;
}

export const paper = 'var(--paper, #fbfaf7)';
export const ink = 'var(--ink, #1b2230)';
const muted = 'var(--muted, #454c5c)';

/** What a drawing falls back to where the page has no tokens: the light theme's values. */
const fallback: Readonly<Record<Tone, { readonly fill: string; readonly on: string; readonly tint: string }>> = {
  nato: { fill: '#18356f', on: '#fbfaf7', tint: '#b9c6e2' },
  russia: { fill: '#992b1b', on: '#fbfaf7', tint: '#ecc9be' },
  belarus: { fill: '#1c7a6e', on: '#fbfaf7', tint: '#bfded8' },
  ukraine: { fill: '#b8891c', on: '#1b2230', tint: '#f3e6bd' },
  neutral: { fill: '#fbfaf7', on: '#1b2230', tint: '#e9e6dd' },
};

/** A country that is not highlighted is neutral ground. */
export function countryColours(highlight: Highlight | undefined): CountryColours {
  const tone = highlight?.tone ?? 'neutral';
  const { fill, on, tint } = fallback[tone];
  if (highlight?.fill !== 'solid') return { area: `var(--${tone}-tint, ${tint})`, on: ink, line: muted };
  if (tone === 'neutral') return { area: paper, on: ink, line: muted, edge: ink };
  const text = `var(--${tone}-on, ${on})`;
  return { area: `var(--${tone}-fill, ${fill})`, on: text, line: text };
}
