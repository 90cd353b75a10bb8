import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createBrowserProvider, onlyFiles } from '../../src/browser/browser-provider.js';
import { run } from '../support/command.js';
import { type PdfFacts, pdfFacts } from '../support/pdf-structure.js';
import { filesBelow, record } from '../support/reopened.js';
import { fixtureFolder } from '../support/twins.js';

const out = mkdtempSync(join(tmpdir(), 'pilcrow-papers-'));
const browser = createBrowserProvider({ choice: 'bundled', env: process.env });
const folder = join(out, 'export/ferry');
const page = join(folder, 'reader.html');

let facts: Readonly<Record<'worksheet' | 'key' | 'reader' | 'reader-teacher', PdfFacts>>;

beforeAll(async () => {
  const made = await run(['export', 'ferry', '--to', 'worksheet,key,reader', '--out', out], fixtureFolder('decks'));
  expect([made.code, ...made.printed]).toEqual([0]);
  const open = (name: string): Promise<PdfFacts> => pdfFacts(new Uint8Array(readFileSync(join(folder, `${name}.pdf`))));
  const [worksheet, key, reader, teacher] = await Promise.all(
    ['worksheet', 'key', 'reader', 'reader-teacher'].map(open),
  );
  if (!worksheet || !key || !reader || !teacher) throw new Error('a paper is missing');
  facts = { worksheet, key, reader, 'reader-teacher': teacher };
});
afterAll(async () => {
  await browser.close();
  rmSync(out, { recursive: true, force: true });
});

const textOf = ({ pages }: PdfFacts): string => pages.map(({ text }) => text).join(' ');
const everything = (one: PdfFacts): string => JSON.stringify(one);

test('the papers are these files, and a page', () => {
  expect(filesBelow(folder)).toEqual(['key.pdf', 'reader-teacher.pdf', 'reader.html', 'reader.pdf', 'worksheet.pdf']);
});

test('each is titled, in its language, on A4, tagged on every page, every figure with its alternative', () => {
  for (const [name, { info, lang, pages, taggedPages, alternatives, roles }] of Object.entries(facts)) {
    expect([name, info.Title]).toEqual([name, expect.stringMatching(/^Two towns, one ferry – /)]);
    expect([name, lang]).toEqual([name, 'en-GB']);
    for (const { width, height } of pages) expect([Math.round(width), Math.round(height)]).toEqual([595, 842]);
    expect([name, taggedPages]).toEqual([name, pages.map((_, index) => index + 1)]);
    expect(alternatives.filter((alt) => alt.trim() === '')).toEqual([]);
    expect([name, roles.H1]).toEqual([name, 1]);
  }
});

test("students' papers hold nothing of the teacher's, and the teacher's hold it", () => {
  for (const name of ['worksheet', 'reader'] as const) {
    expect(everything(facts[name])).not.toContain('SECRET');
    expect(readFileSync(join(folder, `${name}.pdf`), 'latin1')).not.toContain('SECRET');
  }
  expect(readFileSync(page, 'utf8')).not.toContain('SECRET');
  expect(textOf(facts.key).match(/SECRET-ANSWER/g)).toHaveLength(3);
  expect(textOf(facts['reader-teacher'])).toMatch(/SECRET-NOTE.*SECRET-HANDOUT.*SECRET-LIKELY.*SECRET-ANSWER/);
});

test('the worksheet asks, says where to read, and leaves the relations to be written in', () => {
  const { bookmarks, alternatives } = facts.worksheet;
  expect(bookmarks.map((one) => one.replace(/ → .*/, ''))).toEqual([
    '1 Why does Halden see no need for a contract?',
    '2 What passes between the towns?',
    '3 The article is of May 2023. What would you check before you cite it on the bridge?',
  ]);
  const text = textOf(facts.worksheet);
  expect(text).toContain('Read ¶5');
  expect(text).toContain('Trust has outlived mayors and ferries');
  expect(everything(facts.worksheet)).not.toMatch(/free of charge|ordered a study/);
  expect(alternatives).toEqual([
    'Halden, Orre, The ministry. Halden → Orre: gives, ¶ …; Orre → Halden: gives, ¶ …; The ministry → Orre: promises, ¶ …',
  ]);
});

