import { createRequire } from 'node:module';
import type { CslItem, Engine } from 'citeproc';

const require = createRequire(import.meta.url);

/** The style where the deck names none: the Chicago Manual's notes, 17th edition. */
const chicago = '@citation/csl-style-chicago-fullnote-bibliography/info.json';

/**
 * Makes a citeproc-js engine for a style in CSL's XML; throws whatever the engine throws on a style it cannot read. Terms are
 * English unless the style brings its own: no package holds those of the region's languages. An author of several works is named
 * each time, since lists are cut by slide and by reader.
 */
export function createEngine(items: readonly CslItem[], style: string | undefined): Engine {
  const { Engine } = require('citeproc') as typeof import('citeproc');
  const byId = new Map(items.map((item) => [item.id, item]));
  const system = {
    retrieveLocale: () => require('locale-en-us') as unknown,
    retrieveItem: (id: string) => byId.get(id),
  };
  const engine = new Engine(system, style ?? (require(chicago) as { readonly content: string }).content, 'en-US', true);
  engine.opt.development_extensions.wrap_url_and_doi = true;
  engine.bibliography.opt['subsequent-author-substitute'] = undefined;
  engine.updateItems(items.map(({ id }) => id));
  return engine;
}
