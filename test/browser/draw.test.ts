import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BrowserProvider, createBrowserProvider } from '../../src/browser/browser-provider.js';
import { drawDiagrams } from '../../src/draw/draw-diagrams.js';
import { formatDiagnostic } from '../../src/model/diagnostic.js';
import type { Diagram, Drawing, Drawings } from '../../src/model.js';
import { createCache } from '../../src/system/cache.js';

const root = mkdtempSync(join(tmpdir(), 'draw-browser-test-'));
const browser = createBrowserProvider({ env: process.env });
afterAll(async () => {
  await browser.close();
  rmSync(root, { recursive: true });
});

const fixtures = join(import.meta.dirname, '../fixtures/draw');
const files = readdirSync(fixtures).filter((name) => name.endsWith('.mmd'));
const kinds = files.map((name) => ({
  name: name.replace('.mmd', ''),
  code: readFileSync(join(fixtures, name), 'utf8'),
}));
const diagram = (code: string, id = 'x', changes: Partial<Diagram> = {}): Diagram => ({
  id,
  language: 'mermaid',
  code,
  place: { path: 'deck.md', line: 10 },
  alt: 'what it shows',
  ...changes,
});
const newCache = () => createCache(mkdtempSync(join(root, 'cache-')));
const draw = (diagrams: readonly Diagram[], cache = newCache()): Promise<Drawings> =>
  drawDiagrams(diagrams, { browser, cache });
const drawn = async (code: string): Promise<Drawing> => {
  const { byId, diagnostics } = await draw([diagram(code)]);
  expect(diagnostics.map(formatDiagnostic)).toEqual([]);
  return byId.get('x') ?? expect.unreachable('it was not drawn');
};

