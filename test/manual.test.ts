import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { manualEntry } from '../scripts/manual/manual-entry.js';
import { manualPage } from '../scripts/manual/manual-page.js';
import { slideTexts } from '../scripts/manual/slide-texts.js';
import { removeGoneDecks, siteEntries } from '../src/commands/site-folder.js';
import { parseDeck } from '../src/parse/deck.js';
import { readFrontMatter } from '../src/read/front-matter.js';
import { nodeFiles } from '../src/system/node-files.js';
import { sourceOf } from './support/outline.js';

const textsOf = (text: string): readonly string[] => {
  const { settings, bodyLine } = readFrontMatter(text, 'deck.md', true);
  const { slides } = parseDeck(sourceOf(text, { settings, bodyLine }));
  return slideTexts(
    text,
    slides.map(({ place }) => place.line),
  );
};

describe('the Markdown of a slide', () => {
  test('is what stands between two lines of dashes, with its notes and with dashes in a fence', () => {
    const first = '# Quay {#a}\n\nNote:\nWait.';
    const second = '```yaml\n---\nlamps: 2\n---\n```';
    const third = '<!-- .slide: minutes=2 -->\n\n## Lamps\n\n- oil';
    expect(textsOf(`---\ntitle: Ports\n---\n\n${first}\n\n---\n\n${second}\n\n---\n${third}\n`)).toEqual([
      first,
      second,
      third,
    ]);
  });

  test('is all of the gallery but its front matter and its dashes', () => {
    const text = readFileSync('slides/gallery/deck.md', 'utf8');
    const texts = textsOf(text);
    expect(texts.every((one) => one.length > 0)).toBe(true);
    const body = text.slice(text.indexOf('\n---\n') + 5);
    expect(texts.join('\n\n---\n\n').replace(/\s/g, '')).toBe(body.replace(/\s/g, ''));
  });
});

test('stands in the list of a site, and stays when decks are gone', async () => {
  const site = mkdtempSync(join(tmpdir(), 'manual-test-'));
  try {
    mkdirSync(join(site, 'manual'));
    const entry = manualEntry('manual', { title: 'Gallery', lang: 'en', slides: 2 }, ['index.html', 'slides/01.webp']);
    writeFileSync(join(site, 'manual/deck.json'), JSON.stringify(entry));
    expect((await siteEntries(site, nodeFiles)).map(({ title }) => title)).toEqual([
      'Gallery: slides and their Markdown',
    ]);
    expect(await removeGoneDecks([], { site, slides: join(site, '../slides') }, nodeFiles)).toEqual([]);
  } finally {
    rmSync(site, { recursive: true });
  }
});

test('a page shows a slide beside what was typed, escaped', () => {
  const slide = { id: 'a"b', title: 'A < B', picture: 'slides/01.webp', markdown: '<b>&' };
  const html = manualPage('Ports & lamps', 'en', [{ ...slide, section: { number: 1, title: 'Oil' } }, slide]);
  expect(html).toContain('<code>&lt;b&gt;&amp;</code>');
  expect(html).toContain('alt="Slide: A &lt; B"');
  expect(html).toContain('<li><a href="#a&quot;b">1 Oil</a></li>');
  expect(html).not.toMatch(/https?:|<script/);
});
