import type { DrawnFace, Typeface } from '../model/brand.js';

let current: Typeface | undefined;

/**
 * Runs `work` while words are measured and set in a brand's faces; undefined: in the theme's own. The faces hold until `work` returns,
 * since every plan of a drawing asks how wide words are. So `work` has to be synchronous: else another deck's drawing could be measured
 * in them.
 */
export function setIn<T>(typeface: Typeface | undefined, work: () => T): T {
  const before = current;
  current = typeface;
  try {
    return work();
  } finally {
    current = before;
  }
}

/** The families words are set in now, as an attribute of SVG has them. */
export function familyOf(kind: 'sans' | 'serif'): string {
  return withFaces(themeFamily[kind], kind);
}

/** A list of families with those before it that hold now. */
export function withFaces(families: string, kind: 'sans' | 'serif'): string {
  const first = current?.[kind];
  return first === undefined ? families : `${first}, ${families}`;
}

/** The advance width of a letter in a brand's face, in thousandths; undefined where the theme's own is used. */
export function brandWidth(face: DrawnFace, letter: string): number | undefined {
  return current?.widths[face]?.get(letter.codePointAt(0) ?? 0);
}

const themeFamily = { sans: "'Source Sans 3', sans-serif", serif: "'Source Serif 4', serif" };
