import { describe, expect, test } from 'vitest';
import { parseDeck } from '../src/parse/deck.js';
import { readFrontMatter } from '../src/read/front-matter.js';
import { dialectDecks } from './support/dialects/dialect-decks.js';
import { dialects } from './support/dialects/dialects.js';
import { sourceOf } from './support/outline.js';
import { isWhole } from './support/share.js';

/** What `marker-unread` stops a deck for; as a folder, or as a file that another tool's deck is. */
function unread(text: string, ours: boolean): readonly string[] {
  const { settings, bodyLine } = readFrontMatter(text, 'deck.md', ours);
  return parseDeck(sourceOf(text, { settings, bodyLine }))
    .diagnostics.filter(({ rule, severity }) => rule === 'marker-unread' && severity === 'error')
    .map(({ place, message }) => `${place.line} ${message}`);
}

describe('of strangers’ decks without a secret', () => {
  const count = isWhole ? 40 : 8;
  const decks = dialectDecks(count);

  test.each(dialects.map(({ name }) => name))(`none of ${count} of %s is stopped`, (name) => {
    const stopped = decks.filter(({ dialect, text }) => dialect === name && unread(text, false).length > 0);
    expect(stopped.map(({ text }) => unread(text, false)).slice(0, 3)).toEqual([]);
    expect(stopped).toEqual([]);
  });

  test('no slide of them is stopped by more than the label that ours asks not to write', () => {
    const found = dialects.flatMap(({ slides }) => slides.flatMap((slide) => unread(slide, true)));
    expect(found.filter((one) => !/"\*+Notes?\*?:\*? /.test(one))).toEqual([]);
  });
});
