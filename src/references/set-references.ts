import type { Engine } from 'citeproc';
import { type Cache, cacheKey } from '../cache.js';
import { locatorText } from '../evidence/locators.js';
import type { Deck, Diagnostic, Reference, SetReference, TextFile } from '../model.js';
import { createEngine } from './citation-engine.js';
import { cslItem, hasAddress } from './csl-item.js';

/** Counts up when what is made of the same entries and style changes. */
const version = '2';

/**
 * Sets a deck's references in its citation style, in the style's order, and as a note for each paragraph that is cited. What was
 * set before comes from the cache: to load the citation library takes longer than to compile a deck. A style that cannot be
 * used is a diagnostic, and the references stay as they are.
 */
export async function setReferences(
  deck: Deck,
  style: TextFile | undefined,
  cache: Cache,
): Promise<{ readonly references: readonly Reference[]; readonly diagnostics: readonly Diagnostic[] }> {
  const { references } = deck;
  if (references.length === 0) return { references, diagnostics: [] };
  const { lang } = deck.settings;
  const items = references.map((reference) => cslItem(reference, lang));
  const cited = citedLocators(deck);
  const key = cacheKey(['references', version, lang, style?.text ?? '', JSON.stringify([items, [...cited]])]);
  const kept = await cache.read(key);
  const diagnostics = references.filter((reference) => !hasAddress(reference)).map(wrongAddress);
  if (kept !== undefined) return { references: inOrder(references, JSON.parse(kept) as SetById), diagnostics };
  const problem = style === undefined ? undefined : unusable(style);
  if (problem !== undefined) return { references, diagnostics: [...diagnostics, problem] };
  let engine: Engine;
  try {
    engine = createEngine(items, style?.text, lang);
  } catch (error) {
    if (style === undefined) throw error;
    const wrong = wrongStyle(style, `The citation library cannot read this CSL style (${error}).`);
    return { references, diagnostics: [...diagnostics, wrong] };
  }
  const set = setAll(engine, references, cited);
  await cache.write(key, JSON.stringify(set));
  return { references: inOrder(references, set), diagnostics };
}

type SetById = readonly (readonly [id: string, set: SetReference])[];

function citedLocators({ slides }: Deck): ReadonlyMap<string, readonly string[]> {
  const cited = new Map<string, string[]>();
  for (const citation of slides.flatMap(({ citations }) => citations)) {
    const texts = cited.get(citation.key) ?? [];
    const text = locatorText(citation);
    if (!texts.includes(text)) cited.set(citation.key, [...texts, text]);
  }
  return cited;
}

/** A style without a list of its own lists its notes. */
function setAll(
  engine: Engine,
  references: readonly Reference[],
  cited: ReadonlyMap<string, readonly string[]>,
): SetById {
  const list = engine.makeBibliography();
  const ids = list === false ? references.map(({ id }) => id) : list[0].entry_ids.flat();
  return ids.map((id, index) => {
    const note = (locator: string): string =>
      engine.makeCitationCluster([locator === '' ? { id } : { id, locator, label: 'paragraph' }]);
    const notes = Object.fromEntries(['', ...(cited.get(id) ?? [])].map((locator) => [locator, note(locator)]));
    const entry = list === false ? undefined : list[1][index];
    return [id, { entry: entry?.trim() ?? notes[''] ?? '', notes }];
  });
}

function inOrder(references: readonly Reference[], set: SetById): readonly Reference[] {
  const byId = new Map(references.map((reference) => [reference.id, reference]));
  const listed = set.flatMap(([id, words]): Reference[] => {
    const reference = byId.get(id);
    return reference === undefined ? [] : [{ ...reference, set: words }];
  });
  const names = new Set(set.map(([id]) => id));
  return [...listed, ...references.filter(({ id }) => !names.has(id))];
}

function wrongAddress({ id, URL, place }: Reference): Diagnostic {
  return {
    rule: 'references',
    severity: 'warning',
    message: `The URL of \`${id}\`, "${URL}", is no web address and is left out of its reference.`,
    place,
    cure: 'Begin it with https://.',
  };
}

/** A style that only names another, and a file that is no style at all: the library's own words on these help nobody. */
function unusable(style: TextFile): Diagnostic | undefined {
  if (!/<style[\s>]/.test(style.text)) return wrongStyle(style, 'This is no CSL style: it has no `<style>` element.');
  if (/<citation[\s>]/.test(style.text)) return undefined;
  const parent = /<link\b[^>]*\bindependent-parent\b[^>]*>/.exec(style.text)?.[0];
  const name = /\bhref="[^"]*\/([^"/]+)"/.exec(parent ?? '')?.[1];
  if (parent === undefined) return wrongStyle(style, 'This CSL style says nothing about citations.');
  return wrongStyle(style, `This CSL style only refers to another, ${name ?? 'its parent'}.`);
}

function wrongStyle({ path }: TextFile, message: string): Diagnostic {
  return {
    rule: 'citation-style',
    severity: 'error',
    message,
    place: { path, line: 1 },
    cure: 'Save a complete style (.csl) there, for example one from the Zotero Style Repository.',
  };
}
