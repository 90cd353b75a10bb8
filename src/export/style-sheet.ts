import { readCss } from '../css/css-addresses.js';
import { targetOf } from '../css/lightning-css.js';

/**
 * A style sheet, minified, with every address of a local file replaced by that in the output. What lies on another host becomes an empty
 * data URI: outputs ask the network for nothing.
 */
export function withUrls(css: string, base: string, address: (file: string) => string | undefined): string {
  const { addresses, written } = readCss(css, 'sheet', { minify: true });
  return written(
    addresses.map(({ url }) => {
      const target = targetOf(url, base);
      const to = target.kind === 'kept' ? url : target.kind === 'file' ? address(target.file) : undefined;
      return to ?? 'data:,';
    }),
  );
}
