import { svgColour } from '../model/theme-colours.js';
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

export const paper = svgColour('paper');
export const ink = svgColour('ink');
const muted = svgColour('muted');

/** A country that is not highlighted is quiet ground. */
export function countryColours(highlight: Pick<Highlight, 'tone' | 'fill'> | undefined): CountryColours {
  if (highlight === undefined) return { area: svgColour('grey-tint'), on: ink, line: muted };
  const { tone, fill } = highlight;
  const isSolid = fill === 'solid';
  if (tone === 'grey') return { area: paper, on: ink, line: muted, edge: isSolid ? ink : muted };
  const text = svgColour(`${tone}-on`);
  const colours = isSolid
    ? { area: svgColour(`${tone}-fill`), on: text, line: text }
    : { area: svgColour(`${tone}-tint`), on: ink, line: muted };
  return tone === 'violet' ? { ...colours, second: isSolid ? text : svgColour('violet') } : colours;
}
