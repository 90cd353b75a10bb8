import { join } from 'node:path';
import fc from 'fast-check';
import { checkEvidence } from '../../../src/commands/evidence.js';
import { DeckError } from '../../../src/error.js';
import { sortDiagnostics } from '../../../src/model/diagnostic.js';
import type { Audience, Deck, Drawing } from '../../../src/model.js';
import { parseDeck } from '../../../src/parse/deck.js';
import { readDeck } from '../../../src/read/deck.js';
import { findBreaks } from '../../../src/render/break-words.js';
import { renderSlides } from '../../../src/render/render-slides.js';
import { SlideMemory } from '../../../src/render/slide-memory.js';
import { elements } from '../../../src/render/tree.js';
import { writeProse, writeStage } from '../../../src/render/write-stage.js';
import { testEffects } from '../effects.js';
import { memoryFiles } from './compile-in-memory.js';
import { type DeckFiles, grownDeck } from './deck-files.js';

/** What an author may put anywhere in a deck: text, what ends a slide, what other slides know of, and what is left open. */
const pieces: readonly string[] = [
  'The harbour opened [@b2024, ¶5].',
  '## Ports {#ports}',
  '## Ports',
  '# Two parts {layout=section}',
  '## {.statement}',
  '---',
  '----',
  'Note:',
  'Note: CFE is said here [@b2024, ¶6]',
  '',
  '```js',
  '```',
  '~~~~',
  '```mermaid {#drawn}',
  '    code',
  '<!--',
  '-->',
  '<div>',
  '</div>',
  '<style>',
  '<style>.student { color: red } #ports { color: blue }</style>',
  '</style>',
  '$$',
  '$$\\begin{equation}a\\label{one}\\end{equation}$$',
  'see $\\eqref{one}$ and $\\a$',
  '$\\gdef\\a{b}$',
  '[one]: #ports',
  '[one]: quay.png',
  'a link to [one], [two](#/2) and [three](#nowhere)',
  '![Quay](quay.png) ![Quay]( pier.svg ){width=40%}',
  '*[CFE]: Treaty on forces',
  '*[CFE]: another',
  'CFE and CFE',
  'A note[^n] and another^[in place]',
  '[^n]: what it says [@b2024, ¶5]',
  '[^n]: something else',
  '(@first) an example',
  'as (@first) says',
  '::: question {#vote choose=1}',
  '- [x] yes [@b2024, ¶5]',
  '- [ ] no',
  '::: question {again=vote}',
  '::: answer',
  '::: student',
  '::: teacher',
  '::: notes',
  '::: handout',
  '::: sources',
  '::: coverage',
  '::: paragraphs',
  ':::',
  ': caption',
  '| a | b |\n|---|---|\n| 1 | 2 |',
  '+---+---+\n| a | b |',
  '<!-- include: part.md -->',
  '<!-- .slide: data-background="quay.png" -->',
  '<!-- .element: class="fragment" -->',
  '. . .',
  '{.teacher}',
  '{cut=15}',
  '<section>',
  '</section>',
  'https://example.org/a and ==marked== text with <v-click>',
  '> “wary and tense” [@b2024, ¶5]',
  'Anschlußmöglichkeitenüberprüfungsverfahren',
  '\t- deep',
  '\0',
];
const settings = [
  'title: One',
  'title: Two',
  'lang: de',
  'minutes: 45',
  'cuts: [15, 45]',
  'handoutNotes: true',
  'slide-level: 2',
];
const references = [
  '- { id: b2024, title: T, author: [{ family: F }], issued: 2024 }\n',
  '- { id: b2024, title: U }\n- { id: a, title: V }\n',
];

