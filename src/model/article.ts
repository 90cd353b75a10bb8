import type { Block, Footnote, HeadingBlock } from './blocks.js';
import type { BackMatter } from './papers.js';
import type { Settings } from './settings.js';

/** A deck as running text, for writers that make no HTML: the reader as blocks. */
export interface ArticleBlocks {
  readonly title: string;
  readonly subtitle: string;
  /** Course, author, date: what stands below the title. */
  readonly facts: readonly string[];
  readonly author: string;
  readonly settings: Settings;
  readonly parts: readonly ArticlePartBlocks[];
  readonly glossary: BackMatter['glossary'];
  readonly references: BackMatter['references'];
}

/** What a slide gives to the running text: its heading, its prose and its figures are parts of their own where it has prose. */
export interface ArticlePartBlocks {
  /** The slide's id. */
  readonly id: string;
  /** Of its heading: 1, or 2 below a section. */
  readonly level: 1 | 2;
  /** Absent where it goes on with the part before it. */
  readonly heading?: HeadingBlock;
  readonly blocks: readonly Block[];
  readonly footnotes: readonly Footnote[];
  /** The speaker's notes; empty where the edition has none. */
  readonly spoken: readonly Block[];
}

/** A picture in a form that every program knows. */
export interface Photograph {
  readonly type: 'png' | 'jpg' | 'gif';
  readonly bytes: Uint8Array;
  /** px at which it is as large as meant. */
  readonly width: number;
  readonly height: number;
}

/** A picture that is to be photographed: a drawing, or a file of the deck by its absolute path; with `ink` its shape in that colour. */
export type ShownPicture =
  | { readonly svg: string; readonly width: number; readonly height: number }
  | { readonly file: string; readonly ink?: string };
