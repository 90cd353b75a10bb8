import type { Citation } from './citation.js';
import type { Diagram, Layout } from './deck.js';
import type { Place } from './diagnostic.js';
import type { Drawing } from './drawings.js';
import type { CheckedClaim } from './evidence.js';
import type { SeenElement } from './html-tree.js';

/**
 * The slides of an edition as blocks and inlines, for writers that make no HTML. They are read from the slide document when they are
 * asked for; what is not for the edition's reader is not in them.
 */
export interface SlideBlocks {
  readonly id: string;
  /** Among the slides of the edition, from 1. */
  readonly number: number;
  readonly layout: Layout;
  /** Absent where the slide has none, or none at its beginning. */
  readonly heading?: HeadingBlock;
  readonly blocks: readonly Block[];
  readonly footnotes: readonly Footnote[];
  /** What else stands at the foot: sources, the small print of maps, what abbreviations stand for. */
  readonly foot: readonly Block[];
  /** The speaker's; empty where the edition has none. */
  readonly notes: readonly Block[];
  /** The handout's prose beside the slide. */
  readonly prose: readonly Block[];
  /** How many clicks the slide takes. */
  readonly steps: number;
  readonly place: Place;
}

/** What every block has, and every item and row. */
export interface BlockBase {
  readonly place: Place;
  /** With which click it appears, from 1; absent: it is there when the slide opens. */
  readonly step?: number;
  /** The claims that it makes as a whole. */
  readonly claims: readonly CheckedClaim[];
  /** What it cites as a whole; what its words cite stands in their marks. */
  readonly citations: readonly Citation[];
  readonly id?: string;
  readonly classes: readonly string[];
  /** Where it is in another language than what is around it. */
  readonly lang?: string;
}

export interface HeadingBlock extends BlockBase {
  readonly kind: 'heading';
  /** 1 to 6, as typed. */
  readonly level: number;
  readonly content: readonly Inline[];
}

export interface ParagraphBlock extends BlockBase {
  readonly kind: 'paragraph';
  readonly content: readonly Inline[];
}

/** What a list counts by, in CSS's words. */
export type ListNumbering = 'decimal' | 'lower-alpha' | 'upper-alpha' | 'lower-roman' | 'upper-roman';

/** What stands with the numbers of a list: a full stop, a bracket `behind`, brackets on both sides. */
export type ListDelimiter = 'period' | 'behind' | 'within';

export interface ListBlock extends BlockBase {
  readonly kind: 'list';
  readonly ordered: boolean;
  readonly numbering: ListNumbering;
  readonly delimiter: ListDelimiter;
  /** The first number; 1 where the author gives none. */
  readonly start: number;
  readonly items: readonly ListItem[];
}

/** Lists within lists stand in their items' blocks: each is a level deeper. */
export interface ListItem extends BlockBase {
  readonly blocks: readonly Block[];
  /** Its number in a list that is ordered; its place in one that is not. */
  readonly number: number;
  /** Of a task list: whether its box is ticked. */
  readonly task?: boolean;
  /** Of a question: a choice, and whether it is right where the edition's reader may know. */
  readonly choice?: 'choice' | 'right';
}

export interface DefinitionsBlock extends BlockBase {
  readonly kind: 'definitions';
  readonly entries: readonly { readonly term: boolean; readonly blocks: readonly Block[] }[];
}

export interface TableBlock extends BlockBase {
  readonly kind: 'table';
  readonly caption: readonly Inline[];
  readonly rows: readonly TableRow[];
}

export interface TableRow extends BlockBase {
  /** In the table's head. */
  readonly isHead: boolean;
  readonly cells: readonly TableCell[];
}

export interface TableCell {
  readonly isHead: boolean;
  readonly columns: number;
  readonly rows: number;
  /** Absent where its words begin at its left edge. */
  readonly align?: 'right' | 'center';
  readonly blocks: readonly Block[];
}

export interface QuotationBlock extends BlockBase {
  readonly kind: 'quotation';
  readonly blocks: readonly Block[];
}

/** A diagram, a map, a view of relations, or a picture by itself. */
export interface FigureBlock extends BlockBase {
  readonly kind: 'figure';
  readonly diagram?: Diagram;
  /** Absent where it could not be drawn, and of pictures. */
  readonly drawing?: Drawing;
  /** The click before the first of the drawing's own steps; absent where it has none. */
  readonly firstStep?: number;
  readonly images: readonly ImageInline[];
  readonly alt: string;
  readonly caption: readonly Inline[];
}

