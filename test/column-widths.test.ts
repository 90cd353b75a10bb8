import { expect, test } from 'vitest';
import { parseDeck } from '../src/parse/deck.js';
import { sourceOf } from './support/outline.js';

const map = '```map\nfit: [EE]\n```\n';

function widthsIn(text: string): readonly (number | undefined)[] {
  const [slide] = parseDeck(sourceOf(text)).slides;
  return (slide?.diagrams ?? []).map(({ columnWidth }) => columnWidth && Math.round(columnWidth));
}

function columns(...all: readonly string[]): string {
  return `::: columns\n${all.map((one) => `::: column${one}\n:::\n`).join('')}:::\n`;
}

test.each([
  ['in no column', map, [undefined]],
  ['in halves', columns(`\n${map}`, `\n${map}`), [544, 544]],
  ['in a column of a width, and what is left', columns(` {width=25%}\n${map}`, `\n${map}`), [272, 816]],
  ['beside columns that ask for more than there is', columns(` {width=90%}\n${map}`, ' {width=60%}\na'), [653]],
  ['in a column of a column', columns(`\n${columns(`\n${map}`, '\na')}`, '\nb'), [256]],
  ['in a column outside columns', `::: column\n${map}:::\n`, [undefined]],
])('a figure %s', (_, text, expected) => {
  expect(widthsIn(`## A\n\n${text}`)).toEqual(expected);
});
