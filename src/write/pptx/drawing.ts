import type { Box, SceneLine, SceneTheme } from '../../model.js';
import { el, type Xml } from './xml.js';

/** English metric units in a px of the stage: 914,400 in an inch of 96 px. */
const unitsInPx = 9525;

export function emu(px: number): number {
  return Math.round(px * unitsInPx);
}

/** The names of DrawingML, PresentationML and of what relations are named by, as every part declares them. */
export const nameSpaces = {
  'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'xmlns:p': 'http://schemas.openxmlformats.org/presentationml/2006/main',
};

/** Which of the theme's colours stands in which place of an Office theme, and by which name shapes use it. */
export const themeColours = [
  { token: 'ink', slot: 'dk1', name: 'tx1' },
  { token: 'paper', slot: 'lt1', name: 'bg1' },
  { token: 'muted', slot: 'dk2', name: 'tx2' },
  { token: 'shade', slot: 'lt2', name: 'bg2' },
  { token: 'blue', slot: 'accent1', name: 'accent1' },
  { token: 'red', slot: 'accent2', name: 'accent2' },
  { token: 'teal', slot: 'accent3', name: 'accent3' },
  { token: 'amber', slot: 'accent4', name: 'accent4' },
  { token: 'violet', slot: 'accent5', name: 'accent5' },
  { token: 'accent', slot: 'accent6', name: 'accent6' },
] as const;

/** A colour by its name in the theme where it is one of the theme's, so that a change of design reaches it. */
export function colour(hex: string, { colours }: SceneTheme, opacity = 1): Xml {
  const known = themeColours.find(({ token }) => colours[token] === hex);
  const alpha = opacity === 1 ? undefined : el('a:alpha', { val: Math.round(opacity * 100_000) });
  return known === undefined ? el('a:srgbClr', { val: hex }, alpha) : el('a:schemeClr', { val: known.name }, alpha);
}

export function fill(hex: string | undefined, theme: SceneTheme, opacity?: number): Xml {
  return hex === undefined ? el('a:noFill') : el('a:solidFill', {}, colour(hex, theme, opacity));
}

/** A line of a shape, or of a cell under another `name`. */
export function outline(line: SceneLine | undefined, theme: SceneTheme, name = 'a:ln', ...heads: readonly Xml[]): Xml {
  if (line === undefined) return el(name, {}, el('a:noFill'));
  const dash = { solid: undefined, dash: 'dash', dot: 'sysDot' }[line.dash];
  const dashes = dash === undefined ? undefined : el('a:prstDash', { val: dash });
  return el(name, { w: emu(line.width) }, fill(line.colour, theme), dashes, ...heads);
}

export function transform(
  { x, y, width, height }: Box,
  name = 'a:xfrm',
  turned: Readonly<Record<string, number>> = {},
): Xml {
  return el(
    name,
    turned,
    el('a:off', { x: emu(x), y: emu(y) }),
    el('a:ext', { cx: Math.max(0, emu(width)), cy: Math.max(0, emu(height)) }),
  );
}

/** What every shape is called by; `alt` is its text alternative, `undefined` where it says nothing and is passed over. */
export function nonVisual(id: number, name: string, alt: string | undefined, isDecoration = false): Xml {
  const decorative = el(
    'a:extLst',
    {},
    el(
      'a:ext',
      { uri: '{C183D7F6-B498-43B3-948B-1728B52AA6E4}' },
      el('adec:decorative', { 'xmlns:adec': 'http://schemas.microsoft.com/office/drawing/2017/decorative', val: 1 }),
    ),
  );
  return el('p:cNvPr', { id, name, descr: alt }, isDecoration ? decorative : undefined);
}
