import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { createBrowserProvider } from '../../src/browser/browser-provider.js';
import { run, runInstalled } from '../support/command.js';
import { pdfFacts } from '../support/pdf-structure.js';
import { filesBelow, goThrough, record } from '../support/reopened.js';
import { fixtureFolder } from '../support/twins.js';

const work = mkdtempSync(join(tmpdir(), 'pilcrow-publish-decks-'));
const browser = createBrowserProvider({ choice: 'bundled', env: process.env });
let folder: string;
let count = 0;

beforeEach(() => {
  count += 1;
  folder = join(work, String(count));
  mkdirSync(join(folder, 'slides'), { recursive: true });
});
afterAll(async () => {
  await browser.close();
  rmSync(work, { recursive: true, force: true });
});

const deck = (name: string, text: string): void => {
  mkdirSync(join(folder, 'slides', name), { recursive: true });
  writeFileSync(join(folder, 'slides', name, 'deck.md'), text);
};
const contents = (): Readonly<Record<string, string>> =>
  Object.fromEntries(
    filesBelow(join(folder, 'dist')).map((file) => [file, readFileSync(join(folder, 'dist', file), 'base64')]),
  );
const pdfOf = (name: string, file = 'slides') =>
  pdfFacts(new Uint8Array(readFileSync(join(folder, 'dist/export', name, `${file}.pdf`))));
const broken = '# Broken\n\n![Nowhere](none.png)\n';

describe('a deck with errors', () => {
  test('is not written, leaves what was made earlier as it was, and stops no other deck', async () => {
    deck('good', '# Good\n');
    deck('worse', '# Fine at first\n');
    expect((await run(['build'], folder)).code).toBe(0);
    const before = contents();
    deck('good', '# Better\n');
    deck('worse', broken);
    const { code, reported } = await run(['build'], folder);
    expect(code).toBe(1);
    expect(reported).toContain(
      'slides/worse/deck.md:1:1 worse was not written: it has errors. --draft writes it all the same.',
    );
    const after = contents();
    expect(after['site/worse/index.html']).toBe(before['site/worse/index.html']);
    expect(after['site/good/index.html']).not.toBe(before['site/good/index.html']);
    expect(readFileSync(join(folder, 'dist/site/index.html'), 'utf8')).toContain('Fine at first');
  });

  test('leaves nothing at all behind where there was nothing', async () => {
    deck('worse', broken);
    expect((await run(['build'], folder)).code).toBe(1);
    expect((await run(['export'], folder)).code).toBe(1);
    expect(readdirSync(folder)).toEqual(['slides']);
  });

  test('is written as a draft with a mark on each slide, and the exit code is still 1', async () => {
    deck('worse', `${broken}\n---\n\n## Second\n`);
    const { code, reported } = await run(['export', '--draft'], folder);
    expect(code).toBe(1);
    expect(reported.join('\n')).not.toContain('was not written');
    const { pages } = await pdfOf('worse');
    expect(pages.map(({ text }) => text.includes('DRAFT'))).toEqual([true, true]);
    expect(readFileSync(join(folder, 'dist/export/worse/worse.html'), 'utf8').match(/<p class="draft"/g)?.length).toBe(
      2,
    );
    deck('worse', '# Mended\n');
    expect((await run(['export', '--draft', '--to', 'html'], folder)).code).toBe(0);
    expect(readFileSync(join(folder, 'dist/export/worse/worse.html'), 'utf8')).not.toContain('<p class="draft"');
  });
});

test('assets that no page names any more are removed, others below dist are not', async () => {
  deck('pictured', '# One\n\n![A](a.svg)\n');
  writeFileSync(join(folder, 'slides/pictured/a.svg'), '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"/>');
  await run(['build', '--out', 'made'], folder);
  writeFileSync(join(folder, 'made/site/mine.txt'), 'not made by the tool');
  writeFileSync(join(folder, 'made/site/assets/deck-0123456789.css'), 'of an earlier version');
  const pictures = (): readonly string[] =>
    filesBelow(join(folder, 'made')).filter((file) => /\/a-\w+\.svg$/.test(file));
  const before = pictures();
  writeFileSync(join(folder, 'slides/pictured/a.svg'), '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 4"/>');
  await run(['build', '--out', 'made'], folder);
  expect(pictures().length).toBe(1);
  expect(pictures()).not.toEqual(before);
  expect(filesBelow(join(folder, 'made/site/assets')).filter((file) => file.endsWith('.css')).length).toBe(1);
  expect(readFileSync(join(folder, 'made/site/mine.txt'), 'utf8')).toBe('not made by the tool');
  expect(readdirSync(folder).sort()).toEqual(['made', 'slides']);
});

