import { addressesOf, kindOf } from '../render/addresses.js';
import { elements, parse, textContent } from '../render/tree.js';

/** What a drawing may need from outside itself; most have nothing like it, and are not parsed. */
const suspect = /(?:href\s*=\s*["']?(?!["'\s]*(?:#|data:))|url\(\s*["']?(?!["'\s]*(?:#|data:))|@import)/i;

/** The addresses, each once, that an SVG file would load: pictures, symbols of other files, fonts, style sheets. */
export function outerAddresses(svg: string): readonly string[] {
  if (!suspect.test(svg)) return [];
  const found = new Set<string>();
  for (const element of elements(parse(svg))) {
    for (const { url } of addressesOf(element)) if (kindOf(url) !== 'other') found.add(url);
    if (element.tagName === 'style') {
      for (const [, url = ''] of textContent(element).matchAll(/@import\s+["']([^"']+)["']/g)) found.add(url);
    }
  }
  return [...found];
}
