import type { Engine } from 'citeproc';
import { escapeHtml } from '../escape-html.js';
import { locatorText } from '../evidence/locators.js';
import { filled, wordsIn } from '../language/words/words.js';
import type { Deck, Diagnostic, Reference, SetReference, TextFile } from '../model.js';
import { type Cache, cacheKey } from '../system/cache.js';
import { createEngine, monthTerms } from './citation-engine.js';
import { cslItem, hasAddress } from './csl-item.js';
import { monthInflector } from './inflect-months.js';
import { letterOf, shortNames } from './short-names.js';

/** Counts up when what is made of the same entries and style changes. */
const version = '4';

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
  if (kept !== undefined) return { references: inOrder(JSON.parse(kept) as SetById), diagnostics };
  const problem = style === undefined ? undefined : unusable(style);
  if (problem !== undefined) return { references: inOrder([]), diagnostics: [...diagnostics, problem] };
  let engine: Engine;
  try {
    engine = createEngine(items, style?.text, lang);
  } catch (error) {
    if (style === undefined) throw error;
    const wrong = wrongStyle(style, `The citation library cannot read this CSL style (${error}).`);
    return { references: inOrder([]), diagnostics: [...diagnostics, wrong] };
  }
  const inflect = monthInflector(monthTerms(engine), lang);
  const set = setAll(engine, references, cited, inflect);
  await cache.write(key, JSON.stringify(set));
  return { references: inOrder(set), diagnostics };

  function inOrder(set: SetById): readonly Reference[] {
    return named(references, new Set(cited.keys()), set, lang);
  }
}

interface SetWithLetter extends SetReference {
  /** What the style itself tells the work's year by. */
  readonly letter?: string;
}

type SetById = readonly (readonly [id: string, set: SetWithLetter])[];

/** What slides and their figures cite, with the paragraphs. */
function citedLocators({ slides }: Deck): ReadonlyMap<string, readonly string[]> {
  const cited = new Map<string, string[]>();
  const citing = slides.flatMap(({ citations, diagrams }) => [
    ...citations,
    ...diagrams.flatMap((diagram) => diagram.citations ?? []),
  ]);
  for (const citation of citing) {
    const texts = cited.get(citation.key) ?? [];
    const text = locatorText(citation);
    if (!texts.includes(text)) cited.set(citation.key, [...texts, text]);
  }
  return cited;
}

/**
 * A style tells works apart among those that are cited; the others are set after them, and are listed only where nothing is cited. A
 * style without a list of its own lists its notes.
 */
function setAll(
  engine: Engine,
  references: readonly Reference[],
  cited: ReadonlyMap<string, readonly string[]>,
  inflect: (text: string) => string,
): SetById {
  const ids = references.map(({ id }) => id);
  const among = ids.filter((id) => cited.has(id));
  const first = among.length > 0 && among.length < ids.length ? setAmong(engine, among, cited, inflect) : [];
  const known = new Map(first);
  return setAmong(engine, ids, cited, inflect).map(([id, set]) => [id, known.get(id) ?? set]);
}

function setAmong(
  engine: Engine,
  among: readonly string[],
  cited: ReadonlyMap<string, readonly string[]>,
  inflect: (text: string) => string,
): SetById {
  engine.updateItems(among);
  const list = engine.makeBibliography();
  const ids = list === false ? among : list[0].entry_ids.flat();
  return ids.map((id, index) => {
    const note = (locator: string): string =>
      inflect(engine.makeCitationCluster([locator === '' ? { id } : { id, locator, label: 'paragraph' }]));
    const notes = Object.fromEntries(['', ...(cited.get(id) ?? [])].map((locator) => [locator, note(locator)]));
    const entry = list === false ? undefined : inflect(list[1][index] ?? '');
    const year = engine.registry.registry[id]?.disambig?.year_suffix;
    const letter = typeof year === 'string' ? letterOf(Number(year)) : undefined;
    return [id, { entry: entry?.trim() ?? notes[''] ?? '', notes, ...(letter !== undefined && { letter }) }];
  });
}

/** In the style's order, each with its short name; where that has a letter which the style has not, the list says it in brackets. */
function named(
  references: readonly Reference[],
  cited: ReadonlySet<string>,
  set: SetById,
  lang: string,
): readonly Reference[] {
  const byId = new Map(references.map((reference) => [reference.id, reference]));
  const order = [...new Set([...set.map(([id]) => id), ...byId.keys()])];
  const sets = new Map(set);
  const listed = order.flatMap((id) => byId.get(id) ?? []);
  const letters = new Map(set.flatMap(([id, { letter }]) => (letter === undefined ? [] : [[id, letter] as const])));
  const names = shortNames(cited.size === 0 ? listed : listed.filter(({ id }) => cited.has(id)), lang, letters);
  return listed.map((reference) => {
    const { name, label } = names.get(reference.id) ?? {};
    const words = sets.get(reference.id);
    return {
      ...reference,
      ...(name !== undefined && { short: name }),
      ...(words !== undefined && {
        set: { entry: reprinted(labelled(words.entry, label), reference, lang), notes: words.notes },
      }),
    };
  });
}

/** The label stands at the entry's end, within the elements a style wraps it in. */
function labelled(entry: string, label: string | undefined): string {
  if (label === undefined || entry.includes(label)) return entry;
  return entry.replace(/\s*((?:<\/div>\s*)*)$/, ` [${label}]$1`);
}

/** Where a reprint stood first, which few styles say, at the entry's end. */
function reprinted(entry: string, { 'reprint-of': work }: Reference, lang: string): string {
  if (work === undefined) return entry;
  const said = filled(wordsIn(lang).reprintOf, { work: `<i>${escapeHtml(work)}</i>` });
  return entry.replace(/\s*((?:<\/div>\s*)*)$/, ` ${said}$1`);
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
