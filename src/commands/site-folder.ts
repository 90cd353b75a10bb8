import { createHash } from 'node:crypto';
import { dirname, join, relative } from 'node:path';
import { editionName } from '../model/edition-name.js';
import type { Artifact, AssetFile, Deck } from '../model.js';
import type { DeckLocation } from '../read/deck.js';
import type { ListedDeck } from '../render/documents/index.js';
import { slidesOf } from '../render/edition.js';
import type { Files } from '../system/effects.js';
import type { KnownIds } from './former-ids.js';

/** What stands beside a deck in the site: how the list names it, and what its folder holds of ours. */
export interface SiteEntry extends ListedDeck {
  /** The deck's own name, where the folder is that of another length. */
  readonly deck?: string;
  /** Of which file the folder was made; a fingerprint, since a path says where its author works, of its way from the site, so that a project may move. */
  readonly source: string;
  /** Paths in the folder, with forward slashes. */
  readonly files: readonly string[];
  /** The ids of its slides, in reading order; absent where an earlier version wrote it. */
  readonly ids?: readonly string[];
  /** By a slide's id, ids that it had before and that lead nowhere; absent where there are none. */
  readonly former?: KnownIds['former'];
}

/** Where a deck comes from, and the folder of the site it goes to; both absolute. */
export interface SitePlaces {
  readonly file: string;
  readonly site: string;
}

const entryName = 'deck.json';

/** The deck's entry, to be written last into its folder of the site: the students' slides in the length it is cut to. */
export function siteEntry(
  deck: Deck,
  cut: number | undefined,
  { file, site }: SitePlaces,
  made: readonly Artifact[],
  { ids, former }: KnownIds = { ids: [], former: {} },
): AssetFile {
  const { title, settings } = deck;
  const name = folderInSite(deck, cut);
  const { subtitle, author, date, lang } = settings;
  const minutes = cut ?? settings.minutes;
  const folder = `site/${name}/`;
  const paths = made.map(({ path }) => path).filter((path) => path.startsWith(folder));
  const entry: SiteEntry = {
    name,
    title,
    lang,
    slides: slidesOf(deck, { audience: 'student', ...(cut === undefined ? {} : { cut }) }).length,
    ...(subtitle === undefined ? {} : { subtitle }),
    ...(author === undefined ? {} : { author }),
    ...(date === undefined ? {} : { date }),
    ...(minutes === undefined ? {} : { minutes }),
    source: fingerprint(file, site),
    ...(name === deck.name ? {} : { deck: deck.name }),
    files: [...paths.map((path) => path.slice(folder.length)), entryName].sort(),
    ids,
    ...(Object.keys(former).length === 0 ? {} : { former }),
  };
  return { path: folder + entryName, bytes: `${JSON.stringify(entry, null, 1)}\n` };
}

/** The folder of a site that a length of the deck goes to. */
function folderInSite({ name, settings }: Deck, cut: number | undefined): string {
  return editionName(name, { audience: 'student', ...(cut === undefined ? {} : { cut }) }, settings);
}

/** By which ids the slides of a length were reached when the site was built; undefined where it was not, or of another deck of that name. */
export async function idsInSite(
  deck: Deck,
  cut: number | undefined,
  { file, site }: SitePlaces,
  files: Files,
): Promise<KnownIds | undefined> {
  const entry = readEntry(await files.read(join(site, folderInSite(deck, cut), entryName)));
  if (entry?.ids === undefined || entry.source !== fingerprint(file, site)) return undefined;
  return { ids: entry.ids, former: entry.former ?? {} };
}

/** The decks that stand in a site, by name. A folder without a readable entry is none of ours. */
export async function siteEntries(site: string, files: Files): Promise<readonly SiteEntry[]> {
  const entries: SiteEntry[] = [];
  for (const name of await files.list(site)) {
    const entry = readEntry(await files.read(join(site, name, entryName)));
    if (entry?.name === name) entries.push(entry);
  }
  return entries;
}

/** What a folder of the site holds of ours: what its entry names, and files named by their content. */
async function ownFiles(folder: string, files: Files): Promise<readonly string[]> {
  const assets = await files.list(join(folder, 'assets'));
  const entry = readEntry(await files.read(join(folder, entryName)));
  return [...new Set([...assets.filter(isHashed).map((name) => `assets/${name}`), ...(entry?.files ?? [])])];
}

/** The same of a deck's folders, that of each length among them; absolute, by folder. */
export async function ownSites(
  site: string,
  deck: string,
  files: Files,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const folders = (await files.list(site)).filter((name) => name === deck || name.startsWith(`${deck}-`));
  const all = folders.map(async (name): Promise<[string, readonly string[]]> => {
    const folder = join(site, name);
    return [folder, (await ownFiles(folder, files)).map((path) => join(folder, path))];
  });
  return new Map(await Promise.all(all));
}

/** Removes what was written for decks of `slides/` that are not there any more, and returns their names. */
export async function removeGoneDecks(
  decks: readonly DeckLocation[],
  { site, slides }: { readonly site: string; readonly slides: string },
  files: Files,
): Promise<readonly string[]> {
  const there = new Set(decks.map(({ file }) => fingerprint(file, site)));
  const gone = (await siteEntries(site, files)).filter(
    ({ name, deck = name, source }) =>
      source === fingerprint(join(slides, deck, 'deck.md'), site) && !there.has(source),
  );
  for (const { name } of gone) {
    const folder = join(site, name);
    const own = await ownFiles(folder, files);
    for (const path of own) await files.remove(join(folder, path));
    const folders = new Set(own.map((path) => dirname(path)).filter((path) => path !== '.'));
    for (const below of [...folders].sort().reverse()) await removeEmpty(join(folder, below), files);
    await removeEmpty(folder, files);
  }
  return gone.map(({ name }) => name);
}

/** A name that ends in ten digits of a hash, as `siteAssets` gives it. */
export function isHashed(name: string): boolean {
  return /-[\da-f]{10}\.\w+$/.test(name);
}

async function removeEmpty(folder: string, files: Files): Promise<void> {
  if ((await files.list(folder)).length === 0) await files.remove(folder);
}

function readEntry(bytes: Uint8Array | undefined): SiteEntry | undefined {
  if (bytes === undefined) return undefined;
  try {
    const entry: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return isEntry(entry) ? entry : undefined;
  } catch {
    return undefined;
  }
}

/** Its paths are removed, so that none may lead out of the folder. */
function isEntry(value: unknown): value is SiteEntry {
  if (typeof value !== 'object' || value === null) return false;
  const {
    name,
    title,
    lang,
    slides,
    source,
    files,
    deck = '',
    ids = [],
    former = {},
  } = value as Partial<Record<keyof SiteEntry, unknown>>;
  const texts = [name, title, lang, source, deck].every((text) => typeof text === 'string');
  const isPath = (path: unknown): boolean => typeof path === 'string' && !/^[/\\]|(^|[/\\])\.\.([/\\]|$)|:/.test(path);
  const areIds = isTexts(ids) && typeof former === 'object' && former !== null && Object.values(former).every(isTexts);
  return texts && areIds && typeof slides === 'number' && Array.isArray(files) && files.every(isPath);
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

function fingerprint(file: string, site: string): string {
  const way = relative(site, file).replaceAll('\\', '/');
  return createHash('sha256').update(way).digest('hex').slice(0, 16);
}
