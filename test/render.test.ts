import { describe, expect, test } from 'vitest';
import { formatDiagnostic } from '../src/model/diagnostic.js';
import type { Deck, Drawings, Edition, Reference, RenderedDeck } from '../src/model.js';
import { parseDeck } from '../src/parse/deck.js';
import { readFrontMatter } from '../src/read/front-matter.js';
import { tonesMarker } from '../src/render/passes/local-assets.js';
import { moveChildren, parse } from '../src/render/tree.js';
import { sourceOf } from './support/outline.js';
import { renderDeck } from './support/render-deck.js';
import { testTwins } from './support/twins.js';

const place = { path: 'references.yaml', line: 1 };
const references: readonly Reference[] = [
  { id: 'preiherman2024', author: [{ family: 'Preiherman', given: 'Yauheni' }], issued: '2024-01-29', place },
  { id: 'other', title: 'A report', issued: { 'date-parts': [[2023]] }, place },
];
const drawings: Drawings = {
  byId: new Map([
    [
      'built',
      {
        svg: '<svg viewBox="0 0 40 20"><style>text{fill:red}</style><marker id="built-svg-1"/><path marker-end="url(#built-svg-1)"/><g class="fragment" data-fragment-index="0"/><g class="fragment" data-fragment-index="1"/></svg>',
        width: 40,
        height: 20,
        smallestLabel: 22,
        steps: 2,
      },
    ],
    [
      'linked',
      {
        svg: '<svg viewBox="0 0 40 20"><use href="#linked-svg-1"/><a href="#/harbour"><text>a slide</text></a><a transform="translate(1)" href="#/1"><text>a number</text></a><a href="#for-the-teacher"><text>the teacher’s</text></a><a href="#nowhere"><text>nowhere</text></a><a href="https://example.org/#there"><text>a page</text></a></svg>',
        width: 40,
        height: 20,
        smallestLabel: 22,
      },
    ],
  ]),
  diagnostics: [],
};

function deckOf(text: string): Deck {
  const { settings, bodyLine } = readFrontMatter(text, 'deck.md', true);
  return parseDeck({ ...sourceOf(text, { settings, bodyLine }), references });
}

function render(text: string, edition: Edition = { audience: 'student' }): Promise<RenderedDeck> {
  return renderDeck(deckOf(text), drawings, edition);
}

function written({ slides, assets, diagnostics }: RenderedDeck): string {
  const html = slides.map((slide) => slide.html).join('\n');
  const named = assets.reduce(
    (text, { marker, file }) =>
      text.replaceAll(marker, `{${file}}`).replaceAll(tonesMarker(marker), `{colours of ${file}}`),
    html,
  );
  return [named.replaceAll('\u00AD', '&shy;'), ...diagnostics.map(formatDiagnostic)].join('\n');
}

// The student's edition, and the teacher's where it differs.
testTwins('render', 'html', async (text) => {
  const deck = deckOf(text);
  const teacher = written(await renderDeck(deck, drawings, { audience: 'teacher' }));
  const student = written(await renderDeck(deck, drawings, { audience: 'student' }));
  return teacher === student ? `${student}\n` : `${student}\n\n<!-- teacher -->\n\n${teacher}\n`;
});

describe('a cut', () => {
  const text = '---\nminutes: 45\n---\n# A\n\n---\n\n## B {cut=15}\n\n----\n\n## C {cut=90}\n\n---\n\n## D {cut=15}\n';
  const shown = async (cut?: number): Promise<string> => {
    const { slides } = await render(text, { audience: 'student', ...(cut !== undefined && { cut }) });
    return slides.map(({ title, index: { h, v } }) => `${title} ${h}.${v}`).join(', ');
  };

  test('keeps the slides that belong to its length, counted anew', async () => {
    expect(await shown()).toBe('A 0.0, B 1.0, D 2.0');
    expect(await shown(15)).toBe('B 0.0, D 1.0');
    expect(await shown(90)).toBe('A 0.0, B 1.0, C 1.1, D 2.0');
  });

  test('of a deck without a length leaves out nothing by itself', async () => {
    const { slides } = await render('# A\n\n---\n\n## B {cut=15}\n');
    expect(slides).toHaveLength(2);
  });

  test('numbers slides as they are shown', async () => {
    const { slides } = await render(text, { audience: 'student', cut: 15 });
    expect(slides.map(({ html }) => /class="number">(\d+)/.exec(html)?.[1])).toEqual(['1', '2']);
  });
});

