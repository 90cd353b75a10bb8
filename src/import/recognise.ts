import { countDialects } from '../parse/dialects/count-dialects.js';
import type { Dialect } from '../parse/dialects/sign.js';
import { readFrontMatter } from '../read/front-matter.js';
import { readFrontMatterBlock } from '../read/front-matter-block.js';
import type { ForeignDeck } from './imported-deck.js';
import type { ToolName } from './tools.js';

/** Tools by the signs that only their Markdown has. */
const bySigns: readonly (Dialect & ToolName)[] = ['marp', 'slidev', 'quarto', 'pandoc', 'obsidian'];

/** Settings that tell of a tool whose Markdown has no sign of its own. */
const bySettings: readonly (readonly [ToolName, readonly string[]])[] = [
  ['beamer', ['colortheme', 'fonttheme', 'innertheme', 'outertheme', 'titlegraphic', 'section-titles', 'beameroption']],
  [
    'pandoc',
    ['slide-level', 'slide_level', 'revealjs-url', 'link-citations', 'header-includes', 'toc-title', 'bibliography'],
  ],
  [
    'reveal-md',
    ['revealOptions', 'highlightTheme', 'verticalSeparator', 'separator', 'notesSeparator', 'preprocessor'],
  ],
];

/** The tool that a deck was written for, by its front matter and by the signs that only it has; undefined where there are none. */
export function recognise({ text, textOf }: ForeignDeck): ToolName | undefined {
  const path = 'deck.md';
  const { yaml, isTitleBlock } = readFrontMatterBlock(text, path);
  const keys = Object.keys(yaml?.value ?? {});
  const told = isTitleBlock ? 'pandoc' : bySignsOf(text, path);
  const set = bySettings.find(([, settings]) => settings.some((key) => keys.includes(key)))?.[0] ?? madeOf(yaml?.value);
  if (told === undefined || told === 'pandoc') return set === 'beamer' ? set : (told ?? set ?? besideFiles(textOf));
  return told;
}

/** `output: beamer_presentation`, as R Markdown has it. */
function madeOf(values: object | undefined): ToolName | undefined {
  const output = values !== undefined && 'output' in values ? JSON.stringify(values.output) : '';
  return output.includes('beamer') ? 'beamer' : /slidy|ioslides|revealjs/.test(output) ? 'quarto' : undefined;
}

function besideFiles(textOf: ForeignDeck['textOf']): ToolName | undefined {
  return ['reveal-md.json', 'reveal.json'].some((name) => textOf(name) !== undefined) ? 'reveal-md' : undefined;
}

function bySignsOf(text: string, path: string): ToolName | undefined {
  const { settings, bodyLine } = readFrontMatter(text, path, false);
  // A setting that is a pattern would be tried on the whole text.
  const { separator, verticalSeparator, notesSeparator, ...plain } = settings;
  const counts = countDialects({
    name: 'deck',
    folder: '',
    entry: { path, file: path, text },
    bodyLine,
    settings: plain,
    includes: new Map(),
    references: [],
    styles: [],
    scripts: [],
    diagnostics: [],
  });
  const [most] = bySigns.filter((name) => counts.has(name)).sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
  return most;
}
