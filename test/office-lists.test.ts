import { describe, expect, test } from 'vitest';
import type { SceneCounting, SceneParagraph, SceneStyle, SceneTheme } from '../src/model.js';
import { paragraphs } from '../src/write/pptx/text.js';

const style: SceneStyle = {
  ...{
    family: 'A',
    size: 20,
    bold: false,
    italic: false,
    underlined: false,
    struck: false,
    colour: '000000',
    spacing: 0,
  },
};
const theme: SceneTheme = { colours: {}, fonts: { heading: 'A', body: 'A', code: 'A' } };

function itemOf(level: number, number?: number, numbering: SceneCounting['numbering'] = 'decimal'): SceneParagraph {
  const counting = number === undefined ? undefined : ({ number, numbering, delimiter: 'within' } as const);
  return {
    ...{ level, align: 'start', indent: { first: 0, rest: 0 }, before: 0, line: 30, runs: [] },
    ...(counting === undefined ? {} : { bullet: { text: String(number), counting, style } }),
  };
}

/** "type from": how each paragraph is counted. */
function countedAs(all: readonly SceneParagraph[]): readonly string[] {
  return paragraphs(all, { theme, lang: 'en', link: () => undefined }).map((xml) => {
    const [, type, start] = /<a:buAutoNum type="(\w+)" startAt="(\d+)"/.exec(xml) ?? [];
    return type === undefined ? (/<a:buChar char="(.*?)"/.exec(xml)?.[1] ?? 'none') : `${type} ${start}`;
  });
}

describe('in a presentation the items of a list', () => {
  test('have its first number, so that one more counts on', () =>
    expect(countedAs([itemOf(0, 4), itemOf(0, 5), itemOf(0, 6)])).toEqual(Array(3).fill('arabicParenBoth 4')));

  test('count on behind a list within, and anew behind a paragraph', () =>
    expect(
      countedAs([
        itemOf(0, 1),
        itemOf(1, 1, 'lower-roman'),
        itemOf(1, 2, 'lower-roman'),
        itemOf(0, 2),
        itemOf(0),
        itemOf(0, 3),
      ]),
    ).toEqual([
      ...['arabicParenBoth 1', 'romanLcParenBoth 1', 'romanLcParenBoth 1', 'arabicParenBoth 1', 'none'],
      'arabicParenBoth 3',
    ]));

  test('begin anew where a number does not follow, or is written otherwise', () =>
    expect(countedAs([itemOf(0, 1), itemOf(0, 1), itemOf(0, 3), itemOf(0, 4, 'upper-alpha')])).toEqual([
      ...['arabicParenBoth 1', 'arabicParenBoth 1', 'arabicParenBoth 3', 'alphaUcParenBoth 4'],
    ]));

  test('keep a number as words that PowerPoint cannot count', () => expect(countedAs([itemOf(0, 0)])).toEqual(['0']));
});
