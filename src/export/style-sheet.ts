import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import type { Selector, TransformResult, transform } from 'lightningcss';
import type { Diagnostic } from '../diagnostic.js';
import type { TextFile } from '../model.js';

/** Where a `url()` of a style sheet points. */
type Target =
  | { readonly kind: 'file'; readonly file: string }
  | { readonly kind: 'kept' }
  | { readonly kind: 'remote' };

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
    text = text.replaceAll(dependency.placeholder, () => to ?? 'data:,');
  }
  return text;
}

/**
 * A style sheet without the rules for elements that an output does not have, by their classes and ids as selectors name them: what a
 * rule says and shows would come into it all the same.
 */
export function withoutRulesFor(css: string, names: ReadonlySet<string>): string {
  if (![...names].some((name) => css.includes(name))) return css;
  const { code } = load().transform({
    filename: 'style.css',
    code: Buffer.from(css),
    errorRecovery: true,
    visitor: {
      Rule: {
        style({ value }) {
          const selectors = value.selectors.filter((selector) => !asksFor(selector, names));
          if (selectors.length === value.selectors.length) return undefined;
          return selectors.length === 0 ? [] : { type: 'style', value: { ...value, selectors } };
        },
      },
    },
  });
  return code.toString();
}

function asksFor(selector: Selector, names: ReadonlySet<string>): boolean {
  return selector.some((part) => {
    if (part.type === 'class') return names.has(`.${part.name}`);
    if (part.type === 'id') return names.has(`#${part.name}`);
    const isChoice = part.type === 'pseudo-class' && (part.kind === 'is' || part.kind === 'where');
    return isChoice && part.selectors.every((one) => asksFor(one, names));
  });
}

/** What an author's style sheet has that outputs cannot have: broken rules, addresses of other hosts, files that are not there. */
export function styleDiagnostics(
  { path, text }: TextFile,
  base: string,
  exists: (file: string) => boolean,
): readonly Diagnostic[] {
  const { warnings, dependencies } = read(text, base);
  const broken = warnings.map(
    ({ message, loc }): Diagnostic => ({
      rule: 'style-syntax',
      severity: 'warning',
      message: `This rule is not understood and is left out: ${message}.`,
      place: { path, line: loc.line, column: loc.column },
    }),
  );
  const addresses = (dependencies || []).flatMap((dependency): Diagnostic[] => {
    if (!('url' in dependency)) return [];
    const { url, loc } = dependency;
    const target = targetOf(url, base);
    const place = { path, line: loc.start.line, column: loc.start.column };
    if (target.kind === 'remote') {
      const message = `${url} lies on another host and is left out: outputs ask nothing of the network.`;
      return [{ rule: 'remote-resource', severity: 'warning', message, place, cure: 'Save it beside the deck.' }];
    }
    if (target.kind === 'kept' || exists(target.file)) return [];
    const message = `There is no file "${url}" beside the style sheet.`;
    return [{ rule: 'file-missing', severity: 'error', message, place, cure: 'Correct the path.' }];
  });
  return [...broken, ...addresses];
}

/** Loaded by the decks that have a style sheet: it is a native library of 10 MB. */
function load(): { readonly transform: typeof transform } {
  return createRequire(import.meta.url)('lightningcss');
}

function read(css: string, base: string): TransformResult {
  return load().transform({
    filename: resolve(base, 'style.css'),
    code: Buffer.from(css),
    analyzeDependencies: true,
    errorRecovery: true,
    minify: true,
  });
}

function targetOf(url: string, base: string): Target {
  if (/^(data:|#)/i.test(url)) return { kind: 'kept' };
  if (/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(url)) return { kind: 'remote' };
  return { kind: 'file', file: resolve(base, decodePath(url.replace(/[?#].*$/, ''))) };
}

/** A `%` that begins no escape stands for itself. */
function decodePath(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
