import { expect, test } from 'vitest';
import { layoutDiagnostics } from '../src/measure/layout-diagnostics.js';
import type { RenderedSlide, SlideLayout } from '../src/model.js';
import { readFrontMatter } from '../src/read/front-matter.js';

/** The rules a slide breaks that is laid out like this in a deck written for the theme. */
function broken(changes: Partial<SlideLayout>): readonly string[] {
  const none = { left: 0, right: 0, top: 0, bottom: 0 };
  const laidOut: SlideLayout = { id: 'a', overflow: none, clipped: [], broken: [], headingLines: 1, ...changes };
  const slide = { id: 'a', number: 1, title: 'A', place: { path: 'deck.md', line: 1 } } as unknown as RenderedSlide;
  const { settings } = readFrontMatter('', 'deck.md', true);
  return layoutDiagnostics({ slides: [laidOut] }, [slide], settings).map(({ rule }) => rule);
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

test('what reaches beyond the stage is said, by one px too', () => {
  expect(broken({ overflow: { left: 0, right: 0, top: 0, bottom: 1 } })).toEqual(['overflow']);
});
