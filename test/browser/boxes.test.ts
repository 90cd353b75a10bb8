import { afterAll, expect, test } from 'vitest';
import { createBrowserProvider } from '../../src/browser/browser-provider.js';
import { boxDiagnostics } from '../../src/check/boxes.js';
import { withPrintView } from '../../src/export/print-view.js';
import { formatDiagnostic } from '../../src/model/diagnostic.js';
import type { LaidOutDeck } from '../../src/model.js';
import { renderedFixture, singleFile } from '../support/pdf-deck.js';

const browser = createBrowserProvider({ env: process.env });
afterAll(() => browser.close());

const rendered = renderedFixture([
  { id: 'fine', title: 'Fine', body: '<p>Łódź, Мінск – “a” … ¶5 ½ and\u00ad a\u200db</p>' },
  { id: 'lost', title: 'Lost', body: '<p>one \u{10FFF0}</p><svg viewBox="0 0 9 9"><text>\u{10FFF1}</text></svg>' },
  { id: 'again', title: 'Again', body: '<p>\u{10FFF0}</p>' },
  { id: 'notes', title: 'Notes', body: '<p>a</p><aside class="notes">\u{10FFF2}</aside>' },
]);

test('what no font of the machine has is found on its first slide, and kept while contrast is measured', async () => {
  const layout = await withPrintView(
    { html: singleFile(rendered), steps: 'final', slides: rendered.slides.length },
    { browser },
    async ({ measure, measureContrast }): Promise<LaidOutDeck> => measureContrast(await measure()),
  );
  expect(layout.boxes).toEqual([
    { character: '\u{10FFF0}', slide: 'lost' },
    { character: '\u{10FFF1}', slide: 'lost' },
  ]);
  expect(boxDiagnostics(layout, rendered.slides, rendered.settings).map(formatDiagnostic)).toEqual([
    expect.stringMatching(
      /warning glyph-missing 2 private signs have no font on this machine: a box, or nothing, stands/,
    ),
  ]);
});

test('letters without a font are an error in a deck for our theme', () => {
  const layout: LaidOutDeck = { slides: [], boxes: [{ character: 'ጠ', slide: 'lost' }] };
  const said = (ours: boolean): readonly string[] =>
    boxDiagnostics(layout, rendered.slides, { ...rendered.settings, usesOwnTheme: ours }).map(
      ({ severity, message }) => `${severity} ${message}`,
    );
  expect(said(true)[0]).toMatch(/^error The letter “ጠ” \(U\+1320\) of the Ethiopic script has no font on this machine/);
  expect(said(false)[0]).toMatch(/^warning /);
});
