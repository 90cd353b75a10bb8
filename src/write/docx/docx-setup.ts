import type { ListBlock, PaperSetup, Photograph, Settings, ShownPicture } from '../../model.js';
import type { DocxLook } from './docx-look.js';
import type { DocxNotes } from './docx-notes.js';

/** What the parts of a Word file are written with. */
export interface DocxSetup {
  readonly lang: string;
  readonly look: DocxLook;
  /** What the deck's own commands of TeX mean. */
  readonly macros: Settings['macros'];
  readonly notes: DocxNotes;
  /** Undefined where a picture cannot be shown: then its words stand there. */
  readonly photograph: (picture: { readonly file: string } | { readonly svg: string }) => Photograph | undefined;
  readonly lists: DocxLists;
  /** Counts the figures. */
  readonly nextFigure: () => number;
}

/** The lists of a Word file: each ordered one counts for itself, from its own first number. */
export interface DocxLists {
  /** One for each list. */
  readonly next: () => number;
  /** What lists are called that are numbered alike, from the same number on. */
  readonly named: (counting: DocxCounting) => string;
  /** Each way of counting that was asked for, with what its lists are called. */
  readonly all: () => ReadonlyMap<string, DocxCounting>;
}

/** How a list is numbered, and its first number. */
export type DocxCounting = Pick<ListBlock, 'numbering' | 'delimiter' | 'start'>;

export function docxLists(): DocxLists {
  const known = new Map<string, DocxCounting>();
  let count = 0;
  return {
    next: () => ++count,
    named({ numbering, delimiter, start }) {
      const name = `${numbering}-${delimiter}-${start}`;
      known.set(name, { numbering, delimiter, start });
      return name;
    },
    all: () => known,
  };
}

/** How a Word file is made. */
export interface DocxOptions {
  readonly size: PaperSetup['size'];
  readonly date: Date;
  readonly photographs: ReadonlyMap<ShownPicture, Photograph>;
  readonly look: DocxLook;
  /** Absent: the deck has no logo, or one that cannot be shown. */
  readonly logo?: { readonly picture: Photograph; readonly alt: string };
}

/** The logo, where there is one to be shown. */
export function logoOf({ logo }: DocxOptions): Pick<DocxOptions, 'logo'> {
  return logo === undefined ? {} : { logo };
}

/** Finds photographs again by what they are of. */
export function photographFinder(photographs: ReadonlyMap<ShownPicture, Photograph>): DocxSetup['photograph'] {
  const byKey = new Map(
    [...photographs].map(([picture, photograph]) => [
      'svg' in picture ? picture.svg : `file:${picture.file}`,
      photograph,
    ]),
  );
  return (picture) => byKey.get('svg' in picture ? picture.svg : `file:${picture.file}`);
}
