import type { Hue } from '../model.js';

/** What an actor's hue gives: its lines and arrowheads, its block, and the words on the block. */
export interface Tone {
  readonly mark: string;
  readonly fill: string;
  readonly on: string;
}

const ink = '#1b2230';
const paper = '#fbfaf7';
const hollow = { fill: paper, on: ink };

/** Grey is hollow. */
type Filled = Exclude<Hue, 'grey'>;

/** The theme's colours in light, where a mark is the fill's colour. */
const light: Readonly<Record<Filled, { readonly fill: string; readonly on: string }>> = {
  blue: { fill: '#18356f', on: paper },
  red: { fill: '#992b1b', on: paper },
  teal: { fill: '#1c7a6e', on: paper },
  amber: { fill: '#b8891c', on: ink },
  violet: { fill: '#7d55c0', on: paper },
};

/** As near to these as can be and all different, so that a finished Mermaid drawing can be given the right token for each. */
const neighbours: Readonly<Record<Filled, { readonly mark: string; readonly on: string }>> = {
  blue: { mark: '#18356e', on: '#fbfaf6' },
  red: { mark: '#992b1a', on: '#fbfaf5' },
  teal: { mark: '#1c7a6d', on: '#fbfaf4' },
  amber: { mark: '#b8891b', on: '#1b2231' },
  violet: { mark: '#7d55bf', on: '#fbfaf3' },
};

/** Colours for Mermaid code, which takes no tokens. The lines of a grey actor, and of mutual relations, are ink. */
export function mermaidTone(hue: Hue): Tone {
  return hue === 'grey' ? { mark: ink, ...hollow } : { ...light[hue], ...neighbours[hue] };
}

/** Colours for SVG of our own: the theme's tokens, so that a dark page shows a dark drawing; light where there is no theme. */
export function svgTone(hue: Hue): Tone {
  if (hue === 'grey') return { mark: svgInk, fill: svgPaper, on: svgInk };
  const { fill, on } = light[hue];
  return { mark: `var(--${hue}, ${fill})`, fill: `var(--${hue}-fill, ${fill})`, on: `var(--${hue}-on, ${on})` };
}

export const svgInk = `var(--ink, ${ink})`;
export const svgPaper = `var(--paper, ${paper})`;
export const svgMuted = 'var(--muted, #454c5c)';
export const svgAccent = 'var(--accent, #7a2360)';