const whole: DeckFiles = {
  'deck.md': [
    '---\ntitle: One\nlang: en\n---\n\n# One\n\n*[CFE]: Treaty on forces',
    '## Ports {#ports}\n\n- The treaty holds 112,000 men [@b2024, ¶5]\n- CFE is old\n\n![Quay](quay.png)\n\nNote:\nSay it',
    '# The first part {layout=section}',
    '## Code\n\n```js\nlet a = 1\n```\n\n```yaml\n---\nb: 2\n---\n```',
    '## A drawing\n\n```mermaid {#drawn}\nflowchart LR\n A --> B\n```\n\n[there](#ports), [one]',
    '<!-- include: part.md -->',
    '## A question\n\n::: question {#vote}\n- [x] yes\n- [ ] no\n\n::: answer\nYes [@b2024, ¶6, "More words"]\n:::\n:::',
    '## A note[^n] {cut=15}\n\n$a_b$ and $$c$$\n\n[^n]: said of CFE\n\n::: handout\nProse for papers, ![Quay](quay.png)\n:::',
    '# The second part {layout=section}',
    '## Again {.teacher}\n\n::: question {again=vote}\n:::',
    '## Covered\n\n::: coverage\n:::',
    '## Sources\n\n::: sources\n:::\n\n[one]: #ports',
  ].join('\n\n---\n\n'),
  'part.md': '## From a part\n\n- one[^n]\n- two\n\n---\n\n## And more\n\nCFE',
  'references.yaml': references[0] ?? '',
  'sources/b2024.md':
    '¶0 Title\n\n¶5 Minsk keeps the CFE treaty, “wary and tense”, with 112,000 men in 2024.\n\n¶6 More words here.\n',
};

type Edit = (files: DeckFiles) => DeckFiles;

const edit: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc
      .tuple(
        fc.nat(),
        fc.nat({ max: 4 }),
        fc.constantFrom('type', 'insert', 'insert', 'insert', 'drop', 'repeat', 'move', 'join'),
        fc.constantFrom(...pieces),
        fc.constantFrom('deck.md', 'deck.md', 'deck.md', 'part.md'),
      )
      .map(([where, count, kind, piece, file]) => inFile(file, (text) => changed(text, where, count, kind, piece))),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(...settings)
      .map((line) =>
        inFile('deck.md', (text) =>
          text.startsWith('---\n') ? `---\n${line}\n${text.slice(4)}` : `---\n${line}\n---\n${text}`,
        ),
      ),
  },
  { weight: 1, arbitrary: fc.constantFrom(...references).map((text) => inFile('references.yaml', () => text)) },
  { weight: 1, arbitrary: fc.constantFrom('.a { color: red }', '').map((text) => inFile('style.css', () => text)) },
);

function inFile(file: string, change: (text: string) => string): Edit {
  return (files) => ({ ...files, [file]: change(files[file] ?? '') });
}

function changed(text: string, where: number, count: number, kind: string, piece: string): string {
  const lines = text.split('\n');
  const at = where % Math.max(1, lines.length);
  const line = lines[at] ?? '';
  if (kind === 'insert') lines.splice(at, 0, piece);
  else if (kind === 'drop') lines.splice(at, count);
  else if (kind === 'repeat') lines.splice(at, 0, ...lines.slice(at, at + count + 4));
  else if (kind === 'move') lines.splice((where * 7) % lines.length, 0, ...lines.splice(at, count));
  else if (kind === 'join') lines.splice(at, 2, `${line}${lines[at + 1] ?? ''}`);
  else lines[at] = `${line.slice(0, count * 5)}x${line.slice(count * 5)}`;
  return lines.join('\n');
}

/** Tries so many edits, eight to a deck, and returns the differences that were found. */
export async function searchEdits(edits: number, seed: number): Promise<readonly string[]> {
  const found: string[] = [];
  const each = 8;
  for (const [index, deck] of fc.sample(editedDeck(each), { seed, numRuns: Math.ceil(edits / each) }).entries()) {
    const difference = await firstDifference(deck);
    if (difference !== undefined) found.push(`deck ${index}, ${difference}`);
  }
  return found;
}

/** A deck, and what its author does to it. */
interface EditedDeck {
  readonly files: DeckFiles;
  readonly edits: readonly Edit[];
}

/** Decks of so many edits each. */
function editedDeck(edits: number): fc.Arbitrary<EditedDeck> {
  return fc.record({
    files: fc.oneof({ weight: 3, arbitrary: fc.constant(whole) }, { weight: 1, arbitrary: grownDeck }),
    edits: fc.array(edit, { minLength: edits, maxLength: edits }),
  });
}

