import type { Layout } from './deck.js';

export const paperNames = ['handout', 'worksheet', 'ticket', 'key', 'reader'] as const;
/** What is made for a class out of a deck, each in a layout of its own. */
export type PaperName = (typeof paperNames)[number];

export const paperSizes = ['a4', 'letter'] as const;
export const slidesPerPage = [1, 2, 3] as const;

/** How papers are printed. */
export interface PaperSetup {
  readonly size: (typeof paperSizes)[number];
  /** Slides on a page of the handout. */
  readonly perPage: (typeof slidesPerPage)[number];
  /** Without any colour. */
  readonly grey: boolean;
}

export const standardPaper: PaperSetup = { size: 'a4', perPage: 3, grey: false };

/**
 * What a slide gives to papers, all of it for the edition's reader alone. Strings are HTML that went through the passes of slides;
 * empty where there is nothing. Ids stand once in `stage`, and once more in `body` and `figures`, which show parts of the stage.
 */
export interface SlideOnPaper {
  /** Among the slides of the edition, from 1. */
  readonly number: number;
  readonly layout: Layout;
  readonly section?: { readonly number: number; readonly title: string };
  readonly minutes?: number;
  /** The heading level of its title in a paper's outline: 2, or 3 below a section. */
  readonly level: 2 | 3;
  /** The slide as one `<section>` with its final step, without running head, foot and notes. */
  readonly stage: string;
  /** What stands below the slide's heading, without the heading. */
  readonly body: string;
  /** Footnotes, abbreviations and the small print of maps, which a slide has at its foot. */
  readonly foot: string;
  /** `::: handout`. Its marks name what they rest on by `data-evidence`: positions in `evidence`. */
  readonly prose: string;
  readonly notes: string;
  /** What the slide's claims and those of its prose rest on, each paragraph once, in reading order. */
  readonly evidence: readonly EvidenceNote[];
  readonly figures: readonly FigureOnPaper[];
}

/** A paragraph that claims rest on, as a margin note has it. */
export interface EvidenceNote {
  /** Key of the reference. */
  readonly source: string;
  /** "¶5", "¶5–6", "¶" for a source as a whole. */
  readonly mark: string;
  /** The source's own words or, where claims rest on none, its numbers. Text, not HTML. */
  readonly words: readonly string[];
}

/** A diagram, picture or table of a slide. */
export interface FigureOnPaper {
  readonly id?: string;
  readonly kind: 'diagram' | 'picture' | 'table';
  /** The element with its drawing, without its caption. */
  readonly html: string;
  /** HTML. */
  readonly caption: string;
  /** The text alternative; empty for a table. */
  readonly alt: string;
}

/** What papers print after the slides. */
export interface BackMatter {
  /** The abbreviations the edition uses, in alphabetical order. Text, not HTML. */
  readonly glossary: readonly { readonly short: string; readonly long: string }[];
  /** The references the edition cites; `html` as the citation style sets it, `short` as text. */
  readonly references: readonly {
    readonly key: string;
    readonly short: string;
    readonly html: string;
    readonly url?: string;
  }[];
  /** Whose the pictures are, by slide. Text, not HTML. */
  readonly credits: readonly { readonly slide: number; readonly credits: readonly string[] }[];
  /** The relations of each view that is shown. */
  readonly relations: readonly RelationsOnPaper[];
  /** The numbers of each chart that is shown. */
  readonly charts: readonly ChartOnPaper[];
  /** What a class is to learn, and the edition's questions that serve it, in order. Text, not HTML. */
  readonly objectives: readonly {
    readonly text: string;
    readonly questions: readonly { readonly number: number; readonly title: string }[];
  }[];
  /** Which slides use which paragraphs, as `::: coverage` shows it; HTML made for the stage, 1120 px wide. */
  readonly coverage: string;
}

/** A chart's numbers: a row a point, a column a series, or the other way round. */
export interface ChartOnPaper {
  readonly slide: { readonly number: number; readonly title: string };
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface RelationsOnPaper {
  /** The slide that shows the view. */
  readonly slide: { readonly id: string; readonly number: number; readonly title: string };
  readonly rows: readonly {
    readonly from: string;
    readonly kind: string;
    readonly what: string;
    readonly to: string;
    readonly mutual: boolean;
    /** "inferred", "lecturer", "not in the source", or empty. */
    readonly remark: string;
    readonly evidence: readonly EvidenceNote[];
  }[];
}
