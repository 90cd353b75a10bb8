import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Deck } from '../src/model.js';
import { parseDeck } from '../src/parse/deck.js';
import { placeOf } from '../src/parse/token.js';
import { sourceOf } from './support/outline.js';

const seed = 20260215;

/** Pieces of the language, right and wrong, to be put together at random. */
const piece = fc.constantFrom(
  '---',
  '----',
  '--',
  '***',
  '# H {#id .a layout=quote}',
  '## H [@a, ¶5] {minutes=3',
  'Note:',
  'Notes: now',
  ':::',
  '::: columns',
  '::: {.column width=40%}',
  '::: notes',
  ':::: two words ::::',
  '- item {.x}',
  '  - [x] inner',
  '1. one',
  '> quote',
  '> ::: teacher',
  '| a | b |',
  '|---|---|',
  ': caption {.c}',
  'Term',
  ': definition',
  '```mermaid {#d width=x}',
  '```js [1|2]',
  '```',
  '$$',
  '$a$ and $$',
  '{.own}',
  '. . .',
  '[^1] and ^[inline [@b]] {.x}',
  '[^1]: note [^1]',
  '    indented',
  '*[CFE]: Treaty',
  'CFE and https://example.org/CFE {',
  '<!-- .slide: layout=quote cut=x -->',
  '<!-- include: b.md -->',
  '<!--',
  '-->',
  '<div>',
  '![i](p.png){.a} [t](u){.b} [s]{.c}',
  '[@a, "x; y" ¶¶5–6; @b] [@] [see @c',
  '[@inference] **[@a',
  '\t- tab',
  '\0',
  '',
);
const text = fc.array(fc.oneof({ weight: 8, arbitrary: piece }, { weight: 1, arbitrary: fc.string() }), {
  maxLength: 40,
});

function parse(markdown: string): Deck {
  return parseDeck(sourceOf(markdown, { keys: ['a', 'b'], includes: { 'b.md': '## B\n\n---\n\n::: columns\n' } }));
}

describe('whatever an author writes', () => {
  test('is read without a throw, each slide balanced, each block with a place', () => {
    fc.assert(
      fc.property(text, (lines) => {
        for (const { tokens, notes, handout } of parse(lines.join('\n')).slides) {
          for (const part of [tokens, notes, handout]) {
            if (part.reduce((depth, { nesting }) => (depth < 0 ? depth : depth + nesting), 0) !== 0) return false;
            if (part.some((token) => placeOf(token).line <= 0)) return false;
          }
        }
        return true;
      }),
      { seed, numRuns: 600 },
    );
  });

  test('ids are unique unless the author gave one twice', () => {
    fc.assert(
      fc.property(text, (lines) => {
        const { slides, diagnostics } = parse(lines.join('\n'));
        const ids = slides.flatMap(({ id, diagrams }) => [id, ...diagrams.map((diagram) => diagram.id)]);
        if (!diagnostics.some(({ rule }) => rule === 'duplicate-id')) expect(new Set(ids).size).toBe(ids.length);
      }),
      { seed, numRuns: 200 },
    );
  });
});

const block = fc.constantFrom(
  'A paragraph\nof two lines',
  '## Heading',
  '- a list\n\n  with two paragraphs\n- and --- inside',
  '> a quotation\nand its lazy line',
  '```text\n---\n----\n```',
  '<div>\ntext\n</div>',
  '<!--\n---\n-->',
  '| a |\n|---|\n| b |',
  '::: student\ntext\n:::',
  '    ---',
  'Term\n: definition',
  '',
);

test('a deck has a slide for each separator, one more for what stands above the first, and every line is true', () => {
  const slide = fc.array(block, { maxLength: 4 }).map((blocks) => blocks.join('\n\n'));
  const rest = fc.array(fc.tuple(fc.constantFrom('---', '----'), fc.boolean(), slide), { maxLength: 8 });
  fc.assert(
    fc.property(slide, rest, (first, others) => {
      const markdown =
        first + others.map(([mark, tight, body]) => (tight ? `\n${mark}\n${body}` : `\n\n${mark}\n\n${body}`)).join('');
      const deck = parse(markdown);
      const isFirstEmpty = first.trim() === '' && others.length > 0;
      const marks = others.slice(isFirstEmpty ? 1 : 0).map(([mark]) => mark === '---');
      expect(deck.slides.map(({ index }) => index.v === 0)).toEqual([true, ...marks]);
      const lines = markdown.split('\n');
      for (const token of deck.slides.flatMap(({ tokens }) => tokens)) {
        if (token.type !== 'inline') continue;
        if (!lines[placeOf(token).line - 1]?.includes(token.content.split('\n')[0] ?? '')) return false;
      }
      return true;
    }),
    { seed, numRuns: 400 },
  );
});

describe('10,000 levels, marks or slides', () => {
  const many = 10_000;
  const texts: Readonly<Record<string, string>> = {
    quotations: `${'>'.repeat(many)} x`,
    lists: Array.from({ length: 300 }, (_, depth) => `${'  '.repeat(depth)}- x`).join('\n'),
    'list marks on a line': `${'- '.repeat(many)}x`,
    blocks: '::: x\n'.repeat(many),
    'blocks in lists': Array.from({ length: 200 }, (_, depth) => `${'  '.repeat(depth)}- ::: x`).join('\n'),
    'opening brackets': '['.repeat(many),
    'nested brackets': '['.repeat(many) + ']{.x}'.repeat(many),
    citations: '[@a "'.repeat(many),
    footnotes: '^['.repeat(many),
    braces: '{.a '.repeat(many) + '}'.repeat(many),
    dollars: '$a '.repeat(many),
    comments: '<!-- '.repeat(many),
    emphasis: '*a **b '.repeat(many),
    slides: '---\n'.repeat(many),
    notes: 'a\nNote: b\n\n---\n'.repeat(many),
    'notes without end': 'Note: b\n'.repeat(many),
    pauses: '. . .\n\n'.repeat(many),
  };
  for (const [name, markdown] of Object.entries(texts)) {
    test(`of ${name} overflow no stack`, { timeout: 20_000 }, () => {
      expect(parse(`# A\n\n${markdown}`).slides.length).toBeGreaterThan(0);
    });
  }

  test('of lists are said to be too deep', () => {
    expect(parse(texts.lists ?? '').diagnostics.map(({ rule }) => rule)).toEqual(['nesting']);
    expect(parse(texts.blocks ?? '').diagnostics.map(({ rule }) => rule)).toContain('nesting');
  });
});
