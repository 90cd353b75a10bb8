import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Relations, RelationsView } from '../src/model.js';
import { relationLines } from '../src/model.js';
import { planLanes } from '../src/relations/lanes-plan.js';
import { mermaidText } from '../src/relations/mermaid-text.js';
import { shownIn } from '../src/relations/shown.js';
import { textWidth } from '../src/relations/text-width.js';
import { lineWidth, wordsOf, wrapText } from '../src/relations/wrap-text.js';
import { anyText } from './support/any-text.js';

test.each([
  ['label', 'Kalvik', 2546],
  ['strong', 'Калвік', 2967],
  ['remark', 'Šiauliai', 3059],
  ['name', 'W', 1020],
  ['plain-name', 'W', 1005],
  ['label', 'ж\u0301漢', 1688],
] as const)('in %s %j is %d thousandths of its size wide', (face, text, width) => {
  expect(textWidth({ text, face, size: 1000 })).toBe(width);
});

const label = fc
  .string({ unit: fc.constantFrom(...'aiWm¶ жщў–'), minLength: 1, maxLength: 60 })
  .filter((text) => text.trim() !== '');

test('no line of a wrapped text is wider than its place, and no word is lost', () => {
  fc.assert(
    fc.property(label, fc.integer({ min: 40, max: 400 }), (text, width) => {
      const lines = wrapText(wordsOf(text, 'label', 22), width);
      for (const line of lines) expect(lineWidth(line)).toBeLessThanOrEqual(width + 0.001);
      const set = lines.flatMap((line) => line.map((run) => run.text)).join('');
      expect(set.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
    }),
  );
});

test('words keep clear of blocks, of other words and of the lines above them', () => {
  const relation = fc.record({
    ends: fc.constantFrom([0, 1], [1, 0], [1, 2], [2, 1], [0, 2], [2, 0]),
    line: fc.constantFrom(...relationLines),
    what: label,
    mutual: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(relation, { minLength: 1, maxLength: 7 }), fc.constantFrom(76, 54), (drawn, pitch) => {
      const { view, data } = viewOf(drawn);
      const { lanes } = planLanes(shownIn(view, data, 'en'), pitch);
      const boxes = lanes.flatMap(({ label }) =>
        label.map(({ x, y, runs }) => ({ left: x, right: x + lineWidth(runs), top: y - 17, bottom: y + 6 })),
      );
      for (const lane of lanes) {
        for (const { x, runs } of lane.label) {
          expect(x).toBeGreaterThanOrEqual(lane.x1 + 24);
          expect(x + lineWidth(runs)).toBeLessThanOrEqual(lane.x2 - 12 + 0.001);
        }
        const thick = lane.relation.kind.line === 'thick' ? 3.5 : 2.5;
        const rule = { left: lane.x1 + 36, right: lane.x2 - 36, top: lane.y - thick, bottom: lane.y + thick };
        for (const box of boxes) expect(overlap(box, rule)).toBe(false);
      }
      for (const [index, box] of boxes.entries()) {
        for (const other of boxes.slice(index + 1)) expect(overlap(box, other)).toBe(false);
      }
    }),
  );
});

interface Edges {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function overlap(a: Edges, b: Edges): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function viewOf(
  drawn: readonly { ends: readonly number[]; line: (typeof relationLines)[number]; what: string; mutual: boolean }[],
): { view: RelationsView; data: Relations } {
  const place = { path: 'deck.md', line: 1 };
  const words = (text: string) => ({ text, byLang: {} });
  const ids = ['nato', 'belarus', 'russia'] as const;
  const hueOfActor = { nato: 'blue', belarus: 'teal', russia: 'red' } as const;
  const data: Relations = {
    actors: ids.map((id) => ({ id, name: words(id), aka: [], hue: hueOfActor[id], place })),
    groups: [],
    kinds: relationLines.map((line) => ({ id: line, name: words(line), line, sentence: words('{from} {what} {to}') })),
    relations: drawn.map(({ ends, line, what, mutual }, index) => ({
      id: `r${index}`,
      from: ids[ends[0] ?? 0] ?? 'nato',
      to: ids[ends[1] ?? 0] ?? 'nato',
      kind: line,
      what: words(what),
      citations: [{ key: 'a', locators: [[7, 7] as const], place }],
      mutual,
      place,
    })),
  };
  const view: RelationsView = {
    layout: 'lanes',
    direction: 'LR',
    actors: ids.map((id) => ({ id, step: 0 })),
    relations: data.relations.map(({ id }) => ({ id, step: 0 })),
    clicks: 0,
    place,
  };
  return { view, data };
}

test('a label of Mermaid holds nothing that ends it or starts something else', () => {
  fc.assert(
    fc.property(anyText(40), (text) => {
      const quoted = mermaidText(text);
      expect(quoted).not.toMatch(/["<>\n\r]|#(?!lt;|gt;|amp;)\w+;|%\{|\\n|^`/);
    }),
  );
});
