/** A presentation of PowerPoint as it is read: what its slides say and show, without how they look. Lengths are shares of the slide's width. */
export interface Presentation {
  /** Empty where the file does not say it, and so are the next two. */
  readonly title: string;
  readonly author: string;
  /** The language most of its words are marked with. */
  readonly lang: string;
  /** Width to height. */
  readonly ratio: number;
  /** Names of the parts of the talk, with the numbers of their slides. */
  readonly sections: readonly { readonly name: string; readonly slides: readonly number[] }[];
  /** How many pictures the layouts and masters in use have. */
  readonly masterPictures: number;
  /** What it said when Pilcrow made it, as it is kept; absent where another program did. */
  readonly record?: string;
  /** The bytes of its pictures and films, by their parts. */
  readonly sizes: ReadonlyMap<string, number>;
  readonly slides: readonly PresentationSlide[];
}

export interface PresentationSlide {
  /** From 1, as the slides stand. */
  readonly number: number;
  /** The part of the package; links within the presentation name it. */
  readonly path: string;
  /** What a program calls it; empty where none does. */
  readonly name: string;
  /** The kind of its layout, `title`, `secHead`, `obj`, `twoObj` …; empty where it is none of the usual. */
  readonly layout: string;
  readonly isHidden: boolean;
  /** In the order they stand in the file, those of groups among them. */
  readonly shapes: readonly Shape[];
  readonly notes: readonly Paragraph[];
  readonly comments: readonly { readonly author: string; readonly text: string }[];
  /** How many clicks its animations take. */
  readonly clicks: number;
  readonly hasTransition: boolean;
  /** The path of a picture that it stands on. */
  readonly ground?: string;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface ShapeBase {
  readonly id: string;
  /** Absent where neither it nor its layout says where it stands. */
  readonly box?: Box;
  /** The text alternative; empty where there is none. */
  readonly alt: string;
}

export type TextRole = 'title' | 'subtitle' | 'body' | 'foot' | 'number' | 'date' | 'text';

export interface TextShape extends ShapeBase {
  readonly kind: 'text';
  readonly role: TextRole;
  readonly paragraphs: readonly Paragraph[];
  /** Its paragraphs come one by one. */
  readonly comesInSteps: boolean;
}

export interface TableShape extends ShapeBase {
  readonly kind: 'table';
  readonly hasHead: boolean;
  readonly rows: readonly (readonly TableCell[])[];
}

export interface TableCell {
  readonly paragraphs: readonly Paragraph[];
  /** Another cell reaches over it. */
  readonly isCovered: boolean;
  readonly columns: number;
  readonly rows: number;
}

export interface PictureShape extends ShapeBase {
  readonly kind: 'picture';
  readonly isDecorative: boolean;
  /** The picture's part, its vector form where it has one; absent where it is kept elsewhere. */
  readonly media?: string;
  /** Of a vector form the picture that stands in for it. */
  readonly raster?: string;
  /** The address of what is kept elsewhere. */
  readonly outside?: string;
  readonly isCropped: boolean;
  /** A film or sound that it stands for: its part, or its address. */
  readonly film?: { readonly media?: string; readonly outside?: string };
  readonly link?: string;
}

export interface ChartShape extends ShapeBase {
  readonly kind: 'chart';
  /** `bar`, `line`, `pie`, `area`, `scatter` …, as the file calls it; several behind each other are parted by a space. */
  readonly type: string;
  readonly title: string;
  readonly categories: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly (string | undefined)[] }[];
}

/** A drawing that PowerPoint makes of a list (SmartArt): the list. */
export interface DiagramShape extends ShapeBase {
  readonly kind: 'diagram';
  readonly paragraphs: readonly Paragraph[];
}

export interface LineShape extends ShapeBase {
  readonly kind: 'line';
  /** It leads from shape to shape. */
  readonly isGlued: boolean;
}

/** What is none of these: an embedded document, ink, a kind of chart or content of later versions. */
export interface OtherShape extends ShapeBase {
  readonly kind: 'other';
  readonly what: string;
}

export type Shape = TextShape | TableShape | PictureShape | ChartShape | DiagramShape | LineShape | OtherShape;

export interface Paragraph {
  /** From 0. */
  readonly level: number;
  /** Absent: it is no item of a list. */
  readonly item?: Item;
  readonly runs: readonly Run[];
}

export interface Item {
  /** The kind of numbers, as `arabicPeriod` (ECMA-376, 20.1.10.61); absent: a sign. */
  readonly numbers?: string;
  readonly start?: number;
}

export interface Run {
  /** `\n` is a line's end. */
  readonly text: string;
  readonly isBold?: boolean;
  readonly isItalic?: boolean;
  readonly isStruck?: boolean;
  readonly isCode?: boolean;
  readonly isFormula?: boolean;
  readonly raised?: 'sub' | 'super';
  /** An address, or the path of a slide. */
  readonly link?: { readonly address: string } | { readonly slide: string } | { readonly action: string };
}

/** The words of paragraphs, each on a line, white space as single spaces. */
export function plainParagraphs(paragraphs: readonly Paragraph[]): readonly string[] {
  return paragraphs.map(plainWords).filter((text) => text !== '');
}

export function plainWords({ runs }: Paragraph): string {
  return runs
    .map(({ text }) => text)
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}