describe('every kind', () => {
  let drawings: Drawings;
  beforeAll(async () => {
    drawings = await draw(kinds.map(({ name, code }) => diagram(code, name)));
  });
  const svgOf = (name: string): string => drawings.byId.get(name)?.svg ?? expect.unreachable(`${name} was not drawn`);

  test('is drawn', () => {
    expect(drawings.diagnostics.map(formatDiagnostic)).toEqual([]);
    expect([...drawings.byId.keys()]).toEqual(kinds.map(({ name }) => name));
  });

  test.each(kinds)('$name is one clean svg', ({ name }) => {
    const svg = svgOf(name);
    const [element] = parseFragment(svg).childNodes as DefaultTreeAdapterTypes.Element[];
    expect(element?.attrs.map((attribute) => attribute.name)).toEqual(['xmlns', 'viewBox', 'font-family']);
    expect(svg).not.toMatch(/<(style|script|title|desc|foreignObject|image|iframe)\b/);
    expect(svg).not.toMatch(/\s(class|style|role|aria-[a-z]+|on[a-z]+|xlink:href)=/);
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
    const ids = [...svg.matchAll(/\sid="([^"]*)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(new RegExp(`^${name}-svg-\\d+$`));
    for (const [, id] of svg.matchAll(/url\(#([^)]+)\)|href="#([^"]+)"/g)) expect(ids).toContain(id);
  });

  test.each(kinds)('$name keeps its text, at a size that is read', ({ name }) => {
    const drawing = drawings.byId.get(name);
    expect(svgOf(name)).toMatch(/<text/);
    expect(drawing?.smallestLabel).toBeGreaterThanOrEqual(16);
    expect(drawing?.width).toBeGreaterThan(20);
    expect(drawing?.height).toBeGreaterThan(20);
  });

  test.each(kinds)('$name uses no colour but the deck’s and the author’s', ({ name, code }) => {
    const own = [...code.matchAll(/#[0-9a-f]{3,6}/g)].length > 0;
    const literal = [...svgOf(name).matchAll(/(?:fill|stroke|stop-color)="(#[0-9a-f]+)"/g)].map((match) => match[1]);
    if (!own) expect(literal).toEqual([]);
  });

  test('is the same, byte for byte, alone, the other way round, and twice', async () => {
    const backwards = await draw([...kinds].reverse().map(({ name, code }) => diagram(code, name)));
    for (const { name } of kinds) expect(backwards.byId.get(name)).toEqual(drawings.byId.get(name));
    for (const { name, code } of kinds.slice(0, 6)) {
      expect((await draw([diagram(code, name)])).byId.get(name)).toEqual(drawings.byId.get(name));
    }
    const [first] = kinds;
    const twice = await draw([diagram(first?.code ?? '', 'one'), diagram(first?.code ?? '', 'two')]);
    expect(twice.byId.get('two')?.svg).toBe(twice.byId.get('one')?.svg.replaceAll('one-svg', 'two-svg'));
  });
});

describe('the look', () => {
  test('actors take their hue and label colour without a classDef, and give their arrows their hue', async () => {
    const { svg } = await drawn(
      'flowchart LR\n  a[Minsk]:::belarus -->|asks| b[Kyiv]\n  class b ukraine\n  b --- c[Vilnius]:::neutral',
    );
    expect(svg).toMatch(/<rect[^>]* fill="var\(--teal-fill, #1c7a6e\)"/);
    expect(svg).toMatch(/<text[^>]*>(<tspan[^>]* fill="var\(--teal-on, #fbfaf7\)"[^>]*>)?.*Minsk/);
    expect(svg).toContain('var(--amber-on, #1b2230)');
    expect(svg).toMatch(/<path[^>]* stroke="var\(--teal, #1c7a6e\)"[^>]* marker-end=/);
    expect(svg).toMatch(/<marker[^>]*><path[^>]* fill="var\(--teal, #1c7a6e\)"/);
    expect(svg).toMatch(
      /<rect[^>]* fill="var\(--paper, #fbfaf7\)"[^>]* stroke="var\(--ink, #1b2230\)" stroke-width="2"/,
    );
  });

  test.each([
    'flowchart LR\n  a[Minsk]:::violet --> b{Kyiv}:::violet',
    'stateDiagram-v2\n  [*] --> Minsk\n  class Minsk violet',
    'classDiagram\n  class Minsk:::violet\n  class Kyiv',
  ])('violet has a second edge within its own: %s', async (code) => {
    const { svg } = await drawn(code);
    expect(svg).toContain('fill="var(--violet-fill, #7d55c0)"');
    expect(svg).toMatch(/ fill="none" stroke="var\(--violet-on, #fbfaf7\)" stroke-width="2"/);
  });

  test.each([
    ['flowchart LR', 'a[Minsk]:::red'],
    ['stateDiagram-v2', '[*] --> Minsk\n  class Minsk red'],
  ])('a class that the author defines is no hue in a %s', async (kind, node) => {
    const { svg } = await drawn(`${kind}\n  classDef red fill:#ffdddd,stroke:#aa0000\n  ${node}`);
    expect(svg).toContain('fill="#ffdddd"');
    expect(svg).not.toContain('--red');
    expect(svg).not.toContain('font-size="30"');
  });

  test('what a relations view gives as Mermaid has the deck’s hues', async () => {
    const { svg } = await drawn(
      'flowchart LR\n  a[Minsk]:::teal --> b[Kyiv]\n  classDef teal fill:#1c7a6e,stroke:#1c7a6e,color:#fbfaf4',
    );
    expect(svg).toContain('font-size="30"');
    expect(svg).toMatch(/<path[^>]* stroke="var\(--teal, #1c7a6e\)"[^>]* marker-end=/);
  });

  test('an author’s own colours stay, with the label that was chosen for them', async () => {
    const { svg } = await drawn('flowchart LR\n  a[Minsk] --> b[Kyiv]\n  style a fill:#ffeeaa');
    expect(svg).toContain('fill="#ffeeaa"');
    expect(svg).toMatch(/<tspan[^>]* fill="#1b2230"[^>]*>Minsk|<text[^>]* fill="#1b2230"[^>]*>.*Minsk/);
  });

  test('long labels are wrapped at words, in all scripts', async () => {
    const { width, svg } = await drawn(
      'flowchart TD\n  a["Łukašenka says that Беларусь выконвае абавязацельствы, and more words follow ґрунтовно"]',
    );
    expect(width).toBeLessThan(400);
    expect(svg.match(/<tspan[^>]* x="0"/g)?.length).toBeGreaterThan(2);
  });

  test('paragraph marks stand out', async () => {
    const { svg } = await drawn('flowchart LR\n  a[one] -->|arms contracts ¶8| b[two]');
    expect(svg).toMatch(/<tspan[^>]* fill="var\(--accent, #7a2360\)"[^>]*>¶8</);
  });

  test('links between the same two are level, one below the other, each under its label', async () => {
    const { svg } = await drawn(
      'flowchart LR\n  a[Minsk] -->|asks| b[Moscow]\n  b ==>|sends| a\n  a -.->|waits| b\n  b -->|and goes on| c[Kyiv]\n  click b href "https://example.org/"',
    );
    const lines = [...svg.matchAll(/<path d="M[-\d.]+,([-\d.]+)L[-\d.]+,([-\d.]+)"/g)].map(([, from, to]) => [
      from,
      to,
    ]);
    expect(lines).toHaveLength(4);
    for (const [from, to] of lines) expect(from).toBe(to);
    expect(new Set(lines.map(([from]) => from)).size).toBeGreaterThanOrEqual(3);
  });

  test('links that meet in one node are level too, and end on its side', async () => {
    const { svg } = await drawn('flowchart LR\n  a[One cause] --> c[Effect]\n  b[Another cause] --> c');
    expect(levelsOf(svg)).toEqual([true, true]);
  });

  test('boxes below one another have one width, and their links begin where they end', async () => {
    const { svg } = await drawn('flowchart LR\n  a[One cause] --> c[Effect]\n  b[Quite another cause] --> c');
    const widths = [...svg.matchAll(/<rect[^>]* width="([\d.]+)"/g)].map(([, width]) => Number(width));
    expect(widths.filter((width) => width === Math.max(...widths))).toHaveLength(2);
    expect(new Set([...svg.matchAll(/<path d="M([-\d.]+),[^>]* marker-end=/g)].map(([, x]) => x)).size).toBe(1);
  });

  test('states have room around their words, and their transitions stop outside', async () => {
    const { svg } = await drawn('stateDiagram-v2\n  direction LR\n  Egg --> Larva : hatches');
    const [egg, larva] = [...svg.matchAll(/<rect[^>]* x="([-\d.]+)"[^>]* width="([\d.]+)"/g)].map(([, x, width]) => ({
      half: -Number(x),
      width: Number(width),
    }));
    const centres = [...svg.matchAll(/<g[^>]* transform="translate\(([-\d.]+), [-\d.]+\)"[^>]*><rect/g)].map(([, x]) =>
      Number(x),
    );
    const [start, ...rest] = [
      ...(svg.match(/<path d="(M[^"]*)"[^>]* marker-end=/)?.[1] ?? '').matchAll(/[ML]([-\d.]+),/g),
    ].map(([, x]) => Number(x));
    expect(egg?.width).toBeGreaterThan(56);
    expect(start).toBeGreaterThanOrEqual((centres[0] ?? 0) + (egg?.half ?? 0) - 1);
    expect(rest.at(-1)).toBeLessThanOrEqual((centres[1] ?? 0) - (larva?.half ?? 0) + 1);
  });

  test('links stay as they are where a plain box would grow beyond recognition', async () => {
    const { svg } = await drawn('flowchart LR\n  a[One] --> b & c & d & e & f & g');
    expect(levelsOf(svg)).toContain(false);
  });

  test('actors part until their graph is as wide as the stage', async () => {
    const code = 'flowchart LR\n  a[NATO]:::nato -->|asks| b[Minsk]:::belarus\n  b -->|answers| a\n  a -->|waits| b';
    const { svg, width, height } = await drawn(code);
    expect(levelsOf(svg)).toEqual([true, true, true]);
    expect(width * Math.min(26 / 22, 352 / height)).toBeCloseTo(1120, -1);
  });

  test('the labels of a row of states stand above its lines, without the ground they need on one', async () => {
    const row = 'stateDiagram-v2\n  direction LR\n  Egg --> Larva : hatches\n  Larva --> Pupa : pupates';
    const both = `${row}\n  Pupa --> Larva : goes back`;
    const boxes = async (code: string): Promise<number> => (await drawn(code)).svg.match(/<rect/g)?.length ?? 0;
    expect(await boxes(row)).toBe(3);
    expect(await boxes(both)).toBe(6);
  });

  test('links fan out where level ones would cross a node', async () => {
    const { svg } = await drawn('flowchart TD\n  a[Minsk] -->|asks| b[Moscow]\n  b -->|answers| a\n  a --> c[Kyiv]');
    expect(svg).toMatch(/<path d="M[^"]*L[^"]*L/);
  });

  test('a dashed link has an open head, and its line ends before it', async () => {
    const { svg } = await drawn('flowchart LR\n  a -.-> b\n  a ==> c\n  c -.-x d');
    expect(svg).toMatch(/<marker[^>]*><path[^>]* fill="none"[^>]* stroke-width="3.5"/);
    expect(svg).toMatch(/stroke-width="4.5" stroke-dasharray="0.1, 10" stroke-linecap="round"/);
  });

  test('character references are characters', async () => {
    const { svg } = await drawn('flowchart LR\n  a["say #quot;no#quot;"] -->|"#35;1 #9829;"| b["x #lt; y"]');
    expect(svg).toContain('say "no"');
    expect(svg).toContain('#1 ♥');
    expect(svg).toContain('x &lt; y');
  });

  test('milestones are diamonds, as wide as high', async () => {
    const { svg } = await drawn(
      'gantt\ndateFormat YYYY-MM-DD\nsection S\na :2024-01-01, 9d\nstone :milestone, 2024-01-05, 0d',
    );
    const [, points] =
      /d="M([\d.]+ [\d.]+L[\d.]+ [\d.]+L[\d.]+ [\d.]+L[\d.]+ [\d.]+)Z"/.exec(svg) ?? expect.unreachable(svg);
    const [top, right, bottom, left] = (points ?? '').split('L').map((point) => point.split(' ').map(Number));
    expect(top?.[0]).toBeCloseTo(bottom?.[0] ?? 0);
    expect(left?.[1]).toBeCloseTo(right?.[1] ?? 0);
    expect((right?.[0] ?? 0) - (left?.[0] ?? 0)).toBeCloseTo((bottom?.[1] ?? 0) - (top?.[1] ?? 0));
  });

  test('stereotypes stand in guillemets, other angles as they were typed', async () => {
    const requirement = await drawn(
      'requirementDiagram\nrequirement one {\nid: 1\ntext: t\nrisk: high\nverifymethod: test\n}\nelement two {\ntype: s\n}\ntwo - satisfies -> one',
    );
    expect(requirement.svg).toContain('«satisfies»');
    expect(requirement.svg).toContain('«Requirement»');
    expect(requirement.svg).not.toContain('&lt;&lt;');
    const flow = await drawn('flowchart LR\na["1 << 2 >> 3"] --> b');
    expect(flow.svg).toContain('&lt;&lt;');
  });

  test('no two parts of a pie look the same', async () => {
    const parts = Array.from({ length: 12 }, (_, index) => `  "p${index}" : ${20 - index}`).join('\n');
    const { svg } = await drawn(`pie\n${parts}`);
    const fills = [...svg.matchAll(/<path d="M[^"]*A[^"]*" fill="([^"]+)"/g)].map(([, fill]) => fill);
    expect(new Set(fills).size).toBe(12);
  });

  test('the numbers of messages stand on discs', async () => {
    const { svg, smallestLabel } = await drawn('sequenceDiagram\n  autonumber\n  A->>B: one\n  B-->>A: two');
    expect(svg.match(/<circle[^>]* r="14"/g)).toHaveLength(2);
    expect(smallestLabel).toBe(18);
  });

  test('a head ends at the bar of activity or the lifeline it meets, a cross before it', async () => {
    const code = 'sequenceDiagram\n  A->>B: asks\n  activate B\n  B-->>A: answers\n  deactivate B\n  A-xB: lost';
    const { svg } = await drawn(code);
    const bar = /<rect x="(\d+)" y="122" width="10"/.exec(svg)?.[1];
    const ends = [...svg.matchAll(/<line x1="[^"]*" y1="[^"]*" x2="([^"]*)"[^>]* marker-end/g)].map(([, end]) => end);
    const [from, to] = [...svg.matchAll(/<line x1="(\d+)" y1="48"/g)].map(([, x]) => Number(x)).sort((a, b) => a - b);
    expect(bar).toBe(String((to ?? 0) - 5));
    expect(ends.map(Number)).toEqual([Number(bar), (from ?? 0) + 2, (to ?? 0) - 19]);
    expect(svg).toContain('<path d="M0 0L10 5L0 10z"');
  });

  test.each([
    ['flowchart', 'flowchart\n  Draft --> Review --> Vote --> Law'],
    ['state diagram', 'stateDiagram-v2\n  [*] --> Open\n  Open --> Shut\n  Shut --> Sealed\n  Sealed --> [*]'],
    [
      'requirement diagram',
      'requirementDiagram\n  requirement load {\n  id: 1\n  }\n  element model {\n  type: wood\n  }\n  model - satisfies -> load',
    ],
    ['entity diagram', 'erDiagram\n  READER ||--o{ LOAN : takes\n  LOAN }o--|| BOOK : of'],
    ['class diagram', 'classDiagram\n  Fleet o-- Ship : has\n  Ship o-- Mast : has'],
  ])('a %s without a direction takes the one that fits a slide', async (_kind, code) => {
    const { width, height } = await drawn(code);
    expect(width / height).toBeGreaterThan(2);
  });

  test('names in narrow fields of a packet are turned, and numbers that would touch give way', async () => {
    const { svg } = await drawn('packet-beta\n0-3: "Offset"\n4: "URG"\n5: "ACK"\n6: "PSH"\n7-31: "Window"');
    expect(svg.match(/rotate\(-90[^>]*>(URG|ACK|PSH)</g)).toHaveLength(3);
    expect(svg).toContain('>Offset<');
  });

  test('shares of thin slices stand in the legend', async () => {
    const { svg } = await drawn('pie\n"Large" : 90\n"Thin" : 4\n"Thinner" : 3\n"Thinnest" : 3');
    expect(svg).toMatch(/>Thin – 4%</);
    expect(svg).toMatch(/>Thinnest – 3%</);
    expect(svg).toMatch(/>Large</);
    expect(svg).toMatch(/>90%</);
  });

  test('names below an axis that would run together take two lines by turns', async () => {
    const names = 'January, February, March, April, May, June, July, August, September, October, November, December';
    const { svg } = await drawn(
      `xychart-beta\nx-axis [${names}]\ny-axis 0 --> 12\nbar [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]`,
    );
    expect(svg.match(/dy="[\d.]+"[^>]*>(February|April|June|August|October|December)</g)).toHaveLength(6);
    expect(svg).not.toMatch(/dy="[\d.]+"[^>]*>March</);
  });

  test('names of points in a quadrant chart lie over no point and no name', async () => {
    const { svg } = await drawn(
      'quadrantChart\nquadrant-3 Leave\nquadrant-4 Hand over\nEstonia: [0.05, 0.82]\nLatvia: [0.08, 0.79]\nFrance: [0.3, 0.5]',
    );
    const placed = (name: string): readonly number[] =>
      new RegExp(`translate\\(([-\\d.]+), ?([-\\d.]+)\\)[^>]*>${name}<`).exec(svg)?.slice(1).map(Number) ?? [];
    const [estonia = [], latvia = []] = [placed('Estonia'), placed('Latvia')];
    expect(
      Math.abs((estonia[1] ?? 0) - (latvia[1] ?? 0)) > 24 || Math.abs((estonia[0] ?? 0) - (latvia[0] ?? 0)) > 60,
    ).toBe(true);
  });

  test('tasks of a journey are wrapped and keep all their words', async () => {
    const { svg } = await drawn(
      'journey\nsection Home\nLook for the right form: 2: Citizen\nSign it electronically: 1: Citizen',
    );
    const words = svg.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
    expect(words).toContain('Look for the right form');
    expect(words).toContain('Sign it electronically');
    expect(svg).not.toContain('Look for the right form<');
  });

  test('a tree of many leaves without a direction stays upright', async () => {
    const leaves = Array.from(
      { length: 9 },
      (_, index) => `  root --> b${index % 3}\n  b${index % 3} --> leaf${index}`,
    );
    const tree = leaves.join('\n');
    const [free, upright] = [await drawn(`flowchart\n${tree}`), await drawn(`flowchart TB\n${tree}`)];
    expect(free.width).toBe(upright.width);
  });

  test('a stereotype stands over the middle of the name below it', async () => {
    const { svg } = await drawn(
      'requirementDiagram\n  requirement load {\n  id: 1\n  }\n  element model {\n  type: wood\n  }',
    );
    expect(svg).toMatch(/<text[^>]* transform="translate\(12\.6\d?, 0\)"[^>]*>\s*<tspan[^>]*>«Requirement»/);
  });

  test('a timeline is left-aligned under rules, without boxes', async () => {
    const { svg } = await drawn('timeline\n  section One\n    20 Feb : A visit\n    21 Feb : A draft');
    expect(svg).not.toContain('text-anchor="middle"');
    expect(svg).not.toMatch(/<(path|rect)\b/);
    expect(svg).toContain('stroke-width="8"');
  });
});

describe('bars of an xychart', () => {
  test.each([
    ['stand', 'xychart-beta', 'height'],
    ['lie', 'xychart-beta horizontal', 'width'],
  ])('that %s are as long as their values, from zero and below it', async (_how, head, length) => {
    const { svg } = await drawn(`${head}\n  x-axis [a, b, c]\n  y-axis "v" -10 --> 24\n  bar [1, -5, 20]\n`);
    const bars = [...svg.matchAll(/<rect x="[^"]*" y="[^"]*" [^>]*>/g)].map(([bar]) => bar);
    const [one = 0, below = 0, most = 0] = bars.map((bar) =>
      Number(new RegExp(`${length}="([\\d.]+)"`).exec(bar)?.[1]),
    );
    expect(most / one).toBeCloseTo(20, 0);
    expect(below / one).toBeCloseTo(5, 0);
  });
});

describe('what is wrong', () => {
  test('all broken diagrams are said in one run, by their line in the deck, and the good ones drawn', async () => {
    const { byId, diagnostics } = await draw([
      diagram('flowchart LR\n  %% who\n  A --> B\n  B -->', 'first', { place: { path: 'deck.md', line: 10 } }),
      diagram('flowchart LR\n  A --> B', 'good', { place: { path: 'deck.md', line: 20 } }),
      diagram('pie\n  "a" : 1\n  "b" ; 2', 'second', { place: { path: 'other.md', line: 30 } }),
      diagram('sequenceDiagram\n  A->>B hi', 'third', { place: { path: 'other.md', line: 40 } }),
      diagram('nonsense', 'fourth', { place: { path: 'other.md', line: 50 } }),
    ]);
    expect([...byId.keys()]).toEqual(['good']);
    expect(diagnostics.map(({ rule, place }) => `${place.path}:${place.line} ${rule}`)).toEqual([
      'deck.md:13 diagram-syntax',
      'other.md:32 diagram-syntax',
      'other.md:41 diagram-syntax',
      'other.md:50 diagram-syntax',
    ]);
    for (const { message } of diagnostics) expect(message.length).toBeLessThan(400);
  });

  test('a diagram without an alternative is an error, and drawn', async () => {
    const { byId, diagnostics } = await draw([diagram('mindmap\n  root', 'bare', { alt: ' ' })]);
    expect(byId.size).toBe(1);
    expect(diagnostics).toMatchObject([
      { rule: 'diagram-alt', severity: 'error', place: { path: 'deck.md', line: 10 } },
    ]);
  });

  test('a flowchart or a sequence without a description is offered one', async () => {
    const cures = async (code: string): Promise<string> =>
      (await draw([{ ...diagram(code), alt: '' }])).diagnostics.map(({ cure }) => cure).join('\n');
    expect(await cures('flowchart LR\n  A["The <br/>sea"] -->|rises| B{Clouds}\n  B --> C')).toContain(
      '"accDescr: The sea leads to Clouds (rises). Clouds leads to C."',
    );
    expect(await cures('sequenceDiagram\n  participant A as Ann\n  A->>B: Is it "so"?\n  B-->>A: Yes')).toContain(
      '"accDescr: Ann to B: Is it ”so”? B to Ann: Yes."',
    );
  });

  test('a broken diagram is tried again the next time', async () => {
    const cache = newCache();
    await draw([diagram('flowchart LR\n  A -->')], cache);
    expect((await draw([diagram('flowchart LR\n  A -->')], cache)).diagnostics).toHaveLength(1);
  });
});

describe('hostile diagrams', () => {
  test('labels stay text', async () => {
    const { svg } = await drawn(
      'flowchart LR\n  a["</svg><script>alert(1)</script><img src=x onerror=alert(1)>"] --> b["a &amp; b < c"]',
    );
    expect(svg).not.toMatch(/<(script|img|image)/);
    expect(svg.match(/<\/svg>/g)).toHaveLength(1);
  });

  test('a link to a script is dropped, one to a page stays', async () => {
    const { svg } = await drawn(
      'flowchart LR\n  a[one] --> b[two]\n  click a href "javascript:alert(1)"\n  click b href "https://example.org/"',
    );
    expect(svg).not.toContain('javascript');
    expect(svg.match(/translate/g)?.length).toBeGreaterThanOrEqual(2);
    expect(svg).toMatch(/<a [^>]*href="https:\/\/example.org\/"/);
  });

  test('a link to a slide leads there, though it has the name of a node', async () => {
    const code = 'flowchart LR\n  a[one] --> b[two]\n  click a href "#harbour"\n  click b href "#/2/1"';
    const { svg } = await drawn(code);
    expect([...svg.matchAll(/<a [^>]*href="([^"]*)"/g)].map(([, address]) => address)).toEqual(['#harbour', '#/2/1']);
    expect(svg).toMatch(/url\(#x-svg-\d+\)/);
  });

  test('a label of ten thousand characters is drawn', async () => {
    const { svg } = await drawn(`flowchart LR\n  a["${'words '.repeat(1700)}"]`);
    expect(svg.length).toBeGreaterThan(10_000);
  });

  test('the author’s configuration changes neither look nor safety, and what has no effect is said', async () => {
    const code =
      '%%{init: {"theme": "forest", "securityLevel": "loose", "htmlLabels": true, "flowchart": {"htmlLabels": true}}}%%\nflowchart LR\n  a[one] --> b[two]';
    const { byId, diagnostics } = await draw([diagram(code)]);
    const svg = byId.get('x')?.svg;
    expect(svg).toContain('var(--ink, #1b2230)');
    expect(svg).not.toContain('foreignObject');
    expect(svg).toContain('>one<');
    expect(diagnostics.map(({ rule, severity, place }) => `${place.line} ${severity} ${rule}`)).toEqual([
      '10 warning diagram-config',
    ]);
  });

  test('labels that a treemap has no room for are named, and no others', async () => {
    const tree = 'treemap-beta\n"Budget"\n    "Pensions": 600\n    "Health…": 400';
    expect((await draw([diagram(tree)])).diagnostics).toEqual([]);
    const crowded = `${tree}\n    "Culture and monuments": 2\n"Other"\n    "Towns": 3`;
    const { diagnostics } = await draw([diagram(crowded)]);
    expect(diagnostics.map(({ rule, message }) => [rule, /: (.*)\.$/.exec(message)?.[1]])).toEqual([
      ['label-lost', '“Other 3”, “Culture and monuments 2”, “Towns 3”'],
    ]);
  });

  test('a picture from elsewhere is left out and named', async () => {
    const code = 'flowchart LR\n  a@{ img: "https://pictures.example/a.png", label: "A", w: 60, h: 60 } --> b';
    const { byId, diagnostics } = await draw([diagram(code)]);
    expect(byId.get('x')?.svg).not.toContain('pictures.example');
    expect(diagnostics.map(({ rule, message }) => [rule, message.includes('https://pictures.example/a.png')])).toEqual([
      ['diagram-picture', true],
    ]);
  });
});

describe('with everything in the cache', () => {
  test('no browser starts, and drawings come under each deck’s own ids', async () => {
    const cache = newCache();
    const diagrams = kinds.slice(0, 5).map(({ name, code }) => diagram(code, name));
    const first = await draw(diagrams, cache);
    const idle: BrowserProvider = createBrowserProvider({ env: { PILCROW_BROWSER: '/nowhere' } });
    const second = await drawDiagrams(diagrams, { browser: idle, cache });
    expect(idle.launched).toBe(false);
    expect(second).toEqual(first);
    const other = await drawDiagrams([diagram(kinds[0]?.code ?? '', 'ідэнтыфікатар 1.2')], { browser: idle, cache });
    expect([...other.byId.values()][0]?.svg).not.toMatch(/id="(?!ідэнтыфікатар_20_1_2e_2-svg-)/);
  });

  test('a damaged entry is drawn anew', async () => {
    const cache = newCache();
    const before = await draw([diagram('flowchart LR\n  A --> B')], cache);
    const [entry] = readdirSync(cache.folder);
    writeFileSync(join(cache.folder, entry ?? ''), 'damaged');
    expect(await draw([diagram('flowchart LR\n  A --> B')], cache)).toEqual(before);
  });
});

/** Whether each link is one level line. */
function levelsOf(svg: string): readonly boolean[] {
  const links = [...svg.matchAll(/<path d="(M[^"]*)"[^>]* marker-(?:start|end)=/g)].map(([, d = '']) => d);
  return links.map((d) => {
    const heights = [...d.matchAll(/[ML][-\d.]+,([-\d.]+)/g)].map(([, y]) => y);
    return !d.includes('C') && heights.length === 2 && heights[0] === heights[1];
  });
}
