import { type ReadCss, readCss } from '../css/css-addresses.js';
import { targetOf } from '../css/lightning-css.js';

/**
 * A style sheet, minified, with every address of a local file replaced by that in the output. What lies on another host becomes an empty
 * data URI: outputs ask the network for nothing.
 */
export function withUrls(css: string, base: string, address: (file: string) => string | undefined): string {
  const { addresses, written } = readOnce(css);
  return written(
    addresses.map(({ url }) => {
      const target = targetOf(url, base);
      const to = target.kind === 'kept' ? url : target.kind === 'file' ? address(target.file) : undefined;
      return to ?? 'data:,';
    }),
  );
}

/** Each page of a deck, each deck and each save in `dev` asks for the same few sheets, and to read the theme's takes 20 ms. */
function readOnce(css: string): ReadCss {
  const known = kept.get(css) ?? readCss(css, 'sheet', { minify: true });
  kept.delete(css);
  kept.set(css, known);
  for (const oldest of kept.keys()) if (kept.size > 8) kept.delete(oldest);
  return known;
}

/** The last eight that were asked for, the latest last. */
const kept = new Map<string, ReadCss>();
