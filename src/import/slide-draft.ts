import { type HtmlPiece, htmlPieces } from '../parse/html-pieces.js';
import { type Block, blocksOf, lineStarts, withoutCode } from './blocks.js';
import type { Fate, ForeignSlide, ImportRemark } from './imported-deck.js';

/** A change of a slide's text, by positions in the text as it was. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly by: string;
}

/** A slide while it is rewritten: all changes are noted by positions in the text as it was, and made together. */
export class SlideDraft {
  readonly blocks: readonly Block[];
  /** The text with its code as spaces. */
  readonly bare: string;
  /** Comments and tags outside code, by position. */
  readonly html: readonly HtmlPiece[];
  readonly starts: readonly number[];
  /** Of the whole slide; `class` and those that Reveal knows. */
  readonly attributes = new Map<string, string>();
  readonly classes: string[] = [];
  readonly notes: string[] = [];
  /** Text that stands before and behind the slide's own, as the halves of a column. */
  before = '';
  after = '';
  private readonly edits: Edit[] = [];
  private readonly remarks: ImportRemark[];

  constructor(
    readonly slide: ForeignSlide,
    remarks: ImportRemark[],
  ) {
    this.remarks = remarks;
    this.blocks = blocksOf(slide.text);
    this.bare = withoutCode(slide.text, this.blocks);
    this.html = this.bare.includes('<') ? htmlPieces(this.bare) : [];
    this.starts = lineStarts(slide.text);
  }

  get text(): string {
    return this.slide.text;
  }

  /** Where a line begins; the text's end behind the last. */
  lineStart(line: number): number {
    return this.starts[line] ?? this.text.length;
  }

  replace(start: number, end: number, by: string): void {
    this.edits.push({ start, end, by });
  }

  say(fate: Fate, at: number, typed: string, message: string): void {
    const before = this.text.slice(0, at).split('\n').length - 1;
    this.remarks.push({ fate, place: { path: this.slide.path, line: this.slide.line + before }, typed, message });
  }

  /** The text with all changes made; a change within a stretch that another change replaces is left out. */
  rewritten(): string {
    let result = '';
    let at = 0;
    // What is put in at a place stands before what is replaced there; of two replacements the longer counts.
    const isPutIn = ({ start, end }: Edit): number => (start === end ? 0 : 1);
    const inOrder = this.edits.toSorted((a, b) => a.start - b.start || isPutIn(a) - isPutIn(b) || b.end - a.end);
    for (const { start, end, by } of inOrder) {
      if (start < at) continue;
      result += this.text.slice(at, start) + by;
      at = end;
    }
    return result + this.text.slice(at);
  }
}
