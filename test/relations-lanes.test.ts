import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Relations, RelationsView } from '../src/model.js';
import { relationLines } from '../src/model.js';
import { covered, type Face, faces } from '../src/relations/advance-widths.js';
import { planLanes } from '../src/relations/lanes-plan.js';
import { mermaidText } from '../src/relations/mermaid-text.js';
import { shownIn } from '../src/relations/shown.js';
import { textWidth } from '../src/relations/text-width.js';
import { lineWidth, wordsOf, wrapText } from '../src/relations/wrap-text.js';
import { anyText } from './support/any-text.js';

describe('widths are those of the font files', () => {
  const files: Readonly<Record<Face, readonly [family: string, cut: string]>> = {
    label: ['source-sans-3', '400-normal'],
    strong: ['source-sans-3', '600-normal'],
    remark: ['source-sans-3', '400-italic'],
    name: ['source-serif-4', '600-normal'],
  };
  test.each(faces)('%s', (face) => {
    const [family, cut] = files[face];
    const advances = new Map(
      ['cyrillic', 'latin-ext', 'latin'].flatMap((set) => [
        ...advancesIn(`@fontsource/${family}/files/${family}-${set}-${cut}.woff`),
      ]),
    );
    const points = covered.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, index) => from + index));
    for (const point of points) {
      const text = String.fromCodePoint(point);
      const composed = text.normalize('NFC').codePointAt(0) ?? point;
      expect([text, textWidth({ text, face, size: 1000 })]).toEqual([text, advances.get(composed) ?? 1000]);
    }
  });
});

/** Advance widths by code point, thousandths of the size, from the hmtx and cmap tables of a WOFF 1 file (W3C WOFF 1.0, OpenType 1.9). */
function advancesIn(name: string): ReadonlyMap<number, number> {
  const file = readFileSync(createRequire(import.meta.url).resolve(name));
  const tables = new Map<string, Buffer>();
  for (let entry = 44; entry < 44 + file.readUInt16BE(12) * 20; entry += 20) {
    const [offset, packed, size] = [4, 8, 12].map((at) => file.readUInt32BE(entry + at)) as [number, number, number];
    const bytes = file.subarray(offset, offset + packed);
    tables.set(file.toString('latin1', entry, entry + 4), packed < size ? inflateSync(bytes) : bytes);
  }
  const table = (tag: string): Buffer => tables.get(tag) ?? Buffer.alloc(0);
  const [cmap, hmtx, count] = [table('cmap'), table('hmtx'), table('hhea').readUInt16BE(34)];
  expect(table('head').readUInt16BE(18)).toBe(1000);
  const advance = (glyph: number): number => hmtx.readUInt16BE(4 * Math.min(glyph, count - 1));
  const advances = new Map<number, number>();
  for (let index = 0; index < cmap.readUInt16BE(2); index++) {
    const at = cmap.readUInt32BE(8 + 8 * index);
    if (cmap.readUInt16BE(at) === 4) readSegments(cmap, at, (point, glyph) => advances.set(point, advance(glyph)));
  }
  return advances;
}

/** A cmap subtable of format 4. */
function readSegments(cmap: Buffer, at: number, found: (point: number, glyph: number) => void): void {
  const size = cmap.readUInt16BE(at + 6);
  const row = (number: number, segment: number): number => at + 14 + (number > 0 ? 2 : 0) + number * size + 2 * segment;
  for (let segment = 0; segment < size / 2; segment++) {
    const [end, start, delta] = [0, 1, 2].map((number) => cmap.readUInt16BE(row(number, segment))) as [
      number,
      number,
      number,
    ];
    const offset = cmap.readUInt16BE(row(3, segment));
    for (let point = start; point <= end && point < 0xffff; point++) {
      const listed = offset === 0 ? point : cmap.readUInt16BE(row(3, segment) + offset + 2 * (point - start));
      if (listed !== 0) found(point, (listed + delta) & 0xffff);
    }
  }
}

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
