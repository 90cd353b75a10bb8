import type { ForeignDeck, ImportRemark } from './imported-deck.js';
import { importMarp } from './marp.js';
import { importObsidian } from './obsidian.js';
import { importBeamer, importPandoc } from './pandoc.js';
import { importQuarto } from './quarto.js';
import { importRevealMd } from './reveal-md.js';
import { importSlidev } from './slidev.js';

/** Our Markdown of a deck: its front matter, and its slides in order. */
export interface ToolDeck {
  readonly head: string;
  readonly slides: readonly string[];
  /** Which of them, from 0, stand below the slide before them. */
  readonly below?: ReadonlySet<number>;
  /** `references.yaml`; absent where the deck describes no sources itself. */
  readonly references?: string;
}

/** A tool whose decks are taken in. */
export interface Tool {
  /** As `--as` and messages have it. */
  readonly name: string;
  readonly title: string;
  /** Where it finds what an address that begins with `/` names, from the deck's folder. */
  readonly publicFolder?: string;
  readonly read: (deck: ForeignDeck, remarks: ImportRemark[]) => ToolDeck;
}

/** The tools, as `--as` names them. */
export const tools = {
  marp: { name: 'marp', title: 'Marp', read: importMarp },
  slidev: { name: 'slidev', title: 'Slidev', publicFolder: 'public', read: importSlidev },
  quarto: { name: 'quarto', title: 'Quarto', read: importQuarto },
  pandoc: { name: 'pandoc', title: 'Pandoc', read: importPandoc },
  beamer: { name: 'beamer', title: 'Pandoc with Beamer', read: importBeamer },
  obsidian: { name: 'obsidian', title: 'Obsidian', read: importObsidian },
  'reveal-md': { name: 'reveal-md', title: 'reveal-md', read: importRevealMd },
} as const satisfies Readonly<Record<string, Tool>>;

/** The name of a tool whose decks are taken in. */
export type ToolName = keyof typeof tools;
