import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import type { bundleAsync, transform, transformStyleAttribute } from 'lightningcss';
import { decoded, kindOf, plainAddress } from './address-kind.js';

/** Where an address of a style sheet points. */
export type StyleTarget =
  | { readonly kind: 'file'; readonly file: string }
  | { readonly kind: 'kept' }
  | { readonly kind: 'remote' };

/** Lightning CSS, loaded by the decks that have a style sheet: it is a native library of 10 MB. */
export function lightningCss(): {
  readonly transform: typeof transform;
  readonly bundleAsync: typeof bundleAsync;
  readonly transformStyleAttribute: typeof transformStyleAttribute;
} {
  return createRequire(import.meta.url)('lightningcss');
}

/** `base` is the folder of the style sheet that names the address. An empty address names nothing. */
export function targetOf(url: string, base: string): StyleTarget {
  const kind = kindOf(url);
  if (kind === 'other') return { kind: 'kept' };
  if (kind === 'remote') return { kind };
  return { kind: 'file', file: resolve(base, decoded(plainAddress(url).replace(/[?#].*$/, ''))) };
}

/** A text as it stands between double quotes in a style sheet (CSS Syntax 3, 4.3.5). */
export function withinString(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\a ');
}

/** Blocks in each other, and sheets that import each other. The parser is native and does not survive what is deeper by far. */
export const deepestNesting = 100;

/** How deep brackets stand in each other; strings, comments and escaped signs are passed over. */
export function depthOf(css: string): number {
  let depth = 0;
  let most = 0;
  for (const [sign] of css.matchAll(/\/\*.*?\*\/|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|\\.|[()[\]{}]/gs)) {
    if ('([{'.includes(sign)) most = Math.max(most, ++depth);
    else if (')]}'.includes(sign)) depth = Math.max(0, depth - 1);
  }
  return most;
}
