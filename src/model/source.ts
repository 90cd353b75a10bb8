import type { Brand } from './brand.js';
import type { Diagnostic, Place } from './diagnostic.js';
import type { Relations } from './relations.js';
import type { Settings } from './settings.js';

/** A text file of the deck. `path` is what messages show, `file` is absolute. Line ends are \n, no byte order mark. */
export interface TextFile {
  readonly path: string;
  readonly file: string;
  /** Empty where it was not read. */
  readonly text: string;
  /** Why it was not read though it is there, as the end of a sentence. */
  readonly unread?: string;
}

/** A name as CSL-JSON has it. */
export interface ReferenceName {
  readonly family?: string;
  readonly given?: string;
  readonly literal?: string;
  /** "van" in "van Gogh", where the name is sorted without it. */
  readonly 'non-dropping-particle'?: string;
}

/** A bibliography entry (CSL-JSON); only what a short reference needs is named here. */
export interface Reference {
  readonly id: string;
  readonly title?: string;
  readonly author?: readonly ReferenceName[];
  readonly editor?: readonly ReferenceName[];
  readonly 'container-title'?: string;
  readonly issued?: unknown;
  readonly URL?: string;
  /** Where it stood first, where it is a reprint: `reprint-of`. */
  readonly 'reprint-of'?: string;
  /** What it says that no longer holds. */
  readonly superseded?: readonly Superseded[];
  /** The language it is written in, as a BCP 47 tag. */
  readonly language?: string;
  readonly place: Place;
  /** "van Gogh 2001a": how marks, foot and panel name it, as no other source of the deck; absent until `setReferences`. */
  readonly short?: string;
  /** As the deck's citation style sets it; absent until `setReferences`. */
  readonly set?: SetReference;
}

/** What happened after a source was written that ends something it says. */
export interface Superseded {
  /** A year, month or day. */
  readonly date: string;
  readonly what: string;
  /** Who says so: the key of a reference, or words. */
  readonly by?: string;
}

/** A reference in the words and order of a citation style; inline HTML, with `<div>`s where the style asks for a hanging label. */
export interface SetReference {
  /** As it stands in the list of references. */
  readonly entry: string;
  /** As a note has it, by the paragraphs it points at as `locatorText` writes them; under "" for the source as a whole. */
  readonly notes: Readonly<Record<string, string>>;
}

/** A deck's folder as it was read: nothing interpreted but the front matter and which files are included. */
export interface Source {
  /** The folder's name, or the file's without `.md`; names the outputs. */
  readonly name: string;
  /** Absolute; what images and includes are relative to. */
  readonly folder: string;
  readonly entry: TextFile;
  /** The line of `entry.text` on which the Markdown starts, after the front matter (1-based). */
  readonly bodyLine: number;
  readonly settings: Settings;
  /** Included files by absolute path; an include names one by its path relative to the including file's folder. */
  readonly includes: ReadonlyMap<string, TextFile>;
  /** Data files that charts name, by the name they are given there, relative to the deck's folder; those that are there. Absent: no chart names one. */
  readonly data?: ReadonlyMap<string, TextFile>;
  readonly references: readonly Reference[];
  /** What `relations.yaml` beside the deck holds; absent where there is none. */
  readonly relations?: Relations;
  /** The look of an institute. Absent: the deck has the theme's own look, or the command that reads it shows no slide. */
  readonly brand?: Brand;
  /** The brand's sheet, `css:` files of the front matter and `style.css` beside the deck, in order, each with what it imports in it. */
  readonly styles: readonly TextFile[];
  /** `scripts:` of the front matter, in order. */
  readonly scripts: readonly TextFile[];
  /** The CSL style the front matter names with `csl:`; absent: Chicago's notes. */
  readonly citationStyle?: TextFile;
  readonly diagnostics: readonly Diagnostic[];
}