test('the key marks what is right in words, and shows the words it rests on', () => {
  const text = textOf(facts.key);
  expect(text.match(/\bright\b/g)).toHaveLength(2);
  expect(text).toMatch(/Where it stands\s*¶5\s*… has outlived four mayors and two ferries …/);
  expect(text).toMatch(/¶6\s*… promised at every election …/);
});

test('the reader has a bookmark a part, tables with their heads, and links both ways', () => {
  const { bookmarks, roles, links, alternatives } = facts.reader;
  expect(bookmarks.map((one) => one.replace(/ → .*/, ''))).toEqual([
    'Two towns, one ferry',
    'What the article says',
    '  One ferry has joined two towns for sixty years',
    '  Each side gives what the other lacks',
    '  The harbour master wants it in writing',
    '  The towns disagree about paper, not about the ferry',
    'What to do with it',
    '  A wall keeps the quay from the sea',
    '  Why does Halden see no need for a contract?',
    '  What passes between the towns?',
    '  A bridge has been promised since 1978',
    'References',
  ]);
  expect(roles.TH).toBe(4);
  expect(alternatives).toContain('A quay wall of dark planks at low water, seen from the strait');
  expect(links.length).toBeGreaterThanOrEqual(2 * 22);
});

describe('reader.html', () => {
  test('opens by itself, without a script, and reads on a phone', () =>
    browser.withPage({ allow: onlyFiles(page) }, async (view, blocked) => {
      const { requests, trouble } = record(view);
      await view.setViewport({ width: 390, height: 844 });
      await view.goto(pathToFileURL(page).href);
      await view.evaluate(() => document.fonts.ready);
      const seen = await view.evaluate(() => {
        const shown = [...document.querySelectorAll('body *')].filter((element) => element.closest('svg') === null);
        const hasText = (element: Element): boolean =>
          [...element.childNodes].some((node) => node.nodeType === 3 && (node.textContent ?? '').trim() !== '');
        const references = [...document.querySelectorAll<HTMLAnchorElement>('a.ref')];
        const target = (link: Element | null): Element | null =>
          document.getElementById((link?.getAttribute('href') ?? '#').slice(1));
        return {
          scripts: document.scripts.length,
          width: document.documentElement.scrollWidth,
          small: shown
            .filter((one) => hasText(one) && Number.parseFloat(getComputedStyle(one).fontSize) < 16)
            .map((one) => `${one.tagName} ${one.textContent}`),
          levels: [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map((one) => Number(one.tagName[1])),
          references: references.length,
          leadBack: references.filter((one) => target(target(one)?.querySelector('.n') ?? null) === one).length,
        };
      });
      const { levels, ...rest } = seen;
      expect(rest).toEqual({ scripts: 0, width: 390, small: [], references: 22, leadBack: 22 });
      expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
      expect([requests.length, ...trouble, ...blocked]).toEqual([1]);
    }));
});

test('a question is in one piece unless it is longer than a page, and then nothing of it is lost', async () => {
  const rows = Array.from({ length: 90 }, (_, index) => `- [${index === 4 ? 'x' : ' '}] choice-${index}`).join('\n');
  const short = [1, 2, 3, 4, 5].map(
    (one) =>
      `## Q${one}-begins here? {layout=question}\n\n::: question {lines=9}\nQ${one}-ends\n\n::: answer\nYes\n:::\n:::\n`,
  );
  const text = `# Many\n\n---\n\n${short.join('\n---\n\n')}\n---\n\n## Long? {layout=question}\n\n::: question\n${rows}\n:::\n`;
  const source = join(out, 'many');
  mkdirSync(source);
  writeFileSync(join(source, 'deck.md'), text);
  await run(['export', source, '--to', 'worksheet', '--paper', 'letter', '--draft', '--out', out], out);
  const { pages } = await pdfFacts(new Uint8Array(readFileSync(join(out, 'export/many/worksheet.pdf'))));
  expect(pages.map(({ width, height }) => [Math.round(width), Math.round(height)])[0]).toEqual([612, 792]);
  const pageOf = (words: string): number => pages.findIndex((one) => one.text.includes(words));
  for (const one of [1, 2, 3, 4, 5]) {
    expect(pageOf(`Q${one}-begins`)).toBeGreaterThanOrEqual(0);
    expect(pageOf(`Q${one}-ends`)).toBe(pageOf(`Q${one}-begins`));
  }
  const all = pages.map((one) => one.text).join(' ');
  for (let index = 0; index < 90; index++) expect(all).toContain(`choice-${index}`);
});

test('a figure that would leave its page half empty stands between paragraphs of its slide, and notes count as they are read', async () => {
  const deck = join(out, 'slides', 'tall');
  mkdirSync(deck, { recursive: true });
  writeFileSync(
    join(deck, 'wall.svg'),
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 600" width="900" height="600"><path d="M0 0H900V600H0Z"/></svg>',
  );
  const said = (slide: number, paragraph: number): string =>
    `Begin-${slide}-${paragraph} ${'the water rises at the quay '.repeat(12)}[^${slide}${paragraph}].`;
  const slide = (_: unknown, index: number): string =>
    [
      `## Wall number ${index}`,
      '![A wall of stone](wall.svg)',
      `::: handout\n${[1, 2, 3].map((one) => said(index, one)).join('\n\n')}\n:::`,
      ...[1, 2, 3].map((one) => `[^${index}${one}]: Remark ${'abc'[one - 1]}.`),
    ].join('\n\n');
  const rules = 'rules: { notes-missing: off, timing: off }';
  writeFileSync(
    join(deck, 'deck.md'),
    [`---\nlang: en\nminutes: 20\n${rules}\n---\n\n# Walls`, ...Array.from({ length: 6 }, slide)].join('\n\n---\n\n'),
  );
  const { code } = await run(['export', deck, '--to', 'reader', '--quiet', '--out', join(out, 'tall')], out);
  expect(code).toBe(0);
  const { pages } = await pdfFacts(new Uint8Array(readFileSync(join(out, 'tall/export/tall/reader.pdf'))));
  const text = pages.map(({ text }) => text).join(' ');
  const between = [0, 1, 2, 3, 4, 5].filter((one) => {
    const figure = text.indexOf(`Figure ${one + 1}.`);
    return text.indexOf(`Wall number ${one}`) < figure && figure < text.indexOf(`Begin-${one}-3`);
  });
  expect(between.length).toBeGreaterThan(0);
  const numbers = [...text.matchAll(/(\d+)\s+Remark/g)].map(([, number]) => Number(number));
  expect(numbers.length).toBeGreaterThan(9);
  expect(numbers).toEqual(numbers.toSorted((one, other) => one - other));
});

test('a map takes no more height on paper than it fills: its least height is one on the stage', async () => {
  mkdirSync(join(out, 'coast'), { recursive: true });
  const map = ['```map', 'highlight: { EE: blue, LV: teal }', 'fit: [EE, LV]', '```'].join('\n');
  writeFileSync(join(out, 'coast', 'deck.md'), `# Coast\n\n---\n\n## Two neighbours\n\n${map}\n\n- One\n- Two\n`);
  const made = await run(['export', 'coast', '--to', 'reader', '--quiet', '--out', out], out);
  expect(made.code).toBe(0);
  const file = join(out, 'export/coast/reader.html');
  await browser.withPage({ allow: onlyFiles(file) }, async (view) => {
    await view.emulateMediaType('print');
    await view.goto(pathToFileURL(file).href);
    const [drawing = 0, map = 1] = await view.$eval('.drawing', (one) =>
      [one, one.querySelector('svg')].map((part) => part?.getBoundingClientRect().height ?? 0),
    );
    expect(map).toBeGreaterThan(100);
    expect(drawing - map).toBeLessThan(8);
  });
});
