import { drawnColour } from '../model/drawn-colours.js';
import { svgColour } from '../model/theme-colours.js';
import type { Hue } from '../model.js';

/** What an actor's hue gives: its lines and arrowheads, its block, and the words on the block. */
export interface Tone {
  readonly mark: string;
  readonly fill: string;
  readonly on: string;
}

/** Colours for Mermaid code, which takes no tokens. Grey is hollow; its lines, as those of mutual relations, are ink. */
export function mermaidTone(hue: Hue): Tone {
  if (hue === 'grey') return { mark: drawnColour('ink'), fill: drawnColour('paper'), on: drawnColour('ink') };
  return { mark: drawnColour(hue), fill: drawnColour(`${hue}-fill`), on: drawnColour(`${hue}-on`) };
}

/** Colours for SVG of our own: the theme's tokens, so that a dark page shows a dark drawing; light where there is no theme. */
export function svgTone(hue: Hue): Tone {
  if (hue === 'grey') return { mark: svgInk, fill: svgPaper, on: svgInk };
  return { mark: svgColour(hue), fill: svgColour(`${hue}-fill`), on: svgColour(`${hue}-on`) };
}

export const svgInk = svgColour('ink');
export const svgPaper = svgColour('paper');
export const svgMuted = svgColour('muted');
export const svgAccent = svgColour('accent');
