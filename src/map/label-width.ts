import type { DrawnFace } from '../model/brand.js';
import { themeWidth } from '../relations/text-width.js';
import { brandWidth } from '../relations/typeface.js';

/** The three cuts a map's labels are set in. */
export type Face = 'serif' | 'serif-bold' | 'sans-bold';

/**
 * The width of a label, px, without a browser: never less than what is drawn, at most an eighth more. Widths of the theme's letters are
 * rounded up to fifties of a thousandth of the size; an accented letter is as wide as its base letter; kerning, which only narrows, is left
 * out; a letter that the theme has not counts as the widest.
 */
export function labelWidth(text: string, face: Face, size: number): number {
  const drawn = drawnFace[face];
  let thousandths = 0;
  for (const whole of text.normalize('NFC')) thousandths += brandWidth(drawn, whole) ?? roundedWidth(whole, drawn);
  return (thousandths * size) / 1000;
}

function roundedWidth(whole: string, face: DrawnFace): number {
  let sum = 0;
  for (const letter of whole.normalize('NFD').replace(/\p{Mn}/gu, '')) {
    const width = themeWidth(face, /[\u2010\u2011]/.test(letter) ? '-' : letter);
    sum += width === undefined ? widest : Math.ceil(width / 50) * 50;
  }
  return sum;
}

/** As the faces of other drawings are called. */
const drawnFace: Readonly<Record<Face, DrawnFace>> = {
  serif: 'plain-name',
  'serif-bold': 'name',
  'sans-bold': 'strong',
};

const widest = 1100;
