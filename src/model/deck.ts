import type { Token } from 'markdown-it';
import type { Brand } from './brand.js';
import type { ChartView } from './chart.js';
import type { Citation, Unsourced } from './citation.js';
import type { Diagnostic, Place } from './diagnostic.js';
import type { Relations, RelationsView } from './relations.js';
import type { Settings } from './settings.js';
import type { Reference, TextFile } from './source.js';

export const layouts = [
  'title',
  'section',
  'statement',
  'quote',
  'columns',
  'figure',
  'photo',
  'table',
  'question',
  'sources',
  'text',
  'blank',
] as const;
/** How a slide is composed; `text` is what holds running text and lists, chosen when nothing else fits. */
export type Layout = (typeof layouts)[number];

/** Who a part of the deck is for. */
export type Audience = 'student' | 'teacher';

/** The fences that are drawn: Mermaid's own code, a view of `relations.yaml`, a map, a chart; the latter three are YAML. */
export const diagramLanguages = ['mermaid', 'relations', 'map', 'chart'] as const;
export type DiagramLanguage = (typeof diagramLanguages)[number];

/** What a line or an arrow of a map says by its name, and what that rests on. */
export interface MapRouteClaim {
  /** Empty where it has none. */
  readonly text: string;
  readonly citations: readonly Citation[];
  readonly unsourced?: Unsourced;
  readonly place: Place;
}

/** A diagram as the author wrote it, before it is drawn. */
export interface Diagram {
  /** Unique in the deck; from `{#id}` or from the content, never from the position alone. */
  readonly id: string;
  readonly language: DiagramLanguage;
  readonly code: string;
  /** What a `relations` fence asks for; absent where that could not be read, which a diagnostic says. */
  readonly view?: RelationsView;
  /** A `chart` fence with its data; absent where that could not be read, which a diagnostic says. */
  readonly chart?: ChartView;
  /** The chart stands for a table of the slide, which papers print and the evidence reads. */
  readonly isOfTable?: boolean;
  /** Lines and arrows of a map that say what they rest on. */
  readonly routes?: readonly MapRouteClaim[];
  /** What the relations of a view, the lines of a map, or the rows of a chart's table rest on. */
  readonly citations?: readonly Citation[];
  /** Where the code's first line stands in the deck. */
  readonly place: Place;
  /**
   * The text alternative: `alt="…"`, else accTitle and accDescr of a Mermaid diagram, the sentences of a relations view or what a chart
   * shows. Empty when there is none; a map then has its own, in its `Drawing`.
   */
  readonly alt: string;
  /** accTitle of a Mermaid diagram: what a paper calls it where it has no caption. */
  readonly title?: string;
  readonly caption?: string;
  /** Notes stand beside it, or another column: it has about two thirds of the width, or less. */
  readonly isBeside?: true;
  /** How wide its column is, px; absent where it stands in none. */
  readonly columnWidth?: number;
  /** A share of the place it gets, 1 to 100. */
  readonly width?: number;
}

/** `<!-- check-disable rule: reason -->`: what rules find on its slide is excused. */
export interface Exception {
  /** As typed; there may be no such rule. */
  readonly rules: readonly string[];
  /** Why; empty where none is given. */
  readonly reason: string;
  readonly place: Place;
}

/** A stretch of the deck shown at once. */
export interface Slide {
  /** Unique; `{#id}`, or the heading's slug, or `slide-<n>`; what `#id` links to. */
  readonly id: string;
  /** Ids that it had before. Links to them lead to it; absent where there are none. */
  readonly aliases?: readonly string[];
  /** Reading order, from 1, over the whole deck. */
  readonly number: number;
  /** Column and row as Reveal counts them, from 0. */
  readonly index: { readonly h: number; readonly v: number };
  readonly place: Place;
  readonly layout: Layout;
  /**
   * The text of the heading that students get, without citations; what the bookmark and the table of contents say. Empty when there is no
   * heading.
   */
  readonly title: string;
  /** The title in the teacher's edition; absent where it is the same. */
  readonly teacherTitle?: string;
  /** The part of the talk it belongs to: the last `section` slide before or at it. */
  readonly section?: { readonly number: number; readonly title: string };
  /** Attributes of the `<section>`: `.slide` comments and the first heading's braces; `class` and `id` among them. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly minutes?: number;
  /** `{cut=15}` keeps it from 15 up. Absent: the deck's own length and longer. */
  readonly cut?: number;
  /** Absent: for everybody. */
  readonly audience?: Audience;
  /** What is shown, heading included. */
  readonly tokens: readonly Token[];
  /** Speaker notes. */
  readonly notes: readonly Token[];
  /** `::: handout` prose: not on the slide, printed in the papers. */
  readonly handout: readonly Token[];
  readonly diagrams: readonly Diagram[];
  readonly citations: readonly Citation[];
  readonly exceptions: readonly Exception[];
}

export interface Abbreviation {
  readonly short: string;
  readonly long: string;
  readonly place: Place;
}

export interface Deck {
  readonly name: string;
  readonly folder: string;
  readonly path: string;
  readonly settings: Settings;
  readonly title: string;
  readonly references: readonly Reference[];
  readonly relations?: Relations;
  readonly abbreviations: readonly Abbreviation[];
  readonly slides: readonly Slide[];
  readonly brand?: Brand;
  readonly styles: readonly TextFile[];
  readonly scripts: readonly TextFile[];
  readonly diagnostics: readonly Diagnostic[];
}
