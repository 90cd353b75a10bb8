import { describe, expect, test } from 'vitest';
import { formatDiagnostic } from '../src/model/diagnostic.js';
import { parseDeck } from '../src/parse/deck.js';
import { readFrontMatter } from '../src/read/front-matter.js';
import { outline, sourceOf } from './support/outline.js';
import { testTwins } from './support/twins.js';

const keys = ['preiherman2024', 'other', 'a'];

testTwins('parse', 'txt', (text) => {
  const { settings, bodyLine } = readFrontMatter(text, 'deck.md', true);
  return outline(parseDeck(sourceOf(text, { settings, bodyLine, keys })));
});

function messages(text: string, parts: Parameters<typeof sourceOf>[1] = {}): string[] {
  return parseDeck(sourceOf(text, parts)).diagnostics.map(formatDiagnostic);
}

describe('an include', () => {
  const include = (path: string): string => `# A\n\n---\n\n<!-- include: ${path} -->\n\n---\n\n## Z\n`;

  test("gives a file's slides, and their places, in its own place", () => {
    const text = '---\ntitle: ignored\n---\n## B\n\n---\n\n## C {minutes=x}\n\n<!-- include: deeper.md -->\n';
    const includes = { '../_shared/b.md': text, '../_shared/deeper.md': 'From below\n\n----\n\n## D\n' };
    const deck = parseDeck(sourceOf(include('../_shared/b.md'), { includes }));
    expect(deck.slides.map(({ title, place }) => `${title} ${place.path}:${place.line}`)).toEqual([
      'A deck.md:1',
      'B ../_shared/b.md:4',
      'C ../_shared/b.md:8',
      'D ../_shared/deeper.md:5',
      'Z deck.md:9',
    ]);
    expect(deck.slides.map(({ index: { h, v } }) => `${h}.${v}`)).toEqual(['0.0', '1.0', '2.0', '2.1', '3.0']);
    expect(deck.diagnostics.map(({ place }) => `${place.path}:${place.line}`)).toEqual(['../_shared/b.md:8']);
  });

  test('of a missing file, of itself or inside a list is an error, and no slide is lost', () => {
    expect(messages(include('none.md'))).toEqual([
      'deck.md:5:1 error include There is no file "none.md". Correct the path; it is relative to the including file.',
    ]);
    const cycle = { 'b.md': '## B\n\n<!-- include: ./deck.md -->\n' };
    expect(messages(include('b.md'), { includes: cycle })).toEqual([
      'b.md:3:1 error include "./deck.md" includes itself, by way of this file. Remove one of the includes.',
    ]);
    expect(messages('# A\n\n- <!-- include: b.md -->\n')).toEqual([
      'deck.md:3:1 error include The include of "b.md" stands in a list or a quotation. Put it on a line of its own, unindented.',
    ]);
    expect(parseDeck(sourceOf(include('none.md'))).slides).toHaveLength(3);
  });

  test('that reading has reported is not reported again', () => {
    const source = sourceOf(include('../../x.md'));
    const said = {
      rule: 'include',
      severity: 'error',
      message: 'outside',
      place: { path: 'deck.md', line: 5 },
    } as const;
    expect(parseDeck({ ...source, diagnostics: [said] }).diagnostics).toEqual([said]);
  });
});

describe('what cannot be a deck', () => {
  test('is said: nothing on any slide, a NUL byte, what is never closed', () => {
    expect(messages('')).toEqual([
      'deck.md:1:1 error empty-deck Every slide of the deck is empty. Write a heading: `# Title`.',
    ]);
    expect(messages('<!-- only a remark -->\n\n---\n')[0]).toContain('empty-deck');
    expect(messages('<!-- .slide: data-background="red" -->\n')).toEqual([]);
    expect(messages('# A\n\nb\0c\n')).toEqual([
      'deck.md:3:2 error nul-byte The text holds a NUL byte. Delete it, or save the file as UTF-8 text.',
    ]);
    expect(messages('# A\n\n<!-- a\n\n---\n')).toEqual([
      'deck.md:3:1 error comment-unclosed The comment is never closed. It ends at the next separator, where its slide does. Close it with `-->`.',
    ]);
    expect(messages('# A\n\n```js\na\n\n---\n')).toEqual([
      'deck.md:3:1 error fence-unclosed The code block is never closed; it ends at the next separator, where its slide does. Close it with a line that holds only the marks it opens with.',
    ]);
    expect(messages('# A\n\n```js\n```')).toEqual([]);
  });
});

describe('a citation', () => {
  test('in a deck for another tool, which has no references, is text', () => {
    const settings = { usesOwnTheme: false };
    const deck = parseDeck(sourceOf('Ask [@somebody] [@lecturer]', { settings }));
    expect(outline(deck)).toContain('Ask [@somebody] ⟨lecturer⟩');
    expect(deck.diagnostics.map(({ rule, place }) => [rule, place.column])).toEqual([['foreign-syntax', 5]]);
  });

  test('in a deck of ours without references is a warning', () => {
    expect(messages('Ask [@somebody]')).toEqual([
      'deck.md:1:5 warning citation-unknown There is no source `somebody`: the deck has no references. Describe it in references.yaml beside the deck.',
    ]);
  });
});

describe('what only an audience may read', () => {
  test('stays in its block when it is taken out of the slide, and comments go', () => {
    const text =
      '## A\n\n::: teacher\n::: handout\nFor teachers\n:::\n:::\n\n::: box {.student}\n::: notes\nFor students\n:::\n:::\n<!-- secret -->\n';
    const [slide] = parseDeck(sourceOf(text)).slides;
    expect(slide?.handout.map(({ info, type }) => info || type).slice(0, 2)).toEqual(['teacher', 'paragraph_open']);
    expect(slide?.notes.map(({ info, type }) => info || type).slice(0, 2)).toEqual(['student', 'paragraph_open']);
    expect(JSON.stringify(slide)).not.toContain('secret');
  });
});
