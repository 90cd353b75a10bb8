import { expect, test } from 'vitest';
import { layoutDiagnostics } from '../src/measure/layout-diagnostics.js';
import type { Diagnostic, Drawing, RenderedSlide, SlideLayout } from '../src/model.js';
import { readFrontMatter } from '../src/read/front-matter.js';

/** The rules a slide breaks that is laid out like this in a deck written for the theme. */
function broken(changes: Partial<SlideLayout>): readonly string[] {
  return found(changes).map(({ rule }) => rule);
}

function found(changes: Partial<SlideLayout>, drawing?: Partial<Drawing>): readonly Diagnostic[] {
  const none = { left: 0, right: 0, top: 0, bottom: 0 };
  const laidOut: SlideLayout = { id: 'a', overflow: none, clipped: [], broken: [], headingLines: 1, ...changes };
  const slide = { id: 'a', number: 1, title: 'A', place: { path: 'deck.md', line: 1 } } as unknown as RenderedSlide;
  const { settings } = readFrontMatter('', 'deck.md', true);
  const byId = new Map(drawing === undefined ? [] : [['map', drawing as Drawing]]);
  return layoutDiagnostics({ slides: [laidOut] }, [slide], settings, { byId, diagnostics: [] });
}

test('a heading may take two lines and no third', () => {
  expect(broken({ headingLines: 2 })).toEqual([]);
  expect(broken({ headingLines: 3 })).toEqual(['heading-length']);
});

test('a label of a diagram is 18 px or more', () => {
  const label = (px: number): Partial<SlideLayout> => ({ smallestLabel: { px, text: 'Minsk', diagram: 'map' } });
  expect(broken(label(18))).toEqual([]);
  expect(broken(label(17))).toEqual(['diagram-size']);
});

test.each([
  [undefined, 'Give it fewer or shorter labels, another direction, or more room.'],
  [
    { written: 'flowchart LR', label: 24 },
    'Write "flowchart LR": its labels then have 24 px where nothing else takes room.',
  ],
  [
    { written: 'direction LR', label: 14 },
    'Write "direction LR": its labels then have 14 px where nothing else takes room. Give it fewer or shorter labels too.',
  ],
])('the direction in which labels are larger is named', (turned, cure) => {
  const label = { smallestLabel: { px: 9, text: 'Minsk', diagram: 'map' } };
  expect(found(label, turned === undefined ? {} : { turned }).map((one) => one.cure)).toEqual([cure]);
});

test('a kind of diagram with a cure of its own gives it', () => {
  const label = { smallestLabel: { px: 9, text: 'Minsk', diagram: 'map' } };
  expect(found(label, { cureOfSmall: 'Divide it.' }).map((one) => one.cure)).toEqual(['Divide it.']);
});

test('what reaches beyond the stage is said, by one px too', () => {
  expect(broken({ overflow: { left: 0, right: 0, top: 0, bottom: 1 } })).toEqual(['overflow']);
});
