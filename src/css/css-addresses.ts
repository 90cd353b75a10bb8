import type { Function as CalledFunction, TokenOrValue, TransformResult } from 'lightningcss';
import { deepestNesting, depthOf, lightningCss, withinString } from './lightning-css.js';
import { withoutRemarks } from './without-remarks.js';

/** An address that a style names. */
export interface CssAddress {
  readonly url: string;
  /** In the style, from 1. */
  readonly line: number;
  /** Where it is known, from 1: the strings of functions have no place of their own. */
  readonly column?: number;
  readonly isImport: boolean;
}

/** A style, and the addresses in it that a browser would load, whatever they are written as. */
export interface ReadCss {
  readonly addresses: readonly CssAddress[];
  /** The style with other addresses, in the order of `addresses`. */
  readonly written: (urls: readonly string[]) => string;
  /** What is not understood and left out, each with its place from 1. */
  readonly trouble: readonly { readonly line: number; readonly column: number; readonly message: string }[];
}

/** A whole style sheet, or the declarations of a `style` attribute. */
export type CssForm = 'sheet' | 'declarations';

/** How the style is written: with its `@import`s, which are taken out when not asked for, and without needless space. */
export interface CssWriting {
  readonly imports?: boolean;
  readonly minify?: boolean;
}

/** Whether a style has a word that could name an address; one written with escapes counts. Most have none, and need not be read. */
export function mayNameAddresses(css: string): boolean {
  return /\\|url|src|image|import|fade/i.test(css);
}

/**
 * Finds the addresses in a style: in `url()` however it is spelt, in the strings of `image-set()`, `src()` and their like, in `@import` and
 * `@font-face`, in custom properties. Lightning CSS reads the style and writes it anew. Of one that is nested too deep for it nothing is left.
 */
export function readCss(css: string, form: CssForm, { imports = false, minify = false }: CssWriting = {}): ReadCss {
  if (depthOf(css) > deepestNesting) {
    const message = `blocks stand more than ${deepestNesting} deep in each other`;
    return { addresses: [], written: () => '', trouble: [{ line: 1, column: 1, message }] };
  }
  const addresses: CssAddress[] = [];
  const places = new Map<string, number>();
  let line = 1;
  const found = (url: string, at: number, column?: number): string => {
    const marker = `${scheme}${addresses.length}\uFDD1`;
    places.set(marker, addresses.length);
    addresses.push({ url, line: at, ...(column === undefined ? {} : { column }), isImport: false });
    return marker;
  };
  const leaveOut = ({ value: { url, loc } }: { value: { url: string; loc: { line: number; column: number } } }): [] => {
    addresses.push({ url, line: loc.line + 1, column: loc.column, isImport: true });
    return [];
  };
  const readStrings = (called: CalledFunction): TokenOrValue | undefined => {
    if (!naming.test(called.name)) return undefined;
    const named = called.arguments.map((one) =>
      withMarked(one, (url) => {
        line = lineOf(css, url, line);
        return found(url, line);
      }),
    );
    return { type: 'function', value: { ...called, arguments: named } };
  };
  const { code, dependencies, warnings } = transformed(css, form, {
    minify,
    visitor: {
      ...(imports ? {} : { Rule: { import: leaveOut } }),
      Url: ({ url, loc }) => (url.startsWith(scheme) ? undefined : { url: found(url, loc.line, loc.column), loc }),
      ...(mayCall.test(css) ? { Function: readStrings } : {}),
    },
  });
  for (const dependency of dependencies || []) {
    if (!('url' in dependency)) continue;
    const { url, placeholder, loc, type } = dependency;
    const known = places.get(url);
    if (known !== undefined) places.set(placeholder, known);
    else if (!places.has(placeholder)) {
      places.set(placeholder, addresses.length);
      addresses.push({ url, line: loc.start.line, column: loc.start.column, isImport: type === 'import' });
    }
  }
  const text = code.toString();
  const markers = new RegExp(places.size === 0 ? '(?!)' : [...places.keys()].join('|'), 'g');
  return {
    addresses,
    // At once, since an address that is put in may be as long as a film, and hold anything.
    written: (urls) => text.replace(markers, (marker) => withinString(urls[places.get(marker) ?? -1] ?? '')),
    trouble: warnings.map(({ message, loc: { line, column } }) => ({ line, column, message })),
  };
}

/** Functions whose strings are addresses (CSS Images 4, CSS Values 5), with what browsers put before their names. */
const naming = /^(-\w+-)?(image-set|image|src|url|cross-fade)$/i;

/** Whether a style calls one of them; to look at each call that it has takes as long as all else. */
const mayCall = /(image|src|fade|set)\(|\\/i;

/** An absolute address, since Lightning CSS takes no other in a custom property; U+FDD0 and U+FDD1 stand in no text. */
const scheme = 'x:\uFDD0';

type Options = Omit<Parameters<ReturnType<typeof lightningCss>['transform']>[0], 'filename' | 'code'>;

function transformed(
  css: string,
  form: CssForm,
  { minify, visitor }: Required<Pick<Options, 'minify' | 'visitor'>>,
): Pick<TransformResult, 'code' | 'dependencies' | 'warnings'> {
  const { transform, transformStyleAttribute } = lightningCss();
  // Lightning CSS keeps a comment with `!`.
  const code = Buffer.from(css.includes('/*!') ? withoutRemarks(css) : css);
  const options = { code, minify, errorRecovery: true, visitor };
  return form === 'sheet'
    ? transform({ ...options, filename: 'style.css', analyzeDependencies: { preserveImports: true } })
    : transformStyleAttribute({ ...options, analyzeDependencies: true });
}

function withMarked(one: TokenOrValue, marked: (url: string) => string): TokenOrValue {
  if (one.type !== 'token' || one.value.type !== 'string' || one.value.value.startsWith(scheme)) return one;
  return { type: 'token', value: { type: 'string', value: marked(one.value.value) } };
}

/** The first line from `from` on that holds the address, else the first of all. */
function lineOf(css: string, url: string, from: number): number {
  const lines = css.split('\n');
  const next = lines.findIndex((line, index) => index + 1 >= from && line.includes(url));
  return (
    (next === -1
      ? Math.max(
          0,
          lines.findIndex((line) => line.includes(url)),
        )
      : next) + 1
  );
}