test('steps and cuts: a page a step, still a bookmark a slide; only the slides of that length', async () => {
  deck(
    'timed',
    '---\nminutes: 30\n---\n# One\n\n- a\n\n. . .\n\n- b\n\n---\n\n## Short {cut=10}\n\n----\n\n## Long {cut=60}\n',
  );
  await run(['export', '--to', 'pdf', '--steps', 'all'], folder);
  const stepped = await pdfOf('timed');
  expect(stepped.pages.map(({ text }) => text.match(/\b[ab]\b|Short/g)?.join(' '))).toEqual(['a', 'a b', 'Short']);
  expect(stepped.bookmarks).toEqual(['One → 1', 'Short → 3']);
  await run(['export', '--to', 'pdf', '--cut', '10'], folder);
  expect((await pdfOf('timed', 'slides-10')).bookmarks).toEqual(['Short → 1']);
  await run(['export', '--to', 'pdf', '--cut', '60'], folder);
  expect((await pdfOf('timed', 'slides-60')).bookmarks).toEqual(['One → 1', 'Short → 2', '  Long → 3']);
  expect((await pdfOf('timed')).bookmarks).toEqual(['One → 1', 'Short → 3']);
});

describe('any name and any editor', () => {
  const names = ['a talk', 'no #1', '50% off', "it's", 'Беларусь — доклад', 'q?&=+', '😀'];

  test('decks come by path, whatever they are called, with all they name', async () => {
    const files = names.map((name) => `${name}.md`);
    for (const [index, name] of names.entries()) {
      const picture = `${name} ${index}.svg`;
      writeFileSync(join(folder, picture), '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"/>');
      writeFileSync(join(folder, `${name}.md`), `# Deck ${index}\n\n![Picture](<${encodeURIComponent(picture)}>)\n`);
    }
    const { code, reported } = await run(['build', ...files, '--quiet'], folder);
    const onWindows = reported.filter((line) => line.includes(' warning deck-name '));
    expect([code, reported.length]).toEqual([0, 2 * onWindows.length]);
    expect(onWindows.map((line) => line.split('.md:')[0])).toEqual(names.filter((name) => name.includes('?')));
    expect((await run(['export', '--to', 'html', '--quiet', ...files], folder)).code).toBe(0);
    for (const [index, name] of names.entries()) {
      const file = join(folder, 'dist/export', name, `${name}.html`);
      await browser.withPage({ allow: (url) => url.startsWith('file:') }, async (page) => {
        const { requests, trouble } = record(page);
        await page.goto(pathToFileURL(file).href);
        expect(await goThrough(page)).toEqual([`deck-${index}`]);
        expect([requests.length, trouble]).toEqual([1, []]);
      });
    }
    await browser.withPage({ allow: (url) => url.startsWith('file:') }, async (page) => {
      await page.goto(pathToFileURL(join(folder, 'dist/site/index.html')).href);
      const links = await page.evaluate(() =>
        [...document.querySelectorAll('ol a')].map((link) => (link as HTMLAnchorElement).href),
      );
      expect(links.length).toBe(names.length);
      for (const link of links) {
        await page.goto(link);
        expect(await page.title()).toMatch(/^Deck \d$/);
        expect(await page.evaluate(() => [...document.images].map(({ naturalWidth }) => naturalWidth > 0))).toEqual([
          true,
        ]);
      }
    });
  });

  test('a byte order mark and Windows line ends make no difference', async () => {
    const text = readFileSync(join(fixtureFolder('decks'), 'tides/deck.md'), 'utf8');
    cpSync(join(fixtureFolder('decks'), 'tides'), join(folder, 'slides/tides'), { recursive: true });
    await run(['build', '--out', 'unix'], folder);
    deck('tides', `\uFEFF${text.replaceAll('\n', '\r\n')}`);
    await run(['build', '--out', 'windows'], folder);
    expect(readFileSync(join(folder, 'windows/site/tides/index.html'), 'utf8')).toBe(
      readFileSync(join(folder, 'unix/site/tides/index.html'), 'utf8'),
    );
  });
});

test('the same deck on the same date gives the same bytes, with nothing cached', async () => {
  cpSync(join(fixtureFolder('decks'), 'tides'), join(folder, 'slides/tides'), { recursive: true });
  const make = async (): Promise<Readonly<Record<string, string>>> => {
    const env = { SOURCE_DATE_EPOCH: '1700000000' };
    for (const command of ['build', 'export']) {
      expect(await runInstalled([command, '--force', '--quiet'], folder, env)).toMatchObject({ code: 0, printed: [] });
    }
    const made = contents();
    rmSync(join(folder, 'dist'), { recursive: true });
    return made;
  };
  const first = await make();
  expect(Object.keys(first)).toContain('export/tides/slides.pdf');
  expect(await make()).toEqual(first);
});
