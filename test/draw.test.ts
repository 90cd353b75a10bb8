import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { altDiagnostic, syntaxDiagnostic } from '../src/draw/diagram-diagnostics.js';
import { kindOf } from '../src/draw/diagram-kind.js';
import { worldOfDrawings } from '../src/draw/draw-diagrams.js';
import { configDiagnostics } from '../src/draw/overruled-config.js';
import { sourceLine } from '../src/draw/source-line.js';
import { stepMarks, takesSteps } from '../src/draw/step-marks.js';
import { formatDiagnostic } from '../src/model/diagnostic.js';
import type { Diagram } from '../src/model.js';

const root = mkdtempSync(join(tmpdir(), 'draw-test-'));
afterAll(() => rmSync(root, { recursive: true }));

const diagram = (code: string, changes: Partial<Diagram> = {}): Diagram => ({
  id: 'who',
  language: 'mermaid',
  code,
  place: { path: 'deck.md', line: 40 },
  alt: '',
  ...changes,
});

describe('the line Mermaid means', () => {
  test.each([
    ['nothing is taken away', 'flowchart LR\nA -->\nB', 2, 2],
    ['a comment above', 'flowchart LR\n%% who\nA -->', 2, 3],
    ['blank lines before a comment', 'flowchart LR\n\n\n%% who\nA -->', 2, 5],
    ['an indented comment below', 'flowchart LR\nA -->\n  %% who\nB', 2, 2],
    ['blank lines at the top', '\n\nflowchart LR\nA -->', 2, 4],
    ['front matter', '---\ntitle: Who\n---\nflowchart LR\nA -->', 2, 5],
    ['a directive of its own line', '%%{init: {"theme": "dark"}}%%\nflowchart LR\nA -->', 2, 3],
    ['a line beyond the end', 'flowchart LR\nA -->', 9, 2],
  ])('%s', (_name, code, said, meant) => {
    expect(sourceLine(code, said)).toBe(meant);
  });
});

describe('what is said of a diagram', () => {
  test('a mistake has the line of the deck and Mermaid’s words without its pointer', () => {
    const code = 'flowchart LR\n%% who\naccTitle: Who acts\nA -->\n';
    const refused = "Parse error on line 3:\n...w\nA -->\n------^\nExpecting 'AMP', 'COLON', got 'NEWLINE'";
    expect(formatDiagnostic(syntaxDiagnostic(diagram(code), refused, 3))).toBe(
      'deck.md:43:1 error diagram-syntax The diagram "Who acts" could not be drawn. Mermaid says: Parse error on line 3: ...w A --> unexpected NEWLINE Correct the line; https://mermaid.live shows a diagram while you type.',
    );
  });

  test('without a line it stands at the diagram’s first', () => {
    expect(syntaxDiagnostic(diagram('nonsense'), 'No diagram type detected', undefined).place.line).toBe(40);
  });

  test('a missing alternative is said with what its kind takes', () => {
    expect(altDiagnostic(diagram('flowchart LR')).cure).toContain('accTitle: …');
    expect(altDiagnostic(diagram('%% my map\nmindmap\n  root')).cure).toContain('{alt="…"}; mindmap takes no accTitle');
  });
});

describe('marks of steps', () => {
  test('are comments that say nothing but step, on lines of their own', () => {
    const code = 'flowchart LR\n%% step\n  A\n\t%%step  \n  B %% step\n%% step by step\n%% steps\n%% step';
    expect(stepMarks(code)).toEqual([2, 4, 8]);
  });

  test.each([
    ['flowchart LR\n a', 'flowchart', true],
    ['graph TD;a', 'graph', true],
    ['%% words\nstateDiagram-v2\n a', 'stateDiagram-v2', true],
    ['---\ntitle: One\n---\n\nsequenceDiagram\n', 'sequenceDiagram', true],
    ['%%{init: {}}%%\ntimeline\n', 'timeline', true],
    ['pie title x', 'pie', false],
    ['timelines', 'timelines', false],
    ['', '', false],
  ])('%j is a %s', (code, kind, steps) => {
    expect([kindOf(code), takesSteps(code)]).toEqual([kind, steps]);
  });
});

describe('configuration that has no effect', () => {
  const said = (code: string): readonly string[] =>
    configDiagnostics(diagram(code)).map(({ place, message }) => `${place.line} ${/ sets (\w+)/.exec(message)?.[1]}`);

  test('is said at its line, in directives of any form', () => {
    expect(said('%%{init: {"theme": "dark"}}%%\npie')).toEqual(['40 theme']);
    expect(said("pie\n%%{ initialize : {\n  'look': 'handDrawn',\n  themeCSS: '.a {}' } }%%")).toEqual([
      '42 look',
      '43 themeCSS',
    ]);
  });

  test('and in front matter', () => {
    expect(said('---\ntitle: One\nconfig:\n  theme: forest\n  flowchart:\n    curve: basis\n---\npie')).toEqual([
      '43 theme',
    ]);
    expect(said('---\ntheme: forest\n---\npie')).toEqual([]);
  });

  test('only where it is', () => {
    expect(said('%%{init: {"flowchart": {"curve": "basis"}}}%%\nflowchart LR\n  theme --> look')).toEqual([]);
    expect(said('%%{init: {"theme" "dark"}}%%\npie')).toEqual([]);
  });
});

test('a drawing is made anew with another version of Mermaid or of a font', () => {
  const versionOf = (name: string): string => {
    const manifest = readFileSync(new URL(`../node_modules/${name}/package.json`, import.meta.url), 'utf8');
    return `${name} ${(JSON.parse(manifest) as { readonly version: string }).version}`;
  };
  const packages = ['mermaid', '@fontsource/source-sans-3', '@fontsource/source-serif-4'];
  expect(worldOfDrawings()).toEqual(expect.arrayContaining(packages.map(versionOf)));
});
