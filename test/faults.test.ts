import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { removeGoneDecks, siteEntries, siteEntry } from '../src/commands/site-folder.js';
import { writeSiteIndex } from '../src/commands/site-index.js';
import type { Tools } from '../src/commands/tools.js';
import type { Artifact } from '../src/model.js';
import { parseDeck } from '../src/parse/deck.js';
import { steadyFiles } from '../src/read/steady-files.js';
import type { Files } from '../src/system/effects.js';
import { nodeFiles } from '../src/system/node-files.js';
import { testEffects } from './support/effects.js';
import { sourceOf } from './support/outline.js';
import { renderDeck } from './support/render-deck.js';
import { filesBelow } from './support/reopened.js';

const root = mkdtempSync(join(tmpdir(), 'pilcrow-faults-'));
const folder = (): string => mkdtempSync(join(root, 'at-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
afterEach(() => void vi.restoreAllMocks());

describe('files that are replaced together', () => {
  test('are put back when a later one cannot be put in its place', async () => {
    const at = folder();
    writeFileSync(join(at, 'a.txt'), 'before');
    mkdirSync(join(at, 'b.txt'));
    const replaced = nodeFiles.replace([
      { file: join(at, 'a.txt'), bytes: 'after' },
      { file: join(at, 'new.txt'), bytes: 'new' },
      { file: join(at, 'b.txt'), bytes: 'b' },
    ]);
    await expect(replaced).rejects.toMatchObject({ code: 'write-failed', message: expect.stringContaining('b.txt') });
    expect(readFileSync(join(at, 'a.txt'), 'utf8')).toBe('before');
    expect(readdirSync(at).sort()).toEqual(['a.txt', 'b.txt']);
  });

  test('may have the longest name a disk takes', async () => {
    const file = join(folder(), 'ў'.repeat(127));
    await nodeFiles.replace([{ file, bytes: 'a' }]);
    expect(readFileSync(file, 'utf8')).toBe('a');
  });
});

describe('a deck that is made while its author goes on', () => {
  test('is made of what was read first; what changed, went and came is known', async () => {
    const at = folder();
    for (const name of ['same', 'changed', 'gone', 'seen']) writeFileSync(join(at, name), name);
    const files = steadyFiles(nodeFiles);
    for (const name of ['same', 'changed', 'gone', 'new']) await files.read(join(at, name));
    expect(await files.kind(join(at, 'seen'))).toBe('file');
    writeFileSync(join(at, 'changed'), 'otherwise');
    writeFileSync(join(at, 'new'), 'new');
    rmSync(join(at, 'gone'));
    rmSync(join(at, 'seen'));
    expect(['same', 'changed', 'gone', 'seen'].map((name) => String(files.readNow(join(at, name))))).toEqual([
      'same',
      'changed',
      'gone',
      'seen',
    ]);
    expect(await files.changed()).toEqual([
      { file: join(at, 'changed'), isGone: false },
      { file: join(at, 'gone'), isGone: true },
      { file: join(at, 'new'), isGone: false },
      { file: join(at, 'seen'), isGone: true },
    ]);
  });

  test('keeps no large file in memory, and knows all the same that it changed', async () => {
    const at = folder();
    const [same, changed] = [join(at, 'same.gif'), join(at, 'changed.gif')];
    for (const file of [same, changed]) writeFileSync(file, Buffer.alloc(2 ** 20 + 1));
    const files = steadyFiles(nodeFiles);
    const kept = [same, changed].map((file) => {
      const first = files.readNow(file);
      return files.readNow(file) === first;
    });
    expect(kept).toEqual([false, false]);
    writeFileSync(changed, Buffer.alloc(2 ** 20 + 1, 1));
    expect(await files.changed()).toEqual([{ file: changed, isGone: false }]);
  });

  test('has the colours of its code whatever the clock does', async () => {
    const deck = parseDeck(sourceOf('# Code\n\n```js\nconst tide = high + low;\n```\n'));
    const render = async (): Promise<string> =>
      (await renderDeck(deck, { byId: new Map(), diagnostics: [] }, { audience: 'student' })).slides[0]?.html ?? '';
    const calm = await render();
    expect(calm).toContain('--code-token-keyword');
    let now = 1e12;
    vi.spyOn(Date, 'now').mockImplementation(() => (now += 60_000));
    expect(await render()).toBe(calm);
  });
});

describe('the folders of a site', () => {
  const made = (name: string, out: string, slides: string): Promise<void> => {
    const deck = { ...parseDeck(sourceOf(`# The deck ${name}\n`)), name };
    const page: Artifact = { path: `site/${name}/index.html`, bytes: `<p>${name}` };
    const style: Artifact = { path: `site/${name}/assets/deck-0123456789.css`, bytes: 'p {}' };
    const entry = siteEntry(deck, undefined, { file: join(slides, name, 'deck.md'), site: join(out, 'site') }, [
      style,
      page,
    ]);
    return nodeFiles.replace(
      [style, page, entry].map(({ path, ...content }) => ({ file: join(out, path), ...content })),
    );
  };
  const located = (slides: string, name: string) => {
    const at = join(slides, name);
    return { name, file: join(at, 'deck.md'), folder: at, isFolder: true };
  };
  const tools = (files: Files): Tools =>
    ({ effects: testEffects(root, { files }), client: { style: 'p {}', folder: root } }) as unknown as Tools;

  test('of decks that are gone go, with nothing that others put there', async () => {
    const [out, slides] = [folder(), join(root, 'slides')];
    const site = join(out, 'site');
    for (const name of ['kept', 'gone', 'mixed']) await made(name, out, slides);
    await made('elsewhere', out, '/other/slides');
    mkdirSync(join(site, 'own'));
    writeFileSync(join(site, 'own/index.html'), 'by hand');
    writeFileSync(join(site, 'mixed/CNAME'), 'by hand');
    const removed = await removeGoneDecks([located(slides, 'kept')], { site, slides }, nodeFiles);
    expect(removed).toEqual(['gone', 'mixed']);
    expect(readdirSync(site).sort()).toEqual(['elsewhere', 'kept', 'mixed', 'own']);
    expect(filesBelow(join(site, 'mixed'))).toEqual(['CNAME']);
    expect(existsSync(join(site, 'kept/assets/deck-0123456789.css'))).toBe(true);
  });

  test('whose entry leads out of the site are none of ours', async () => {
    const out = folder();
    writeFileSync(join(out, 'precious.txt'), 'by hand');
    await made('talk', out, '/slides');
    const file = join(out, 'site/talk/deck.json');
    const entry = JSON.parse(readFileSync(file, 'utf8'));
    for (const path of ['../../precious.txt', '/etc/hosts', 'C:\\precious.txt', 'a/../../../precious.txt']) {
      writeFileSync(file, JSON.stringify({ ...entry, files: [path] }));
      expect(await siteEntries(join(out, 'site'), nodeFiles)).toEqual([]);
    }
  });

  test('are all listed when two decks are made at once', async () => {
    const out = folder();
    const site = join(out, 'site');
    await made('one', out, '/slides');
    const late: Files = {
      ...nodeFiles,
      // The other deck is written, and listed, after this list was made up and before it is written.
      replace: async (files) => {
        if (!existsSync(join(site, 'two'))) {
          await made('two', out, '/slides');
          await writeSiteIndex(site, tools(nodeFiles));
        }
        await nodeFiles.replace(files);
      },
    };
    await writeSiteIndex(site, tools(late));
    const list = readFileSync(join(site, 'index.html'), 'utf8');
    expect([...list.matchAll(/href="(\w+)\/index\.html"/g)].map(([, name]) => name)).toEqual(['one', 'two']);
  });
});
