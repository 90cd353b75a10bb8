import { attribute, elements, type SeenElement, textContent } from '../../render/tree.js';

/** What an element shows that is neither text nor a picture: its words, or what it is and where its content lies. */
export function described(element: SeenElement): string {
  const words = textContent(element).replace(/\s+/g, ' ').trim();
  const named = attribute(element, 'aria-label') ?? attribute(element, 'title') ?? attribute(element, 'alt');
  const address = [element, ...elements(element)].map((one) => attribute(one, 'src')).find((one) => one !== undefined);
  const outer = address !== undefined && /^https?:/.test(address) ? address : '';
  const said = [named ?? '', words, outer].filter((one) => one !== '');
  return said.length === 0 ? element.tagName : said.join(' ');
}
