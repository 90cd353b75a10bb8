import type { DataTable } from './chart.js';
import type { Citation, PlaceKind, Unsourced } from './citation.js';
import type { Diagnostic, Place } from './diagnostic.js';

/** A paragraph of a source. ¶0 holds title, date line, by-line, first publication and affiliation; the body counts from 1. */
export interface SourceParagraph {
  readonly number: number;
  readonly text: string;
}

/** Where a page of a source begins, by what its foot or head calls it: "12", "xii". Pages of notes come again behind the body. */
export interface SourcePage {
  readonly label: string;
  /** The first paragraph with words on it, and where in that paragraph's text they begin. */
  readonly paragraph: number;
  readonly at: number;
}

/** A heading of a source. */
export interface SourceHeading {
  /** 1 to 6; 1 is the highest. */
  readonly level: number;
  readonly text: string;
  /** The first paragraph below it. */
  readonly paragraph: number;
}

/** A page of a source, or what a heading of it opens: the paragraphs that stand there, those that only run over onto a page among them. */
export interface SourcePlace {
  readonly kind: PlaceKind;
  /** As the source counts: `12`, `xii`, `3.2`. */
  readonly number: string;
  readonly from: number;
  readonly to: number;
}

/** A source whose text is at hand, from `sources/<key>.md`. */
export interface SourceText {
  readonly key: string;
  readonly path: string;
  readonly paragraphs: readonly SourceParagraph[];
  /** In the order of the file; absent where it has no page marks. */
  readonly pages?: readonly SourcePage[];
  /** Where it is a table of data: its paragraphs are the rows, by their lines in the file. */
  readonly data?: DataTable;
  /** In the order of the file; absent where it has none. */
  readonly headings?: readonly SourceHeading[];
}

/** What a claim is on the slide. A quotation where no claims are held is a claim of its own; notes are only warned about. */
export type ClaimKind = 'heading' | 'item' | 'paragraph' | 'row' | 'quotation' | 'figure' | 'relation' | 'note';

/** A stretch of a claim's text, from `start` up to before `end`. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** A number of a chart, with the names it stands under: its series, its point. */
export interface ClaimValue {
  readonly value: number;
  /** A number of the source that is the same with so many decimals is this one. */
  readonly decimals: number;
  readonly names: readonly string[];
  /** The row of the data. */
  readonly place: Place;
}

/** From `at` in a claim's text on, its words stand so many lines below its place. */
export interface LineBreak {
  readonly at: number;
  readonly line: number;
}

/** Something the deck says that a source must bear out. */
export interface Claim {
  readonly kind: ClaimKind;
  /** The slide's id and number. */
  readonly slide: { readonly id: string; readonly number: number };
  readonly place: Place;
  /** As the reader sees it, without citations; the parts of a row, a figure or a list stand on lines of their own. */
  readonly text: string;
  /** Where quotations stand in `text`, without their marks. */
  readonly quotations: readonly TextRange[];
  /** Where `text` goes on in another line of the file. */
  readonly breaks?: readonly LineBreak[];
  /** Quotation marks in `text` that have no partner. */
  readonly unpaired?: readonly number[];
  /** Its own citations, or where it has none those that cover it. */
  readonly citations: readonly Citation[];
  /** Citations of what stands below a heading or a parent item: they may hold its numbers and names too. */
  readonly below: readonly Citation[];
  readonly unsourced?: Unsourced;
  /** A table's head, a term, a right choice: what it says is looked for, but it needs no citation and no anchor of its own. */
  readonly isFrame?: boolean;
  /** A choice that is wrong: no claim, and no statement of the source either. */
  readonly isWrongChoice?: boolean;
  /** What a table's head and caption say of its rows, such as "in millions". */
  readonly framedBy?: string;
  /** Numbers are not looked for where they are positions rather than statements. */
  readonly ignoreNumbers?: boolean;
  /** The numbers of a chart; `text` has its names. */
  readonly values?: readonly ClaimValue[];
}

/**
 * How far a claim was checked: its quotation, its anchor, or its numbers and names were found; it is only cited; it rests on no
 * source; its source's text is not here; it has no evidence; what it rests on was not found.
 */
export type ClaimStatus =
  | 'quoted'
  | 'anchored'
  | 'found'
  | 'cited'
  | 'inference'
  | 'lecturer'
  | 'unchecked'
  | 'missing'
  | 'failed';

/** Words of a source that a claim rests on. */
export interface FoundWords {
  readonly kind: 'quotation' | 'anchor' | 'number' | 'name';
  readonly source: string;
  readonly paragraph: number;
  /** As the source has them. */
  readonly words: string;
  /** Their position among the paragraph's words, counted from 0, the end not included. */
  readonly fromWord: number;
  readonly toWord: number;
  /** Their position in the paragraph's text; absent where only the lock is here. */
  readonly range?: TextRange;
}

/** Who read a claim against its source, and when (ISO date). */
export interface Review {
  readonly who: string;
  readonly when: string;
}

export interface CheckedClaim extends Claim {
  /** A fingerprint of its text and citations, the same wherever it stands. */
  readonly id: string;
  readonly status: ClaimStatus;
  /** Whether it was checked against the text, or found in the lock because the text is not here. */
  readonly by: 'source' | 'lock' | 'nothing';
  readonly found: readonly FoundWords[];
  readonly reviews: readonly Review[];
}

/** A source as coverage and papers need it, known from its text or from the lock. No paragraphs: it was never here. */
export interface SourceDigest {
  readonly key: string;
  readonly isHere: boolean;
  readonly paragraphs: readonly { readonly number: number; readonly words: number; readonly fingerprint: string }[];
  readonly places?: readonly SourcePlace[];
  /** It is a table of data: its paragraphs are the first row, which stands for the whole file, and the rows that are cited. */
  readonly isData?: boolean;
}

export interface Evidence {
  readonly claims: readonly CheckedClaim[];
  readonly sources: readonly SourceDigest[];
  /** The texts that were at hand; only what is made for the teacher may show them. */
  readonly texts?: readonly SourceText[];
  readonly diagnostics: readonly Diagnostic[];
}
