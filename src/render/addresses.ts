import { type CssForm, mayNameAddresses, readCss } from '../css/css-addresses.js';
import { readSourceSet } from './srcset.js';
import { type Element, textContent } from './tree.js';

/** An address that the browser would ask for without being told to, and how to put another in its place. */
export interface Address {
  readonly element: Element;
  /** The attribute it stands in; `style` for the text of a `<style>` too. */
  readonly attribute: string;
  readonly url: string;
  /** How many lines below the beginning of the attribute, or of the text, it stands. */
  readonly below: number;
  /** What shows nothing where it is left out: the reader misses nothing, and no box has to say so. */
  readonly isSilent?: true;
  /** One of an animation's, which `;` parts: no file of the deck can be put there as data. */
  readonly isAnimated?: true;
  /** An `@import`, which only goes. */
  readonly isImport?: true;
  /** `undefined` takes it out: an attribute of one address goes, in a style stands an empty one. */
  readonly set: (url: string | undefined) => void;
}

type Attribute = Element['attrs'][number];

/** Attributes that hold one address, and the elements that load it; `*` is any element. */
const single: Readonly<Record<string, readonly string[]>> = {
  src: ['*'],
  'data-src': ['*'],
  poster: ['*'],
  background: ['body', 'table', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th'],
  data: ['object'],
  href: ['link', 'base'],
  'data-background-iframe': ['*'],
  'data-preview-image': ['*'],
  'data-preview-video': ['*'],
  'data-preview-link': ['*'],
};
/** The same, where the reader sees nothing of it: whom to tell, where a form goes. */
const silent: Readonly<Record<string, readonly string[]>> = {
  action: ['form'],
  formaction: ['*'],
  manifest: ['*'],
  codebase: ['object', 'applet'],
  classid: ['object'],
};
/** Attributes that hold several, parted by spaces. */
const spaced: readonly string[] = ['ping', 'attributionsrc', 'archive'];
/** By a form of their own. */
const sourceSets: readonly string[] = ['srcset', 'imagesrcset'];
/** By commas, as Reveal parts them. */
const several: readonly string[] = ['data-background-image', 'data-background-video'];
/** What Reveal writes into a style as it stands (its `slidecontent.js`). */
const styled: readonly string[] = ['data-background', 'data-background-gradient'];
/** SVG's presentation attributes whose values may name a picture, a filter, a part of another file (SVG 2, 6.6). */
const presented: readonly string[] =
  'fill stroke filter clip-path mask marker marker-start marker-mid marker-end cursor'.split(' ');
/** What an animation puts into an attribute. */
const animated: readonly string[] = ['to', 'from', 'by', 'values'];

/** Every address of an element that the browser would load without being asked. Links are not among them. */
export function addressesOf(element: Element): readonly Address[] {
  if (element.tagName === 'style') return addressesOfSheet(element);
  return element.attrs.length === 0 ? [] : [...element.attrs].flatMap((attr) => addressesIn(attr, element));
}

function addressesOfSheet(element: Element): readonly Address[] {
  const [sheet] = element.childNodes;
  if (sheet === undefined || !('value' in sheet)) return [];
  return addressesOfCss(textContent(sheet), 'sheet', { element, attribute: 'style' }, (css) => {
    sheet.value = css;
  });
}

function addressesIn(attr: Attribute, element: Element): readonly Address[] {
  const { name, value } = attr;
  const tag = element.tagName.toLowerCase();
  const inDrawing = element.namespaceURI === svg;
  const at = { element, attribute: name };
  const write = (next: string | undefined): void => {
    if (next === undefined) element.attrs = element.attrs.filter((other) => other !== attr);
    else attr.value = next;
  };
  const alone = (): readonly Address[] =>
    value.trim() === '' || isPreviewSwitch(name, value) ? [] : [{ ...at, url: value.trim(), below: 0, set: write }];
  if (names(single, name, tag) || (inDrawing && name === 'href' && tag !== 'a')) return alone();
  if (names(silent, name, tag)) return alone().map((address) => ({ ...address, isSilent: true }));
  if (spaced.includes(name)) return listed(value, value.split(/\s+/), at, write, ' ', true);
  if (sourceSets.includes(name)) {
    const set = readSourceSet(value);
    const urls: (string | undefined)[] = [...set.urls];
    return set.urls.map((url, index) => ({
      ...at,
      url,
      below: linesBefore(value, url),
      set: (next) => {
        urls[index] = next;
        write(urls.every((one) => one === undefined) ? undefined : set.written(urls));
      },
    }));
  }
  if (name === 'data-background' && isPicture(value)) {
    attr.name = 'data-background-image';
    return addressesIn(attr, element);
  }
  if (several.includes(name))
    return /^\s*data:/i.test(value) ? alone() : listed(value, value.split(','), at, write, ', ', false);
  if (name === 'style') return addressesOfCss(value, 'declarations', at, write);
  if (styled.includes(name)) return addressesOfValue('background', value, at, write);
  if (inDrawing && presented.includes(name)) return addressesOfValue(name, value, at, write);
  if (inDrawing && animated.includes(name)) return addressesOfAnimation(value, element, at, write);
  return [];
}

const svg = 'http://www.w3.org/2000/svg';

function names(table: Readonly<Record<string, readonly string[]>>, name: string, tag: string): boolean {
  const tags = Object.hasOwn(table, name) ? table[name] : undefined;
  return tags?.some((one) => one === '*' || one === tag) === true;
}

type At = Pick<Address, 'element' | 'attribute'>;
type Write = (value: string | undefined) => void;

function listed(
  value: string,
  parts: readonly string[],
  at: At,
  write: Write,
  joint: string,
  isSilent: boolean,
): readonly Address[] {
  const urls: (string | undefined)[] = parts.map((part) => part.trim());
  return urls.flatMap((url, index): readonly Address[] => {
    if (url === undefined || url === '') return [];
    const set = (next: string | undefined): void => {
      urls[index] = next;
      const left = urls.filter((one) => one !== undefined && one !== '');
      write(left.length === 0 ? undefined : left.join(joint));
    };
    return [{ ...at, url, below: linesBefore(value, url), ...(isSilent ? { isSilent } : {}), set }];
  });
}

/** A style's addresses; one that is taken out leaves an empty one, since a style may count on there being something. */
function addressesOfCss(css: string, form: CssForm, at: At, write: (css: string) => void): readonly Address[] {
  if (!mayNameAddresses(css)) return [];
  const read = readCss(css, form);
  const urls = read.addresses.map(({ url }) => url);
  return read.addresses.map(({ url, line, isImport }, index) => ({
    ...at,
    url,
    below: line - 1,
    ...(isImport ? { isImport } : {}),
    set: (next) => {
      urls[index] = next ?? 'data:,';
      write(read.written(urls));
    },
  }));
}

/** The value of one property, as an attribute holds it. */
function addressesOfValue(property: string, value: string, at: At, write: Write): readonly Address[] {
  if (ofThisPage.test(value)) return [];
  return addressesOfCss(value.includes(';') ? '' : `${property}:${value}`, 'declarations', at, (css) =>
    write(css.slice(css.indexOf(':') + 1).trim() || undefined),
  );
}

/** `url(#arrow)`, as drawings have it a hundred times. */
const ofThisPage = /^\s*url\(\s*["']?#[\w-]*["']?\s*\)\s*$/;

/** What an animation gives to `href`, or to a property that takes an address. */
function addressesOfAnimation(value: string, element: Element, at: At, write: Write): readonly Address[] {
  const target = element.attrs.find(({ name }) => name === 'attributeName')?.value.replace(/^.*:/, '') ?? '';
  const parts = value.split(';');
  if (target === 'href') {
    return listed(value, parts, at, write, ';', false).map((address) => ({ ...address, isAnimated: true }));
  }
  const property = presented.includes(target) ? target : 'fill';
  return parts.flatMap((part, index) =>
    addressesOfValue(property, part, at, (css) => {
      parts[index] = css ?? 'none';
      write(parts.join(';'));
    }),
  );
}

function linesBefore(text: string, part: string): number {
  return text.slice(0, text.indexOf(part)).split('\n').length - 1;
}

/** How Reveal tells the address of a picture in `data-background` from a colour (its `slidecontent.js`). */
function isPicture(background: string): boolean {
  return /^\s*(http|file|\/\/)/i.test(background) || /\.(svg|png|jpg|jpeg|gif|bmp|webp)([?#\s]|$)/i.test(background);
}

/** Whether an attribute says only that Reveal shows the element's own address in a window, as Quarto writes it. */
export function isPreviewSwitch(name: string, value: string): boolean {
  return name.startsWith('data-preview-') && /^\s*(?:auto|true|false)\s*$/i.test(value);
}

/** Whether what an attribute names is shown as a page of its own. */
export function isFrame({ tagName }: Element, name: string): boolean {
  return (
    name === 'data-background-iframe' ||
    name === 'data-preview-link' ||
    (tagName === 'iframe' && /^(data-)?src$/.test(name))
  );
}