/** What one making of a deck comes to, all of it that anybody can ask for, as text. */
interface Made {
  readonly editions: readonly string[];
}

const audiences: readonly Audience[] = ['teacher', 'student'];

/**
 * Makes a deck after each edit from what is remembered, and from nothing, and returns the first difference with the deck's text; undefined
 * where there is none.
 */
async function firstDifference({ files, edits }: EditedDeck): Promise<string | undefined> {
  const memories = new Map(audiences.map((audience) => [audience, new SlideMemory()]));
  let now = files;
  for (const [index, change] of [(same: DeckFiles) => same, ...edits].entries()) {
    const next = change(now);
    const kept = await make(next, memories);
    if (kept === undefined) continue;
    now = next;
    const fresh = (await make(now, new Map())) ?? kept;
    const at = kept.editions.findIndex((one, place) => one !== fresh.editions[place]);
    if (at >= 0)
      return [`after edit ${index}, ${difference(kept.editions[at], fresh.editions[at])}`, now['deck.md']].join('\n\n');
  }
  return undefined;
}

function difference(kept = '', fresh = ''): string {
  let at = 0;
  while (kept[at] === fresh[at]) at++;
  const around = (text: string): string => text.slice(Math.max(0, at - 200), at + 200);
  return `remembered:\n${around(kept)}\n\nmade anew:\n${around(fresh)}`;
}

/** Undefined where the files are no deck. */
async function make(files: DeckFiles, memories: ReadonlyMap<Audience, SlideMemory>): Promise<Made | undefined> {
  const folder = '/decks/fuzz';
  const effects = testEffects('/decks', { files: memoryFiles(files) });
  const location = { name: 'fuzz', file: join(folder, 'deck.md'), folder, isFolder: true };
  const source = await readDeck(location, effects).catch((error: unknown) => {
    if (error instanceof DeckError) return undefined;
    throw error;
  });
  if (source === undefined) return undefined;
  const deck = parseDeck(source);
  const evidence = await checkEvidence(deck, location, {}, effects);
  const editions: string[] = [];
  for (const audience of audiences) {
    const memory = memories.get(audience);
    const drawings = { byId: drawn(deck), diagnostics: [] };
    const slides = await renderSlides(deck, drawings, evidence, { audience }, { memory });
    const trees = [...slides.trees, ...slides.prose];
    const document = {
      ...slides,
      breaks: await findBreaks(
        trees.map(({ section }) => section),
        deck,
        memory?.breaks,
      ),
    };
    const rendered = writeStage(document);
    const fileOf = new Map(rendered.assets.map(({ marker, file }) => [marker, file]));
    const named = (html: string): string =>
      html.replace(
        /\uFDD0(asset|tones)(-\d+\uFDD1)/g,
        (_, what, which) => `<${what} of ${fileOf.get(`\uFDD0asset${which}`)}>`,
      );
    const { slides: written, assets, diagnostics, leftOut, ...rest } = rendered;
    const parts: readonly unknown[] = [
      written.map((slide) => ({ ...slide, html: named(slide.html) })),
      writeProse(document).map(named),
      assets.map(({ marker: _, ...asset }) => asset),
      sortDiagnostics(diagnostics),
      [...leftOut, '|', ...document.leftOut, '|', ...document.absentNames],
      [...document.drawings.byId],
      trees.map((tree) => [tree.slide.number, ...elements(tree.section).map(tree.placeOf)]),
      { ...rest, settings: undefined },
    ];
    editions.push(JSON.stringify(parts));
  }
  return { editions };
}

/** Each diagram is drawn as a picture of its code, with a link in it. */
function drawn({ slides }: Deck): ReadonlyMap<string, Drawing> {
  return new Map(
    slides.flatMap(({ diagrams }) =>
      diagrams.map(({ id, code }): [string, Drawing] => [
        id,
        {
          svg: `<svg viewBox="0 0 9 9"><title>${code.length}</title><a href="#ports"><path d="M0 0"/></a></svg>`,
          width: 9 + code.length,
          height: 9,
          smallestLabel: 20,
        },
      ]),
    ),
  );
}
