import { expect, test } from 'vitest';
import type { Audience, Drawings, FigureBlock, SlideBlocks } from '../src/model.js';
import { slideBlocks } from '../src/render/blocks/slide-blocks.js';
import { writeFigures } from '../src/write/figures/write-figures.js';
import { deckOf, evidenceOf } from './support/evidence.js';
import { paperSource } from './support/render-deck.js';

const drawing = { svg: '<svg viewBox="0 0 40 20"><path fill="var(--ink, #1b2230)"/></svg>', width: 40, height: 20 };
const drawnAs = (...ids: readonly string[]): Drawings => ({
  byId: new Map(ids.map((id) => [id, { ...drawing, smallestLabel: 22, smallPrint: [] }])),
  diagnostics: [],
});

async function figuresOf(
  markdown: string,
  ids: readonly string[] = [],
  audience: Audience = 'student',
): Promise<ReturnType<typeof writeFigures>> {
  const edition = { audience };
  const source = await paperSource(deckOf(markdown), drawnAs(...ids), edition, evidenceOf(markdown), []);
  return writeFigures(slideBlocks(source.document));
}

const diagram = (id: string): string => `\`\`\`mermaid {#${id} alt="The ${id}"}\nflowchart LR\n  a --> b\n\`\`\`\n`;

test('each drawing is a file after the number of its slide, with its alternative and its colours', async () => {
  const text = `## One\n\nwords\n\n---\n\n## Two\n\n${diagram('berths')}\n${diagram('cranes')}`;
  const figures = await figuresOf(text, ['berths', 'cranes']);
  expect(figures.map(({ name }) => name)).toEqual(['slide-02.svg', 'slide-02b.svg']);
  expect(figures[0]?.svg).toContain('<title>The berths</title>');
  expect(figures[0]?.svg).toContain('fill="#1b2230"');
});

test("a teacher's figure, or that of an answer, is not among a student's", async () => {
  const kept = `::: teacher\n${diagram('secret')}:::\n\n::: answer\n${diagram('solution')}:::\n`;
  expect(await figuresOf(`## Which?\n\n${kept}`, ['secret', 'solution'])).toEqual([]);
  expect(await figuresOf(`## Which?\n\n${kept}`, ['secret', 'solution'], 'teacher')).not.toEqual([]);
});

test('a deck without a figure has none, and the 28th of a slide has a name of its own', async () => {
  expect(await figuresOf('## One\n\nwords\n')).toEqual([]);
  const [slide] = slideBlocks(
    (await paperSource(deckOf(`## A\n\n${diagram('a')}`), drawnAs('a'), { audience: 'student' }, undefined, []))
      .document,
  );
  const figure = slide?.blocks.find((block): block is FigureBlock => block.kind === 'figure');
  const many: SlideBlocks | undefined = slide &&
    figure && { ...slide, blocks: Array.from({ length: 28 }, () => figure) };
  const names = writeFigures(many === undefined ? [] : [many]).map(({ name }) => name);
  expect([names.length, new Set(names).size, names.at(-1)]).toEqual([28, 28, 'slide-01z28.svg']);
});
