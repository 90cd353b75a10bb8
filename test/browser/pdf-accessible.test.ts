import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkPdf } from '../../src/check/check-pdf.js';
import { contentsOf, elementsOf } from '../../src/check/pdf/elements.js';
import { readPdf } from '../../src/export/read-pdf/read-pdf.js';
import { formatDiagnostic } from '../../src/model/diagnostic.js';
import type { Deck, PdfBookmark, PdfReading } from '../../src/model.js';
import { parseDeck } from '../../src/parse/deck.js';
import { locateDeck, readDeck } from '../../src/read/deck.js';
import { slidesOf } from '../../src/render/edition.js';
import { papers } from '../../src/render/papers/papers.js';
import { root, run } from '../support/command.js';
import { testEffects } from '../support/effects.js';

const out = mkdtempSync(join(tmpdir(), 'pilcrow-pdf-accessible-'));
afterAll(() => rmSync(out, { recursive: true, force: true }));

const decks = ['belarus-deterrence', 'gallery'];
const all = ['slides', ...papers.flatMap(({ audiences, file }) => [...new Set(audiences.map(file))])];
/** The gallery has no exit ticket. */
const filesOf = (name: string): readonly string[] => all.filter((file) => file !== 'exit-ticket' || name !== 'gallery');
/** What is made of a deck besides a PDF is left out; each setup of papers is tried on one of the decks. */
const to = ['--to', 'pdf,handout,worksheet,ticket,key,reader'];
const setups: Readonly<Record<string, readonly string[]>> = {
  'belarus-deterrence': ['--to', 'handout,worksheet,reader', '--paper', 'letter', '--per-page', '1', '--grey'],
  gallery: ['--to', 'handout,key', '--per-page', '2'],
};

describe.each(decks)('every PDF of %s', (name) => {
  const folder = (setup: string): string => join(out, setup, 'export', name);
  const read = (setup: string, file: string, look = false): Promise<PdfReading> =>
    readPdf(readFileSync(join(folder(setup), `${file}.pdf`)), `${file}.pdf`, { look });
  const findings = async (setup: string, file: string): Promise<readonly string[]> =>
    checkPdf(await read(setup, file, true), `${file}.pdf`).map(formatDiagnostic);
  let deck: Deck;

  beforeAll(async () => {
    const effects = testEffects(root);
    const location =
      (await locateDeck(join('slides', name), effects)) ?? expect.unreachable(`there is no deck ${name}`);
    deck = parseDeck(await readDeck(location, effects));
    const made = async (setup: string, options: readonly string[]): Promise<void> => {
      const { code, reported } = await run(['export', name, '--quiet', '--out', join(out, setup), ...options], root);
      expect([code, reported.filter((line) => line.includes(' error '))]).toEqual([0, []]);
    };
    await made('plain', to);
    await made('other', setups[name] ?? []);
  }, 300_000);

  test('is one of those that are looked at here', () => {
    const made = readdirSync(folder('plain')).filter((file) => file.endsWith('.pdf'));
    expect(made.sort()).toEqual(
      filesOf(name)
        .map((file) => `${file}.pdf`)
        .sort(),
    );
  });

  test.each(filesOf(name))('%s: has nothing that the rules for PDFs find', async (file) => {
    expect(await findings('plain', file)).toEqual([]);
  });

  test('in another setup has nothing that they find either', async () => {
    const made = readdirSync(folder('other')).filter((file) => file.endsWith('.pdf'));
    expect(made.length).toBeGreaterThan(1);
    for (const file of made) expect(await findings('other', file.replace(/\.pdf$/, ''))).toEqual([]);
  });

  test('slides: has one bookmark and one heading a slide, and each diagram is drawn in lines', async () => {
    const { bookmarks, tree, about } = await read('plain', 'slides');
    const slides = slidesOf(deck, { audience: 'student' }).map(({ slide }) => slide);
    const isFurther = (title: string): boolean => / \(\d+\)$/.test(title);
    const told = slides.map(({ title }, index) => title || `Slide ${index + 1}`);
    const own = (titles: readonly string[]): readonly string[] =>
      titles.filter((title) => !isFurther(title)).map(letters);
    expect(own(titlesOf(bookmarks))).toEqual(own(told));
    expect(about.lang).toBe(deck.settings.lang);
    const elements = elementsOf(tree).map(({ element }) => element);
    const figures = elements.filter(({ role }) => role === 'Figure');
    for (const { alt } of slides.flatMap(({ diagrams }) => diagrams).filter((diagram) => diagram.alt !== '')) {
      const figure = figures.find((one) => letters(one.alt ?? '') === letters(alt));
      const contents = figure === undefined ? [] : contentsOf(figure);
      expect([alt, contents.length > 0, contents.filter(({ images }) => images > 0)]).toEqual([alt, true, []]);
    }
    const headings = elements.filter(({ role }) => /^H\d$/.test(role));
    expect(headings.length).toBeGreaterThanOrEqual(slides.filter(({ title }) => title !== '').length);
  });
});

function titlesOf(bookmarks: readonly PdfBookmark[]): readonly string[] {
  return bookmarks.flatMap(({ title, children }) => [title, ...titlesOf(children)]);
}

/** Quotation marks and spaces are set as the language has them. */
function letters(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}
