import { createRequire } from 'node:module';
import type { CslItem, Engine } from 'citeproc';
import { dependencyBytes, hasDependencyFile } from '../system/package-folder.js';

const require = createRequire(import.meta.url);

/** The style where the deck names none: the Chicago Manual's notes, 17th edition. */
const chicago = '@citation/csl-style-chicago-fullnote-bibliography/info.json';

/**
 * Makes a citeproc-js engine for a style in CSL's XML; throws whatever the engine throws on a style it cannot read. Terms and quotation
 * marks are those of the deck's language, English where the CSL locales have none for it. An author of several works is named each
 * time, since lists are cut by slide and by reader. Nothing is registered with it yet.
 */
export function createEngine(items: readonly CslItem[], style: string | undefined, lang: string): Engine {
  const { Engine, LANG_BASES } = require('citeproc') as typeof import('citeproc');
  const byId = new Map(items.map((item) => [item.id, item]));
  const base = new Map(Object.entries(LANG_BASES)).get(lang.replace(/-.*/, ''))?.replace('_', '-') ?? english;
  const locale = [lang, base].find(hasLocale) ?? english;
  const system = {
    retrieveLocale: (tag: string) =>
      withoutCommaAfterDay(dependencyBytes(localeFile(hasLocale(tag) ? tag : english)).toString()),
    retrieveItem: (id: string) => byId.get(id),
  };
  const engine = new Engine(system, style ?? (require(chicago) as { readonly content: string }).content, locale, true);
  engine.opt.development_extensions.wrap_url_and_doi = true;
  engine.bibliography.opt['subsequent-author-substitute'] = undefined;
  return engine;
}

/** The engine's words for the twelve months, as its dates have them. */
export function monthTerms(engine: Engine): readonly string[] {
  return Array.from({ length: 12 }, (_, month) => engine.getTerm(`month-${String(month + 1).padStart(2, '0')}`));
}

const english = 'en-US';

/** A comma stands between month and year, or nowhere: the Ukrainian locale of citeproc-locales 1.0.2 writes "29, січень". */
function withoutCommaAfterDay(locale: string): string {
  return locale.replace(/(<date-part name="day"[^>]* suffix="),( "\/>\s*<date-part name="month")/g, '$1$2');
}

function hasLocale(tag: string): boolean {
  return /^[A-Za-z-]+$/.test(tag) && hasDependencyFile(localeFile(tag));
}

function localeFile(tag: string): string {
  return `citeproc-locales/locales/locales-${tag}.xml`;
}