describe('what is not for students', () => {
  const text =
    '# A\n\n::: teacher\nSECRET ![SECRET](secret.png)\n:::\n\n::: question\n- [x] right\n\n::: answer\nSECRET\n:::\n:::\n\n' +
    '<p data-notes="SECRET">text</p><!-- SECRET -->\n\n<aside class="notes">SECRET</aside>\n\nNote:\nSECRET\n';

  test("is not in their file, also after the teacher's was made", async () => {
    const deck = deckOf(text);
    const teacher = await renderDeck(deck, drawings, { audience: 'teacher' });
    const student = await renderDeck(deck, drawings, { audience: 'student' });
    expect(written(teacher)).toContain('SECRET');
    expect(written(teacher)).toContain('class="choice right"');
    expect(written(student)).not.toMatch(/SECRET|secret|right"/);
    expect(student.assets).toEqual([]);
  });

  test('is in it where the deck says that notes are', async () => {
    const rendered = await render(`---\nhandoutNotes: true\n---\n${text}`);
    expect(written(rendered)).toContain('<aside class="notes">');
    expect(written(rendered)).not.toContain('![SECRET]');
  });
});

test("a stranger's picture without alternative is a warning, ours an error", async () => {
  const deck = deckOf('# A\n\n![](x.png)\n');
  const strange = { ...deck, settings: { ...deck.settings, usesOwnTheme: false } };
  const severity = async (of: Deck): Promise<string | undefined> =>
    (await renderDeck(of, drawings, { audience: 'student' })).diagnostics[0]?.severity;
  expect(await severity(deck)).toBe('error');
  expect(await severity(strange)).toBe('warning');
});

test('a section lists the parts around it, where nothing but words stands on it', async () => {
  const sections = Array.from({ length: 12 }, (_, index) => `# Part ${index + 1}\n\nWords`);
  const table = '# With a table {layout=section}\n\n| a | b |\n|---|---|\n| 1 | 2 |';
  const { slides } = await render(['# Title', ...sections, table].join('\n\n---\n\n'), { audience: 'student' });
  const listed = slides.map(({ html }) =>
    [...html.matchAll(/<li[^>]*><span>(\d+)/g)].map(([, number]) => Number(number)),
  );
  expect([listed[1], listed[9], listed[12], listed[13]]).toEqual([
    [1, 2, 3, 4, 5, 6, 7, 8],
    [5, 6, 7, 8, 9, 10, 11, 12],
    [6, 7, 8, 9, 10, 11, 12, 13],
    [],
  ]);
  expect(slides[10]?.html).toContain('class="numeral two-digits"');
});

test('a draft says so on every slide, and names the diagram that is missing', async () => {
  const text = '# A\n\n---\n\n## B\n\n```mermaid {#none alt="x"}\nflowchart LR\n a-->b\n```\n';
  const { slides } = await render(text, { audience: 'student', draft: true });
  expect(slides.map(({ html }) => html.includes('<p class="draft" aria-hidden="true">DRAFT</p>'))).toEqual([
    true,
    true,
  ]);
  expect(slides[1]?.html).toContain('Diagram “none” could not be drawn.');
});

test("straight marks become the language's own, in our theme only", async () => {
  const shown = async (settings: string): Promise<string | undefined> =>
    (await render(`---\n${settings}\n---\nIt's "so" (\`"code"\`), 'one' of the '90s\n`)).slides[0]?.html;
  expect(await shown('lang: en')).toContain('It’s “so” (<code>"code"</code>), ‘one’ of the ’90s');
  expect(await shown('lang: ru')).toContain('«so»');
});

test('the title slide says from when the deck is, in its language', async () => {
  const dates = async (settings: string): Promise<readonly string[]> => {
    const { slides } = await render(`---\n${settings}\n---\n# A {layout=title}\n\n---\n\n# B {layout=title}\n`);
    return slides.map(({ html }) =>
      (/<div class="dated">.*?<\/div>(?=<div class="head">)/.exec(html)?.[0] ?? '').replace(/<[^>]*>/g, '|'),
    );
  };
  expect(await dates('date: 3 May\nasOf: 1 May')).toEqual(['||3 May||As of 1 May||', '']);
  expect(await dates('asOf: 2024-05-01\nlang: be')).toEqual(['||Станам на 2024-05-01||', '']);
  expect(await dates('lang: en')).toEqual(['', '']);
});

test('the running head shows how far the talk has come in its section', async () => {
  const shares = async (text: string): Promise<readonly (string | undefined)[]> => {
    const { slides } = await render(text);
    return slides.map(({ html }) => /--share:(\d+%)/.exec(html)?.[1]);
  };
  const sections = ['## A', '# One', '## B', '## C', '# Two', '## D'].join('\n\n---\n\n');
  expect(await shares(sections)).toEqual([undefined, undefined, '67%', '100%', undefined, '100%']);
  expect(await shares('# A {layout=title}\n\n---\n\n## B\n\n---\n\n## C')).toEqual([undefined, '67%', '100%']);
});

test('the same deck gives the same bytes', async () => {
  const text = '# A\n\n![a](x.png)\n\n- [x] b\n';
  expect(await render(text)).toEqual(await render(text));
});

test('a hundred and fifty thousand blocks on one slide are moved at once', () => {
  const [from, to] = [parse('<p>'), parse('')];
  const [block = expect.unreachable()] = from.childNodes;
  from.childNodes = Array.from({ length: 150_000 }, () => ({ ...block }));
  moveChildren(from, to, (node) => node !== from.childNodes[0]);
  expect([from.childNodes.length, to.childNodes.length]).toEqual([1, 149_999]);
});
