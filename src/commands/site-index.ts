import { join } from 'node:path';
import { siteAssets } from '../export/assets.js';
import type { Deck } from '../model.js';
import { composeIndex, type ListedDeck } from '../render/documents/index.js';
import { slidesOf } from '../render/edition.js';
import type { Tools } from './tools.js';

/**
 * Writes the page that lists the decks of a site, and beside it what it lists, so that a deck made by itself later joins the
 * others. A deck whose folder is gone leaves the list.
 */
export async function writeSiteIndex(
  published: readonly Deck[],
  cut: number | undefined,
  site: string,
  { effects, client }: Tools,
): Promise<void> {
  const { files } = effects;
  const listFile = join(site, 'decks.json');
  const listed = new Map((await readList(listFile, files)).map((deck) => [deck.name, deck]));
  for (const deck of published) listed.set(deck.name, entryOf(deck, cut));
  const standing: ListedDeck[] = [];
  for (const deck of listed.values()) {
    if ((await files.kind(join(site, deck.name, 'index.html'))) === 'file') standing.push(deck);
  }
  if (standing.length === 0) return;
  standing.sort((a, b) => (a.name < b.name ? -1 : 1));
  const assets = siteAssets(files);
  const page = composeIndex(standing, client, assets);
  await files.replace([
    ...assets.artifacts().map(({ path, bytes }) => ({ file: join(site, path), bytes })),
    { file: listFile, bytes: `${JSON.stringify(standing, null, 1)}\n` },
    { file: join(site, 'index.html'), bytes: page },
  ]);
  const current = new Set(assets.artifacts().map(({ path }) => path));
  for (const name of await files.list(join(site, 'assets'))) {
    const ours = /-[\da-f]{10}\.\w+$/.test(name);
    if (ours && !current.has(`assets/${name}`)) await files.remove(join(site, 'assets', name));
  }
}

/** A deck as the site has it: the students' slides in the length it is cut to. */
function entryOf(deck: Deck, cut: number | undefined): ListedDeck {
  const { subtitle, author, date, lang } = deck.settings;
  const minutes = cut ?? deck.settings.minutes;
  return {
    name: deck.name,
    title: deck.title,
    lang,
    slides: slidesOf(deck, { audience: 'student', ...(cut === undefined ? {} : { cut }) }).length,
    ...(subtitle === undefined ? {} : { subtitle }),
    ...(author === undefined ? {} : { author }),
    ...(date === undefined ? {} : { date }),
    ...(minutes === undefined ? {} : { minutes }),
  };
}

/** A list that cannot be read is made anew from the decks at hand. */
async function readList(file: string, files: Tools['effects']['files']): Promise<readonly ListedDeck[]> {
  const bytes = await files.read(file);
  if (bytes === undefined) return [];
  try {
    const list: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return Array.isArray(list)
      ? list.filter((deck) => typeof deck?.name === 'string' && typeof deck?.title === 'string')
      : [];
  } catch {
    return [];
  }
}
