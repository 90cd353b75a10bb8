import { describe, expect, test } from 'vitest';
import { compare } from '../scripts/bench/compare.js';
import { type Measurement, middle } from '../scripts/bench/measurement.js';
import { benchmarksPage } from '../scripts/bench/report.js';
import { rowsFor } from '../scripts/bench/rows.js';
import { slopes } from '../scripts/bench/slopes.js';

const row = (name: string, value: number, more: Partial<Measurement> = {}): Measurement => ({
  name,
  value,
  unit: 's',
  ...more,
});

test('the middle of runs, and how far they lie apart', () => {
  expect(middle([3])).toEqual({ median: 3, spread: 0 });
  expect(middle([5, 1, 4, 2, 3])).toEqual({ median: 3, spread: 2 / 3 });
});

describe('a run beside the record', () => {
  const before = [
    row('PDF', 2, { ratio: 1.2 }),
    row('alone', 2),
    row('memory', 400, { unit: 'MiB' }),
    row('gone', 1, { ratio: 1 }),
  ];

  test('is no worse on a machine that is slower in all', () => {
    expect(compare(before, [row('PDF', 6, { ratio: 1.4 }), row('alone', 9), row('new', 1, { ratio: 9 })])).toEqual([]);
  });

  test('is worse by its ratio, and by a size', () => {
    const now = [row('PDF', 1, { ratio: 1.45 }), row('memory', 481, { unit: 'MiB' })];
    expect(compare(before, now)).toEqual([
      { name: 'PDF', was: 1.2, is: 1.45 },
      { name: 'memory', was: 400, is: 481 },
    ]);
  });
});

test('what a slide more costs is told from rows that differ in their slides alone', () => {
  const rows = [
    row('check, 1 slide', 1),
    row('check, 20 slides', 1.19),
    row('check, 1,000 slides', 10.99),
    row('save, 20 slides', 50, { unit: 'ms' }),
    row('memory, 20 slides', 50, { unit: 'MiB' }),
  ];
  expect(slopes(rows).map(({ milliseconds, ...slope }) => ({ ...slope, ms: Math.round(milliseconds) }))).toEqual([
    { what: 'check, slides', from: 1, to: 20, ms: 10 },
    { what: 'check, slides', from: 20, to: 1000, ms: 10 },
  ]);
});

describe('the rows', () => {
  const rows = rowsFor(['bundled', 'system']);
  const names = rows.map(({ name }) => name);

  test('have names of their own, and their floors before them', () => {
    expect(new Set(names).size).toBe(names.length);
    for (const { name, of } of rows) if (of !== undefined) expect(names.slice(0, names.indexOf(name))).toContain(of);
  });

  test('are of 1, 20, 200 and 1,000 slides, 1 and 30 decks, and both browsers', () => {
    for (const what of ['1 slide', '20 slides', '200 slides', '1,000 slides']) {
      for (const row of ['check with a browser', 'build, nothing changed', 'PDF, bundled', 'PDF, system'])
        expect(names).toContain(`${row}, ${what}`);
    }
    expect(names.filter((name) => /\b(1 deck|30 decks)\b/.test(name))).toHaveLength(6);
    expect(
      rowsFor([])
        .map(({ name }) => name)
        .filter((name) => name.startsWith('PDF, bundled')),
    ).toEqual([]);
  });
});

test('the page says how quiet the machine was', () => {
  const page = benchmarksPage({
    version: '1.2.3',
    date: '2026-11-29',
    machine: { processor: 'A processor', cores: 2, node: 'v20', browsers: ['bundled'], noise: 0.07 },
    rows: [
      row('floor, 1 slide', 1),
      row('PDF, 1 slide', 1.2, { of: 'floor, 1 slide', ratio: 1.2, spread: 0.031, goal: '≤ 1.3×' }),
      row('PDF, 20 slides', 1.39),
    ],
  });
  expect(page).toContain('Node alone varied by 7 %');
  expect(page).toContain('| PDF, 1 slide | 1.20 s | 3 % | 1.20× floor, 1 slide | ≤ 1.3× |');
  expect(page).toContain('| PDF, slides | 1, 20 | 10.0 ms |');
});
