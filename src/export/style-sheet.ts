import { join } from 'node:path';
import type { TransformResult } from 'lightningcss';
import { lightningCss, targetOf, withinString } from '../lightning-css.js';

/**
 * A style sheet, minified, with every `url()` of a local file replaced by its address. What lies on another host becomes an empty
 * data URI: outputs ask nothing of the network. Lightning CSS finds the `url()`s, so that strings and comments are left alone.
 */
export function withUrls(css: string, base: string, address: (file: string) => string | undefined): string {
  const { code, dependencies } = read(css, base);
  let text = code.toString();
  for (const dependency of dependencies || []) {
    if (!('url' in dependency)) continue;
    const target = targetOf(dependency.url, base);
    const to = target.kind === 'kept' ? dependency.url : target.kind === 'file' ? address(target.file) : undefined;
    text = text.replaceAll(dependency.placeholder, () => withinString(to ?? 'data:,'));
  }
  return text;
}

function read(css: string, base: string): TransformResult {
  return lightningCss().transform({
    filename: join(base, 'style.css'),
    code: Buffer.from(css),
    analyzeDependencies: true,
    errorRecovery: true,
    minify: true,
  });
}
