import type { Place, Severity } from '../diagnostic.js';
import type { Deck, PdfReading } from '../model.js';

/** What docs/rules.md puts together under one heading. */
export type RuleGroup = 'settings' | 'writing' | 'evidence' | 'diagrams' | 'slides' | 'look' | 'pdf';

/** What an author types: a deck's Markdown, or files by their names. */
export type Example = string | Readonly<Record<string, string>>;

/** What a rule finds in a parsed deck; its name is added to it, and its severity where it has none of its own. */
export interface Finding {
  readonly message: string;
  readonly place: Place;
  readonly cure?: string;
  readonly severity?: Severity;
}

/** What a rule finds in a PDF; `page` counts from 1 and is the first where the whole file is meant. */
export interface PdfFinding {
  readonly message: string;
  readonly page?: number;
  readonly cure?: string;
}

/** What a rule may look at. */
export interface Checked {
  readonly deck: Deck;
  /** Code points that at least one of the theme's text fonts has. */
  readonly glyphs: ReadonlySet<number>;
}

/** One thing that can be wrong with a deck. */
export interface Rule<Name extends string = string> {
  readonly name: Name;
  readonly group: RuleGroup;
  /** By default; several rules warn of less than they forbid. */
  readonly severity: Severity;
  /** Rules that need no browser answer first, and with `--no-browser` alone; those that need a PDF with `--pdf`. */
  readonly needs: 'text' | 'browser' | 'pdf';
  /** A rule of style holds only for decks written for our theme. */
  readonly style?: true;
  /** It says that there is nothing to show or that an exception is wrong, and cannot be turned off. */
  readonly firm?: true;
  readonly what: string;
  readonly why: string;
  /** Absent where nothing in a deck could show it. */
  readonly wrong?: Example;
  readonly right?: Example;
  /** Present where the parsed deck is all it needs; all others are found where their stage knows. */
  readonly check?: (checked: Checked) => readonly Finding[];
  /** Present where a PDF that was read again is what it looks at. */
  readonly checkPdf?: (pdf: PdfReading) => readonly PdfFinding[];
}

/** A rule; its name is a type of its own, so that the table knows the names of all. */
export function rule<const Name extends string>(name: Name, about: Omit<Rule, 'name'>): Rule<Name> {
  return { name, ...about };
}
