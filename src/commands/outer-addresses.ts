import { kindOf } from '../css/address-kind.js';
import { addressesOf } from '../render/addresses.js';
import { elements, parse } from '../render/tree.js';

/** What a drawing may need from outside itself; most have nothing like it, and are not parsed. */
const suspect =
  /(?:href\s*=\s*["']?(?!["'\s]*(?:#|data:))|url\(\s*["']?(?!["'\s]*(?:#|data:))|@import|\\|image(?:-set)?\(|src\()/i;

/** The addresses, each once, that an SVG file would load: pictures, symbols of other files, fonts, style sheets. */
export function outerAddresses(svg: string): readonly string[] {
  if (!suspect.test(svg)) return [];
  const addresses = elements(parse(svg)).flatMap(addressesOf);
  return [...new Set(addresses.map(({ url }) => url).filter((url) => kindOf(url) !== 'other'))];
}
