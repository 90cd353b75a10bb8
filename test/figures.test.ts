import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Audience, Drawings, FigureBlock, SlideBlocks } from '../src/model.js';
import { slideBlocks } from '../src/render/blocks/slide-blocks.js';
import { writeFigures } from '../src/write/figures/write-figures.js';
import { run } from './support/command.js';
import { deckOf, evidenceOf } from './support/evidence.js';
import { paperSource } from './support/render-deck.js';

const drawing = {
  svg: '<svg viewBox="0 0 40 20" stroke="var(--muted, #454c5c)"><path fill="var(--ink, #1b2230)"/></svg>',
  width: 40,
  height: 20,
};
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
  expect(figures[0]?.svg).toContain('stroke="#454c5c"');
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

test('a figure of an earlier run is removed with its slide; those of other lengths and other files stay', async () => {
  const work = mkdtempSync(join(tmpdir(), 'pilcrow-figures-'));
  onTestFinished(() => rmSync(work, { recursive: true, force: true }));
  const slide = (id: string): string =>
    `## ${id}\n\n\`\`\`chart {#${id}}\ndata: |\n  quay,ships\n  Near,2\n  Far,3\nmark: bar\n\`\`\`\n`;
  const folder = join(work, 'out/export/quays/svg');
  const made = async (...slides: readonly string[]): Promise<readonly string[]> => {
    writeFileSync(join(work, 'quays/deck.md'), slides.join('\n---\n\n'));
    const { code, printed } = await run(['export', 'quays', '--to', 'svg', '--quiet', '--out', 'out'], work);
    expect([code, ...printed]).toEqual([0]);
    return readdirSync(folder).sort();
  };
  mkdirSync(join(work, 'quays'));
  expect(await made(slide('a'), slide('b'))).toEqual(['slide-01.svg', 'slide-02.svg']);
  for (const other of ['slide-02-15.svg', 'logo.svg']) writeFileSync(join(folder, other), '<svg/>');
  expect(await made(slide('a'))).toEqual(['logo.svg', 'slide-01.svg', 'slide-02-15.svg']);
});
