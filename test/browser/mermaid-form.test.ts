import { afterAll, describe, expect, test } from 'vitest';
import { createBrowserProvider } from '../../src/browser/browser-provider.js';
import { withHostPage } from '../../src/draw/host-page.js';
import { dependencyVersion } from '../../src/system/package-folder.js';

const browser = createBrowserProvider({ env: process.env });
afterAll(() => browser.close());

/** What Mermaid itself draws of a code, counted by selector before a pass of ours has touched it. */
async function counted(code: string, selectors: readonly string[]): Promise<Readonly<Record<string, number>>> {
  return withHostPage(browser, (page) =>
    page.evaluate(
      async (text, wanted) => {
        const { mermaid } = globalThis as unknown as {
          readonly mermaid: { readonly render: (id: string, code: string) => Promise<{ readonly svg: string }> };
        };
        const stage = document.createElement('div');
        document.body.append(stage);
        stage.innerHTML = (await mermaid.render('drawing', text)).svg;
        const counts = wanted.map((selector) => [selector, stage.querySelectorAll(selector).length] as const);
        stage.remove();
        return Object.fromEntries(counts);
      },
      code,
      [...selectors],
    ),
  );
}

const lines = (...all: readonly string[]): string => `${all.join('\n')}\n`;

/** The form of Mermaid's output that the passes in `src/draw/in-page` rely on: what each looks for, and how often it is there. */
const forms: readonly {
  readonly kind: string;
  readonly code: string;
  readonly expected: Readonly<Record<string, number>>;
  readonly passes: string;
}[] = [
  {
    kind: 'flowchart',
    code: lines('flowchart LR', 'a[One] -->|first| b[Two]', 'a ==>|second| b', 'b -.-x|third| c[Three]'),
    expected: {
      '.node': 3,
      '.node > rect.label-container': 3,
      '.flowchart-link': 3,
      'path.flowchart-link[data-id][marker-end]': 3,
      '.flowchart-link[marker-end*="pointEnd"]': 2,
      '.flowchart-link[marker-end*="crossEnd"]': 1,
      '.flowchart-link.edge-thickness-thick': 1,
      '.flowchart-link.edge-pattern-dotted': 1,
      '.edgeLabel[transform] > [data-id]': 3,
      '.edgeLabel[transform] text': 3,
    },
    passes: 'level-links, grow-boxes, set-heads, lift-labels, colour-links, mark-hues, graph-steps',
  },
  {
    kind: 'flowchart with a group',
    code: lines('flowchart LR', 'subgraph g [Group]', 'a --> b', 'end'),
    expected: { '.cluster': 1, '.cluster-label': 1 },
    passes: 'level-links, grow-boxes, lift-labels, bake-styles',
  },
  {
    kind: 'state diagram',
    code: lines('stateDiagram-v2', 'One --> Two: goes', 'Two --> One: returns'),
    expected: { '.node > rect.label-container': 2, 'path[data-id]': 2, '.edgeLabel [data-id]': 2 },
    passes: 'grow-boxes, lift-labels, graph-steps',
  },
  {
    kind: 'sequence diagram',
    code: lines(
      'sequenceDiagram',
      'autonumber',
      'participant A',
      'participant B',
      'A->>+B: asks',
      'loop often',
      'B-->>-A: answers',
      'end',
    ),
    expected: {
      '[data-et="participant"]': 2,
      '[data-et="life-line"]': 2,
      'line.actor-line': 2,
      '[data-et="message"]': 2,
      '.messageText': 2,
      '.sequenceNumber': 2,
      'line + .sequenceNumber': 2,
      'rect[class^="activation"]': 1,
    },
    passes: 'sequence-steps, set-sequence',
  },
  {
    kind: 'timeline',
    code: lines('timeline', 'section Early', '2001 : one', '2002 : two : three', 'section Late', '2003 : four'),
    expected: {
      '.taskWrapper': 3,
      '.eventWrapper': 4,
      '.timeline-node': 9,
      '.taskWrapper .timeline-node line': 3,
      '.eventWrapper .timeline-node text': 4,
      '.lineWrapper': 4,
    },
    passes: 'set-timeline, timeline-steps',
  },
  {
    kind: 'pie',
    code: lines('pie', '"a" : 5', '"b" : 4', '"c" : 3', '"d" : 2', '"e" : 2'),
    expected: { '.pieCircle': 5, 'text.slice': 5, '.legend rect': 5, '.legend text': 5 },
    passes: 'hatch-slices, part-labels',
  },
  {
    kind: 'packet',
    code: lines('packet-beta', '0: "a"', '1-15: "b"'),
    expected: { '.packetBlock': 2, '.packetBlock + .packetLabel': 2, '.packetByte': 3 },
    passes: 'part-labels',
  },
  {
    kind: 'radar',
    code: lines('radar-beta', 'axis a, b, c', 'curve d{1, 2, 3}'),
    expected: { '.radarAxisLabel': 3, 'g > [class^="radarLegendBox"]': 1 },
    passes: 'part-labels',
  },
  {
    kind: 'quadrant chart',
    code: lines('quadrantChart', 'quadrant-1 a', 'b: [0.2, 0.3]'),
    expected: { '.data-point > circle': 1, '.data-point > text': 1, '.quadrant text': 4, '.border': 1, '.labels': 1 },
    passes: 'place-points, part-labels',
  },
  {
    kind: 'treemap',
    code: lines('treemap-beta', '"a"', '    "b": 3', '    "c": 2'),
    expected: {
      'g.treemapSection > rect.treemapSection': 2,
      '.treemapSectionLabel': 2,
      '.treemapSectionValue': 2,
      '.treemapLeafGroup > .treemapLeaf': 2,
      '.treemapLeafGroup > .treemapLabel': 2,
      '.treemapLeafGroup > .treemapValue': 2,
    },
    passes: 'set-treemap',
  },
  {
    kind: 'venn',
    code: lines('venn-beta', 'set A["a"]', 'set B["b"]', 'union A,B["c"]'),
    expected: { '.venn-circle > path': 2, '.venn-circle > text': 2, '.venn-intersection > text': 1 },
    passes: 'set-venn',
  },
  {
    kind: 'C4',
    code: lines('C4Context', 'Person(a, "A", "b")', 'System(c, "C", "d")', 'Rel(a, c, "asks", "by post")'),
    expected: { 'line[marker-end]:has(+ text)': 1, 'line[marker-end] + text + text': 1 },
    passes: 'slide-labels',
  },
  {
    kind: 'git graph',
    code: lines('gitGraph', 'commit id: "one"', 'branch side', 'commit id: "two"'),
    expected: { 'rect.branchLabelBkg': 2, '.branchLabel': 2, '.commit-label': 2, 'line.branch': 2 },
    passes: 'part-labels',
  },
  {
    kind: 'journey',
    code: lines('journey', 'section a', 'b: 3: c'),
    expected: { 'switch > foreignObject': 2 },
    passes: 'tidy-diagram',
  },
  {
    kind: 'xychart',
    code: lines('xychart-beta', 'x-axis [a, b]', 'y-axis 0 --> 5', 'bar [1, 4]'),
    expected: { '.left-axis .label text': 11, '[class*="bar-plot"] rect': 2, '.bottom-axis .label text': 2 },
    passes: 'set-bars, part-labels',
  },
  {
    kind: 'gantt',
    code: lines(
      'gantt',
      'dateFormat YYYY-MM-DD',
      'axisFormat %d',
      'section S',
      'task :t, 2024-01-01, 4d',
      'stone :milestone, 2024-01-03, 0d',
    ),
    expected: { '.grid .tick text': 9, 'rect.milestone': 1 },
    passes: 'tidy-diagram, set-milestones',
  },
];

describe('Mermaid draws in the form that our passes rearrange', () => {
  test.each(forms)('$kind', async ({ kind, code, expected, passes }) => {
    const found = await counted(code, Object.keys(expected));
    const cure = `${dependencyVersion('mermaid')} draws a ${kind} in another form than ${passes} in src/draw/in-page expect. Mend them, look at the drawings, then set the counts here.`;
    expect(found, cure).toEqual(expected);
  });
});
