import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Deck, Slide } from '../../src/model.js';
import { parseDeck } from '../../src/parse/deck.js';
import { locateDeck, readDeck } from '../../src/read/deck.js';
import { root, run } from '../support/command.js';
import { testEffects } from '../support/effects.js';
import { textOf } from '../support/outline.js';
import { type PdfFacts, pdfFacts } from '../support/pdf-structure.js';
import { filesBelow } from '../support/reopened.js';

/** Every deck of the repository, as `npm run build` makes it. */
const names = readdirSync(join(root, 'slides')).filter((name) => existsSync(join(root, 'slides', name, 'deck.md')));
const out = mkdtempSync(join(tmpdir(), 'pilcrow-own-'));

beforeAll(async () => {
  for (const command of [['build'], ['export', '--to', 'pdf']]) {
    const { code, reported } = await run([...command, '--out', out], root);
    expect([code, ...reported.filter((line) => line.includes(' error '))]).toEqual([0]);
  }
});
afterAll(() => rmSync(out, { recursive: true, force: true }));

describe.each(names)('%s', (name) => {
  let deck: Deck;
  /** What the PDF holds: the deck in its own length, for students. */
  let shown: readonly Slide[];
  let facts: PdfFacts;
  beforeAll(async () => {
    const effects = testEffects(root);
    const location = await locateDeck(join('slides', name), effects);
    if (location === undefined) throw new Error(`there is no deck ${name}`);
    deck = parseDeck(await readDeck(location, effects));
    shown = deck.slides.filter(
      ({ audience, cut }) => audience !== 'teacher' && (cut ?? 0) <= (deck.settings.minutes ?? cut ?? 0),
    );
    facts = await pdfFacts(new Uint8Array(readFileSync(join(out, 'export', name, 'slides.pdf'))));
  });

  test('has a tagged page and a bookmark a slide', () => {
    // A list of references that goes on has further slides, "(2)" and so on, which the deck does not count.
    const pages = shown.length + facts.bookmarks.filter((title) => / \(\d+\) → /.test(title)).length;
    expect(facts.pages.map(({ width, height }) => `${width}×${height}`)).toEqual(Array(pages).fill('960×540'));
    expect(facts.bookmarks.length).toBe(pages);
    expect(facts.taggedPages).toEqual(Array.from({ length: pages }, (_, index) => index + 1));
    expect([facts.lang, facts.info.Title, facts.info.Author]).toEqual([
      deck.settings.lang,
      deck.title,
      deck.settings.author,
    ]);
  });

  test('says in words what each diagram shows', () => {
    const alternatives = facts.alternatives.map((text) => text.replace(/\s+/g, ' '));
    const diagrams = shown.flatMap((slide) => slide.diagrams);
    expect(alternatives.length).toBeGreaterThanOrEqual(diagrams.length);
    for (const { alt } of diagrams) if (alt !== '') expect(alternatives).toContain(alt.replace(/\s+/g, ' '));
  });

  test('keeps the notes to the presenter', () => {
    const texts = [
      ...filesBelow(join(out, 'site', name))
        .filter((file) => file.endsWith('.html'))
        .map((file) => readFileSync(join(out, 'site', name, file), 'utf8')),
      facts.pages.map(({ text }) => text).join('\n'),
    ].map(plain);
    const notes = deck.slides.flatMap((slide) => slide.notes.filter(({ type }) => type === 'inline'));
    const sentences = notes
      .map((token) => plain(textOf(token.children ?? [])).slice(0, 40))
      .filter((text) => text.length === 40);
    for (const text of texts) expect(sentences.filter((sentence) => text.includes(sentence))).toEqual([]);
  });

  test('loads at most 55 KB of code at first, and 4 KB a diagram', () => {
    const gzip = (file: string): number => gzipSync(readFileSync(join(out, 'site', name, file)), { level: 9 }).length;
    const files = filesBelow(join(out, 'site', name));
    const code = files.filter((file) => /\.(js|css)$/.test(file) && !/katex|on-demand/.test(file));
    expect(code.reduce((sum, file) => sum + gzip(file), 0)).toBeLessThanOrEqual(55_000);
    const diagrams = deck.slides.flatMap((slide) => slide.diagrams).length;
    expect(gzip('index.html')).toBeLessThanOrEqual(10_000 + 4_000 * diagrams);
  });
});

function plain(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, ' ');
}
