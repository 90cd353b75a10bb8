import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formerIds } from '../src/commands/former-ids.js';
import { siteAddresses } from '../src/commands/site-addresses.js';
import { siteEntry } from '../src/commands/site-folder.js';
import { formatDiagnostic, sortDiagnostics } from '../src/model/diagnostic.js';
import type { Deck } from '../src/model.js';
import { parseDeck } from '../src/parse/deck.js';
import { readDeck } from '../src/read/deck.js';
import type { Files } from '../src/system/effects.js';
import { testEffects } from './support/effects.js';
import { fixtureFolder } from './support/twins.js';

const folder = fixtureFolder('addresses');
const places = { file: '/talks/lamps/deck.md', site: '/talks/dist/site' };
const lengths = [undefined, 5];
const read = async (name: string): Promise<Deck> => {
  const location = { name: 'lamps', file: join(folder, `${name}.md`), folder, isFolder: false };
  return parseDeck(await readDeck(location, testEffects(folder)));
};

/** A site that was built of decks: its entries, by path. */
type Site = ReadonlyMap<string, string>;

/** What a build says over the site that stands, and the site after it. */
async function build(
  deck: Deck,
  standing: Site,
  from = places,
): Promise<{ readonly said: readonly string[]; readonly site: Site }> {
  const files = {
    read: async (path: string) => {
      const text = standing.get(path.replaceAll('\\', '/'));
      return text === undefined ? undefined : new TextEncoder().encode(text);
    },
  } as Partial<Files> as Files;
  const { known, diagnostics } = await siteAddresses(deck, lengths, from, files);
  const entries = [...known].map(([cut, ids]) => siteEntry(deck, cut, from, [], ids));
  const site = entries.map(
    (entry) => [`/talks/dist/${entry.path}`, 'bytes' in entry ? String(entry.bytes) : ''] as const,
  );
  return { said: sortDiagnostics(diagnostics).map(formatDiagnostic), site: new Map(site) };
}

const cases = readdirSync(folder).flatMap((name) =>
  name.endsWith('.before.md') ? [name.slice(0, -'.before.md'.length)] : [],
);

describe('slides with other addresses than in the site that was built before', () => {
  test.each(cases)('are said: %s', async (name) => {
    const { said: first, site } = await build(await read(`${name}.before`), new Map());
    expect(first).toEqual([]);
    const { said } = await build(await read(name), site);
    await expect(said.map((line) => `${line}\n`).join('')).toMatchFileSnapshot(join(folder, `${name}.txt`));
  });

  test('are said again of a deck with an address, and once of another', async () => {
    const { site } = await build(await read('renamed.before'), new Map());
    const second = await build(await read('renamed'), site);
    const third = await build(await read('renamed'), second.site);
    expect(third.said).toEqual(second.said);
    const own = { ...(await read('renamed')), settings: (await read('cured')).settings };
    const once = await build(own, site);
    expect([once.said.length, (await build(own, once.site)).said]).toEqual([2, []]);
  });

  test('are those of the same deck, by an entry that can be read', async () => {
    const { site } = await build(await read('renamed.before'), new Map());
    const elsewhere = { ...places, file: '/talks/other/lamps/deck.md' };
    expect((await build(await read('renamed'), site, elsewhere)).said).toEqual([]);
    for (const broken of ['', '{', '[]', '{"ids":[1]}']) {
      const spoilt = new Map([...site].map(([path]) => [path, broken]));
      expect((await build(await read('renamed'), spoilt)).said).toEqual([]);
    }
  });
});

describe('ids that a slide had', () => {
  const built = (...ids: string[]) => ({ ids, former: {} });
  const now = (...ids: string[]) => ids.map((id) => ({ id }));

  test('gather until one leads to the slide again', () => {
    const once = Object.fromEntries(formerIds(built('a', 'quay', 'z'), now('a', 'pier', 'z')));
    const twice = formerIds({ ids: ['a', 'pier', 'z'], former: once }, now('a', 'dock', 'z'));
    expect([...twice]).toEqual([['dock', ['quay', 'pier']]]);
    const back = formerIds({ ids: ['a', 'dock', 'z'], former: Object.fromEntries(twice) }, now('a', 'quay', 'z'));
    expect([...back]).toEqual([['quay', ['pier', 'dock']]]);
    const gone = formerIds({ ids: ['a', 'dock', 'z'], former: Object.fromEntries(twice) }, now('a', 'z'));
    expect([...gone]).toEqual([]);
  });

  test('are those of a slide that moved to another place too', () => {
    const moved = formerIds(built('a', 'the-old-quay', 'b', 'c'), now('a', 'b', 'new', 'the-old-quays', 'c'));
    expect([...moved]).toEqual([['the-old-quays', ['the-old-quay']]]);
  });

  test('are told of a whole deck that was translated, and of none that is empty', () => {
    expect([...formerIds(built('one', 'two'), now('eins', 'zwei'))]).toEqual([
      ['eins', ['one']],
      ['zwei', ['two']],
    ]);
    expect([...formerIds(built(), now('a'))]).toEqual([]);
    expect([...formerIds(built('a'), now())]).toEqual([]);
  });
});
