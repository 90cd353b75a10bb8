import { attribute, type Element, removeAttribute, setAttribute, textContent } from './tree.js';

/** An address in an attribute that the browser would load, and how to put another in its place. */
export interface Address {
  readonly element: Element;
  readonly attribute: string;
  readonly url: string;
  readonly set: (url: string) => void;
}

/** Attributes that hold one address, and the elements that load it; `*` is any element. */
const single: Readonly<Record<string, readonly string[]>> = {
  src: ['*'],
  'data-src': ['*'],
  poster: ['*'],
  data: ['object'],
  href: ['link', 'image', 'use', 'feimage'],
  'data-background-iframe': ['*'],
  'data-preview-image': ['*'],
  'data-preview-video': ['*'],
};
/** Attributes that hold several, parted by commas; in `srcset` each is followed by a width or density. */
const several: readonly string[] = ['srcset', 'data-background-image', 'data-background-video'];

/** Every address of an element that the browser would load without being asked. Links are not among them. */
export function addressesOf(element: Element): readonly Address[] {
  if (element.attrs.length === 0 && element.tagName !== 'style') return [];
  const [sheet] = element.tagName === 'style' ? element.childNodes : [];
  if (sheet !== undefined && 'value' in sheet) {
    return urls(textContent(sheet)).map((url) => ({
      element,
      attribute: 'style',
      url,
      set: (next) => {
        sheet.value = sheet.value.replace(url, () => next);
      },
    }));
  }
  return element.attrs.flatMap(({ name, value }): readonly Address[] => {
    const set = (next: string): void => setAttribute(element, name, next);
    const loading = Object.hasOwn(single, name) ? single[name] : undefined;
    if (loading?.some((tag) => tag === '*' || tag === element.tagName.toLowerCase())) {
      return value.trim() === '' ? [] : [{ element, attribute: name, url: value.trim(), set }];
    }
    if (several.includes(name)) return lists(element, name, value);
    if (name === 'data-background' && isPicture(value)) {
      removeAttribute(element, name);
      setAttribute(element, 'data-background-image', value);
      return lists(element, 'data-background-image', value);
    }
    if (name === 'style') {
      return urls(value).map((url) => ({
        element,
        attribute: name,
        url,
        set: (next) => exchange(element, name, url, next),
      }));
    }
    return [];
  });
}

/** How Reveal tells the address of a picture in `data-background` from a colour (its `slidecontent.js`). */
function isPicture(background: string): boolean {
  return /^\s*(http|file|\/\/)/i.test(background) || /\.(svg|png|jpg|jpeg|gif|bmp|webp)([?#\s]|$)/i.test(background);
}

/** What an address is: a file of the deck, something on another host, or neither (data, a place in this page). */
export function kindOf(url: string): 'local' | 'remote' | 'other' {
  if (url === '' || url.startsWith('#') || /^data:/i.test(url)) return 'other';
  return /^([a-z][a-z0-9+.-]*:|\/\/)/i.test(url) ? 'remote' : 'local';
}

/** An address as it is meant; one with a bare percent sign is encoded in no way and means itself. */
export function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch (error) {
    if (error instanceof URIError) return url;
    throw error;
  }
}

function lists(element: Element, name: string, value: string): readonly Address[] {
  if (/^\s*data:/i.test(value)) return [];
  const parts = value.split(',').map((part) => part.trim());
  const named = name === 'srcset' ? parts.map((part) => part.split(/\s+/)[0] ?? '') : parts;
  return named
    .filter((url) => url !== '')
    .map((url) => ({ element, attribute: name, url, set: (next) => exchange(element, name, url, next) }));
}

/** The addresses of a style's `url()`s. */
function urls(css: string): readonly string[] {
  return [...css.matchAll(/url\(\s*(["']?)(.*?)\1\s*\)/g)].map(([, , url = '']) => url);
}

function exchange(element: Element, name: string, url: string, next: string): void {
  setAttribute(
    element,
    name,
    (attribute(element, name) ?? '').replace(url, () => next),
  );
}
