import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Actor, Relations, RelationsView } from '../src/model.js';
import { figureHeight } from '../src/relations/lanes-plan.js';
import { shownIn } from '../src/relations/shown.js';
import { relationsStacks } from '../src/relations/stacks.js';
import { bestStacks } from '../src/relations/stacks-order.js';
import { isWhole } from './support/share.js';

const place = { path: 'relations.yaml', line: 1 };
const word = (text: string): { text: string; byLang: Record<string, string> } => ({ text, byLang: {} });

/** Actors called a, b, c …, with a relation for each pair of their numbers. */
function dataOf(
  count: number,
  ends: readonly (readonly [number, number])[],
  groups: readonly (readonly string[])[] = [],
) {
  const actors = Array.from({ length: count }, (_, index): Actor => {
    const id = String.fromCharCode(97 + index);
    return { id, name: word(`Port ${id}`), aka: [], hue: 'teal', place };
  });
  const relations = ends.map(([from, to], index) => ({
    id: `r${index}`,
    from: actors[from]?.id ?? 'a',
    to: actors[to]?.id ?? 'a',
    kind: 'k',
    what: word(`ship ${index}`),
    citations: [],
    mutual: index % 5 === 4,
    place,
  }));
  const data: Relations = {
    actors,
    groups: groups.map((members, index) => ({ id: `g${index}`, name: word('League'), members })),
    kinds: [{ id: 'k', name: word('sails'), line: 'solid', sentence: word('{from} sails to {to}') }],
    relations,
  };
  const view: RelationsView = {
    layout: 'graph',
    direction: 'LR',
    actors: actors.map(({ id }) => ({ id, step: 0 })),
    relations: relations.map(({ id }) => ({ id, step: 0 })),
    clicks: 0,
    place,
  };
  return { data, view };
}

test('lines are level, cross no block and no other line, and their ends lie on both blocks', () => {
  const pair = fc.tuple(fc.nat(5), fc.nat(5)).filter(([from, to]) => from !== to);
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 6 }),
      fc.array(pair, { maxLength: 9 }),
      fc.boolean(),
      (count, pairs, isNarrow) => {
        const { data, view } = dataOf(
          count,
          pairs.filter(([from, to]) => from < count && to < count),
        );
        const room = { width: isNarrow ? 736 : 1120, height: 340, pitch: 46, mustFit: false };
        const plan = bestStacks(shownIn(view, data, 'en'), room);
        if (plan === undefined) return;
        expect(plan.blocks).toHaveLength(count);
        for (const lane of plan.lanes) {
          const ends = plan.blocks.filter(({ actor }) => actor === lane.relation.from || actor === lane.relation.to);
          expect(ends.every(({ top, bottom }) => lane.y > top + 20 && lane.y < bottom - 8)).toBe(true);
          const crossed = plan.blocks.filter(
            ({ x, width, top, bottom }) =>
              x >= lane.x1 && x + width <= lane.x2 && lane.y > top - 8 && lane.y < bottom + 8,
          );
          expect(crossed).toEqual([]);
          const under = lane.label.filter((line) =>
            plan.blocks.some(
              ({ x, width, top, bottom }) =>
                x >= lane.x1 && x + width <= lane.x2 && line.y > top && line.y - 18 < bottom,
            ),
          );
          expect(under).toEqual([]);
          const near = plan.lanes.filter(
            (other) => other !== lane && other.x1 < lane.x2 && lane.x1 < other.x2 && Math.abs(other.y - lane.y) < 45,
          );
          expect(near).toEqual([]);
        }
        for (const one of plan.blocks)
          for (const other of plan.blocks)
            if (one !== other && one.x === other.x)
              expect(one.bottom < other.top - 8 || other.bottom < one.top - 8).toBe(true);
      },
    ),
    { numRuns: isWhole ? 60 : 12 },
  );
});

test('a hub stands in the middle where that is lower, and a group in one column', () => {
  const { data, view } = dataOf(
    5,
    [
      [0, 1],
      [0, 2],
      [0, 3],
      [0, 4],
      [1, 0],
      [2, 0],
    ],
    [['b', 'c']],
  );
  const plan = bestStacks(shownIn(view, data, 'en'), { width: 1120, height: 200, pitch: 42, mustFit: false });
  const x = (id: string): number => plan?.blocks.find(({ actor }) => actor.id === id)?.x ?? -1;
  expect([x('b') === x('c'), Math.min(x('b'), x('d')) < x('a'), Math.max(x('b'), x('d')) > x('a')]).toEqual([
    true,
    true,
    true,
  ]);
  expect(plan?.frames).toHaveLength(1);
});

test('what cannot be drawn without crossings is left to another layout', () => {
  const every = [0, 1, 2, 3, 4].flatMap((from) =>
    [0, 1, 2, 3, 4].filter((to) => to > from).map((to) => [from, to] as const),
  );
  const all = dataOf(5, every);
  expect(relationsStacks(all.view, all.data, 'en')).toBeUndefined();
  const self = dataOf(2, [[0, 0]]);
  expect(relationsStacks(self.view, self.data, 'en')).toBeUndefined();
  const one = dataOf(1, []);
  expect(relationsStacks(one.view, one.data, 'en')).toBeUndefined();
});

test('the same view gives the same drawing, from right to left with the first actor at the right', () => {
  const { data, view } = dataOf(3, [
    [0, 1],
    [1, 2],
  ]);
  const drawn = relationsStacks(view, data, 'en');
  expect(relationsStacks(view, data, 'en')).toEqual(drawn);
  expect(drawn?.drawing.height).toBeLessThanOrEqual(figureHeight);
  const order = (svg = ''): string[] => [...svg.matchAll(/>Port (\w)</g)].map(([, id]) => id ?? '');
  expect(order(drawn?.drawing.svg)).toEqual(['a', 'b', 'c']);
  expect(order(relationsStacks({ ...view, direction: 'RL' }, data, 'en')?.drawing.svg)).toEqual(['c', 'b', 'a']);
});