export interface CodeBlock extends BlockBase {
  readonly kind: 'code';
  /** Empty where the author names none. */
  readonly language: string;
  readonly text: string;
}

export interface FormulaBlock extends BlockBase {
  readonly kind: 'formula';
  readonly tex: string;
}

/** A question with its choices and what it says of itself; the answer, where the reader gets it, is an answer among its blocks. */
export interface QuestionBlock extends BlockBase {
  readonly kind: 'question';
  readonly blocks: readonly Block[];
}

export interface AnswerBlock extends BlockBase {
  readonly kind: 'answer';
  readonly blocks: readonly Block[];
}

export interface ColumnsBlock extends BlockBase {
  readonly kind: 'columns';
  readonly columns: readonly (readonly Block[])[];
}

/** A container of another name, and raw HTML that wraps blocks. */
export interface BoxBlock extends BlockBase {
  readonly kind: 'box';
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly blocks: readonly Block[];
}

/** HTML that is none of these: its tree. */
export interface HtmlBlock extends BlockBase {
  readonly kind: 'html';
  readonly element: SeenElement;
}

export type Block =
  | HeadingBlock
  | ParagraphBlock
  | ListBlock
  | DefinitionsBlock
  | TableBlock
  | QuotationBlock
  | FigureBlock
  | CodeBlock
  | FormulaBlock
  | QuestionBlock
  | AnswerBlock
  | ColumnsBlock
  | BoxBlock
  | HtmlBlock;

/** A footnote; its number is that of the signs that refer to it. */
export interface Footnote extends BlockBase {
  readonly number: number;
  readonly blocks: readonly Block[];
}

export interface TextInline {
  readonly kind: 'text';
  readonly text: string;
}

/** Words set apart, by the name of HTML's element: strong, em, code, sub, sup, del, mark, kbd, q, span … */
export interface StyledInline {
  readonly kind: 'styled';
  readonly tag: string;
  readonly classes: readonly string[];
  /** Where these words appear with a click of their own. */
  readonly step?: number;
  readonly lang?: string;
  readonly content: readonly Inline[];
}

export interface LinkInline {
  readonly kind: 'link';
  /** `#id` within the deck, or an address. */
  readonly href: string;
  readonly content: readonly Inline[];
}

export interface ImageInline {
  readonly kind: 'image';
  /** Absolute; absent where it is no file of the deck. */
  readonly file?: string;
  /** As the slide has it: a marker, a `data:` address. */
  readonly address: string;
  /** Empty where the picture says nothing. */
  readonly alt: string;
}

export interface FormulaInline {
  readonly kind: 'formula';
  readonly tex: string;
}

/** A ¶ mark beside or behind what rests on it. */
export interface MarkInline {
  readonly kind: 'mark';
  readonly text: string;
  /** What it is read aloud as. */
  readonly name: string;
  /** Empty where it rests on no source. */
  readonly citations: readonly Citation[];
}

/** Whose word a claim is, in words. */
export interface VoiceInline {
  readonly kind: 'voice';
  readonly text: string;
}

export interface FootnoteSign {
  readonly kind: 'footnote';
  readonly number: number;
}

export interface AbbreviationInline {
  readonly kind: 'abbreviation';
  readonly short: string;
  readonly long: string;
}

export interface BreakInline {
  readonly kind: 'break';
}

export interface HtmlInline {
  readonly kind: 'html';
  readonly element: SeenElement;
}

export type Inline =
  | TextInline
  | StyledInline
  | LinkInline
  | ImageInline
  | FormulaInline
  | MarkInline
  | VoiceInline
  | FootnoteSign
  | AbbreviationInline
  | BreakInline
  | HtmlInline;

/** What a writer makes of each kind of block, and of each kind of inline: none can be forgotten. */
export type BlockWriters<T> = { readonly [Kind in Block['kind']]: (block: Extract<Block, { kind: Kind }>) => T };
export type InlineWriters<T> = { readonly [Kind in Inline['kind']]: (inline: Extract<Inline, { kind: Kind }>) => T };
