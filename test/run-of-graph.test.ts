import { expect, test } from 'vitest';
import { fitsBetter, isWellFitted, roomOf } from '../src/draw/choose-run.js';
import { drawGraph } from '../src/draw/draw-graph.js';
import type { Rendered } from '../src/draw/in-page/render-diagram.js';
import { runOfGraph } from '../src/draw/run-of-graph.js';

test.each([
  ['flowchart LR\n A --> B', 'LR', 'flowchart TB\n A --> B'],
  ['graph TD;\n A --> B', 'TB', 'graph TB;\n A --> B'],
  ['flowchart BT', 'BT', 'flowchart TB'],
  ['graph >\n A', 'LR', 'graph TB\n A'],
  [
    '---\ntitle: flowchart RL\n---\n%% who\n  flowchart\n A --> B',
    undefined,
    '---\ntitle: flowchart RL\n---\n%% who\n  flowchart TB\n A --> B',
  ],
  [
    '%%{init: {"flowchart": {"curve": "basis"}}}%%\ngraph\n TD --> LR',
    undefined,
    '%%{init: {"flowchart": {"curve": "basis"}}}%%\ngraph TB\n TD --> LR',
  ],
  ['flowchart\n subgraph a\n direction LR\n end', undefined, 'flowchart TB\n subgraph a\n direction LR\n end'],
  ['flowchart;A-->B', undefined, 'flowchart TB;A-->B'],
  ['stateDiagram-v2\n a --> b\n', undefined, 'stateDiagram-v2\n a --> b\ndirection TB\n'],
  ['stateDiagram-v2\n direction RL\n a --> b', 'RL', 'stateDiagram-v2\n direction TB\n a --> b'],
  [
    'stateDiagram\n state a {\n direction LR\n b --> c\n }',
    undefined,
    'stateDiagram\n state a {\n direction LR\n b --> c\n }\ndirection TB\n',
  ],
  [
    'stateDiagram\n state a {\n direction LR\n }\n direction LR',
    'LR',
    'stateDiagram\n state a {\n direction LR\n }\n direction TB',
  ],
  ['erDiagram\n A ||--o{ B : has\n direction TB', 'TB', 'erDiagram\n A ||--o{ B : has\n direction TB'],
  [
    'classDiagram\n class Ship {\n direction\n }',
    undefined,
    'classDiagram\n class Ship {\n direction\n }\ndirection TB\n',
  ],
  ['requirementDiagram\ndirection LR', 'LR', 'requirementDiagram\ndirection TB'],
])('the direction of %j', (code, typed, turned) => {
  const run = runOfGraph(code);
  expect(run?.typed).toBe(typed);
  expect(run?.turned('TB')).toBe(turned);
});

test.each(['', 'pie\n "a" : 1', 'sequenceDiagram\n A->>B: direction LR', 'mindmap\n root', 'flowcharts LR'])(
  '%j has none',
  (code) => expect(runOfGraph(code)).toBeUndefined(),
);

const room = roomOf({});

test.each([
  ['a chain', { width: 640, height: 60 }, { width: 120, height: 460 }, 'level'],
  ['a tree of many leaves', { width: 500, height: 900 }, { width: 1100, height: 400 }, 'upright'],
  ['both too large, one less so', { width: 2400, height: 300 }, { width: 500, height: 560 }, 'upright'],
  ['two boxes, which need no second drawing', { width: 300, height: 100 }, { width: 240, height: 250 }, 'level'],
  ['both of full size: what fills more', { width: 300, height: 300 }, { width: 800, height: 300 }, 'upright'],
])('%s', (_name, level, upright, better) => {
  expect(isWellFitted(level, room) || !fitsBetter(upright, level, room) ? 'level' : 'upright').toBe(better);
});

test('a column, notes beside it and a share of the width are less room', () => {
  expect([roomOf({}).width, roomOf({ isBeside: true }).width, roomOf({ width: 50 }).width]).toEqual([1120, 736, 560]);
});

/** Draws nothing, and says how large that came out. */
function drawing(sizes: Readonly<Record<string, readonly [number, number] | 'refused'>>) {
  const asked: string[] = [];
  const draw = async (code: string): Promise<Rendered> => {
    asked.push(code);
    const size = sizes[code] ?? 'refused';
    if (size === 'refused') return { refused: code };
    const [width, height] = size;
    return { svg: code, width, height, smallestLabel: 22 } as unknown as Rendered;
  };
  return { asked, draw };
}

test('a graph without a direction that fits from left to right is drawn once', async () => {
  const { asked, draw } = drawing({ 'graph LR\na': [900, 200] });
  expect(await drawGraph('graph\na', room, draw)).toMatchObject({ svg: 'graph LR\na' });
  expect(asked).toEqual(['graph LR\na']);
});

test('one that does not is drawn as Mermaid would, where that is better', async () => {
  const { draw } = drawing({ 'graph LR\na': [500, 900], 'graph\na': [1100, 400] });
  expect(await drawGraph('graph\na', room, draw)).toMatchObject({ svg: 'graph\na' });
});

test('a refusal is one of what the author wrote', async () => {
  expect(await drawGraph('graph\na', room, drawing({}).draw)).toEqual({ refused: 'graph\na' });
  const { draw } = drawing({ 'graph\na': [100, 100] });
  expect(await drawGraph('graph\na', room, draw)).toMatchObject({ svg: 'graph\na' });
});

test('a direction that was written is kept, and another is named where labels are too small', async () => {
  const sizes = { 'graph TD\na': [400, 1200], 'graph LR\na': [1200, 300] } as const;
  expect(await drawGraph('graph TD\na', room, drawing(sizes).draw)).toMatchObject({
    svg: 'graph TD\na',
    turned: { written: 'graph LR', label: 21 },
  });
  const { asked, draw } = drawing({ 'graph TD\na': [300, 500] });
  expect(await drawGraph('graph TD\na', room, draw)).not.toHaveProperty('turned');
  expect(asked).toEqual(['graph TD\na']);
  const worse = { 'graph LR\na': [2000, 300], 'graph TD\na': [300, 4000] } as const;
  expect(await drawGraph('graph LR\na', room, drawing(worse).draw)).not.toHaveProperty('turned');
});
