import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serializeOuter } from 'parse5';
import { expect, test } from 'vitest';
import { type Audience, type PaperName, paperNames } from '../src/model.js';
import { citationsOf, claimsOf } from '../src/render/meaning.js';
import type { PaperSource } from '../src/render/papers/papers.js';
import { type Element, elements, type SeenElement } from '../src/render/tree.js';
import { writeProse, writeStage } from '../src/render/write-stage.js';
import { deckOf, evidenceOf } from './support/evidence.js';
import { paperSource, writtenPapers } from './support/render-deck.js';
import { shareOf } from './support/share.js';
import { fixtureFolder } from './support/twins.js';

const folder = fixtureFolder('papers');
const decks = readdirSync(folder).filter((name) => name.endsWith('.md'));
const editions = decks.flatMap((name) => (['student', 'teacher'] as const).map((audience) => ({ name, audience })));

async function sourceOf(name: string, audience: Audience): Promise<PaperSource> {
  const text = readFileSync(join(folder, name), 'utf8');
  const none = { byId: new Map(), diagnostics: [] };
  return paperSource(deckOf(text), none, { audience }, evidenceOf(text), paperNames);
}

/** Everything that a document's trees hold, what their elements mean too. */
function heldIn({ document, texts }: PaperSource): readonly string[] {
  const roots = [document, ...Object.values(texts)].flatMap(({ trees, prose }) => [...trees, ...prose]);
  const meaning = (element: SeenElement): string => JSON.stringify([citationsOf(element), claimsOf(element)]);
  return roots.flatMap(({ section }) => [
    serializeOuter(section as Element),
    ...[section, ...elements(section)].map(meaning),
  ]);
}

test.each(shareOf(editions, 3))(
  'writing $name for the $audience leaves its document as it was',
  async ({ name, audience }) => {
    const source = await sourceOf(name, audience);
    const before = heldIn(source);
    const wanted: readonly PaperName[] = paperNames;
    const write = (): string =>
      JSON.stringify([writeStage(source.document).slides, writeProse(source.document), writtenPapers(source, wanted)]);
    const first = write();
    expect(heldIn(source)).toEqual(before);
    expect(write()).toBe(first);
  },
);

test('what papers are written from is rendered only where they are asked for', async () => {
  const text = '# A\n\n---\n\n## B\n\n::: question\n- [x] one\n- [ ] two\n:::\n';
  const none = { byId: new Map(), diagnostics: [] };
  const textsFor = async (audience: Audience, ...wanted: PaperName[]): Promise<readonly string[]> => {
    const { texts } = await paperSource(deckOf(text), none, { audience }, undefined, wanted);
    return Object.keys(texts);
  };
  expect(await textsFor('student')).toEqual([]);
  expect(await textsFor('student', 'handout')).toEqual([]);
  expect(await textsFor('student', 'worksheet', 'key')).toEqual(['shown']);
  expect(await textsFor('teacher', 'key')).toEqual(['whole', 'students']);
});
