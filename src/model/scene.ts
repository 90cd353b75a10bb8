import type { ListDelimiter, ListNumbering } from './blocks.js';
import type { ChartSheet } from './chart-sheet.js';
import type { Box } from './laid-out.js';

/**
 * A deck as it is seen: what stands where on each slide, with the words it has, px of the 1280 × 720 stage. Read from the page that is
 * printed, for writers whose files are laid out and not HTML. Every step is shown; `step` says with which click something appears.
 */
export interface Scene {
  readonly theme: SceneTheme;
  readonly slides: readonly SceneSlide[];
  /** What a brand puts on slides, each kind once: its logo, or its mark with its name. Slides have its number here. */
  readonly logos: readonly (readonly SceneShape[])[];
}

/** The theme's own values, colours as `rrggbb`, so that a writer can name them where they are used. */
export interface SceneTheme {
  readonly colours: Readonly<Record<string, string>>;
  /** The families of headings, of running text and of code. */
  readonly fonts: { readonly heading: string; readonly body: string; readonly code: string };
}

export interface SceneSlide {
  readonly id: string;
  /** What the slide stands on: `rrggbb`. */
  readonly ground: string;
  /** In reading order, which is the order they are painted in. */
  readonly shapes: readonly SceneShape[];
  /** Which of the deck's logos it shows; it is none of its shapes. */
  readonly logo?: number;
  /** What the slide's claims rest on, as its panel says it to the edition's reader. */
  readonly evidence: readonly SceneEvidence[];
}

export interface SceneEvidence {
  /** "Claim", "Checked", "Source", each with what stands behind it. */
  readonly rows: readonly { readonly name: string; readonly text: string }[];
  /** Of the source. */
  readonly words: readonly string[];
}

export type SceneShape = SceneText | SceneTable | ScenePicture | SceneRect | SceneConnector | SceneChart;

interface ShapeBase {
  readonly box: Box;
  /** With which click it appears, from 1. */
  readonly step?: number;
}

/** Where a text stands in the slide's frame; `body` is the largest of its body, `text` any other. */
export type TextRole = 'title' | 'body' | 'foot' | 'number' | 'text';

export interface SceneText extends ShapeBase {
  readonly kind: 'text';
  readonly role: TextRole;
  readonly paragraphs: readonly SceneParagraph[];
  /** How many columns its words stand in; lines are never broken where it is `false`. */
  readonly wraps: boolean;
}

export interface SceneParagraph {
  /** From 0. */
  readonly level: number;
  readonly align: 'start' | 'center' | 'end';
  /** From the left of its shape to its first line, and to the others, px. */
  readonly indent: { readonly first: number; readonly rest: number };
  /** From the end of the paragraph before to the top of its first line, px. */
  readonly before: number;
  /** Height of a line, px. */
  readonly line: number;
  readonly bullet?: SceneBullet;
  readonly rightToLeft?: true;
  /** Its lines are the author's own. */
  readonly isCode?: true;
  readonly step?: number;
  readonly runs: readonly SceneRun[];
}

export interface SceneBullet {
  /** The sign itself, or the number as it is seen. */
  readonly text: string;
  /** Absent: it does not count. */
  readonly counting?: SceneCounting;
  readonly style: SceneStyle;
}

/** The number of an item, and how it is written; `none`: nothing stands with it. */
export interface SceneCounting {
  readonly number: number;
  readonly numbering: ListNumbering;
  readonly delimiter: ListDelimiter | 'none';
}

export type SceneRun =
  | { readonly kind: 'words'; readonly text: string; readonly style: SceneStyle; readonly link?: string }
  | { readonly kind: 'break'; readonly style: SceneStyle };

export interface SceneStyle {
  readonly family: string;
  /** px */
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underlined: boolean;
  readonly struck: boolean;
  /** `rrggbb` */
  readonly colour: string;
  /** Between letters, px. */
  readonly spacing: number;
  readonly ground?: string;
  readonly raised?: 'sub' | 'super';
  readonly lang?: string;
}

export interface SceneTable extends ShapeBase {
  readonly kind: 'table';
  readonly caption: string;
  /** px */
  readonly columns: readonly number[];
  readonly rows: readonly SceneRow[];
}

export interface SceneRow {
  readonly height: number;
  readonly isHead: boolean;
  readonly step?: number;
  /** By column; a cell that another covers is `covered`. */
  readonly cells: readonly SceneCell[];
}

export interface SceneCell {
  readonly covered?: 'across' | 'down' | 'both';
  readonly columns: number;
  readonly rows: number;
  /** From its edges to its words, px. */
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly ground?: string;
  readonly above?: SceneLine;
  readonly below?: SceneLine;
  readonly paragraphs: readonly SceneParagraph[];
}

export interface SceneLine {
  readonly colour: string;
  /** px */
  readonly width: number;
  readonly dash: 'solid' | 'dash' | 'dot';
}

/** A picture: a file's own bytes, or a drawing with what is shown where it cannot be read. */
export interface ScenePicture extends ShapeBase {
  readonly kind: 'picture';
  /** Empty: it says nothing. */
  readonly alt: string;
  readonly id?: string;
  /** It lies behind the slide: what stands on that is not in its photograph. */
  readonly isGround?: boolean;
  /** Absent: it is to be photographed. */
  readonly media?: SceneMedia;
  readonly svg?: string;
  /** What is left out of it on each side, as a share. */
  readonly crop?: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
  /** The name of its element, such as `iframe`, where no writer can keep what it holds. */
  readonly instead?: string;
}

export interface SceneMedia {
  /** `png`, `jpeg`, `gif` */
  readonly type: 'png' | 'jpeg' | 'gif';
  readonly base64: string;
}

/** A chart that the writer's program draws by itself. */
export interface SceneChart extends ShapeBase {
  readonly kind: 'chart';
  readonly alt: string;
  readonly sheet: ChartSheet;
}

/** An area or a rule: it says nothing by itself, unless it holds words. */
export interface SceneRect extends ShapeBase {
  readonly kind: 'rect';
  /** Names it for connectors. */
  readonly id?: string;
  readonly form: 'rect' | 'round' | 'ellipse' | 'diamond' | 'cross';
  /** Of a rectangle: where lines meet it beside the middles of its sides, from its corner. */
  readonly sites?: readonly { readonly x: number; readonly y: number }[];
  /** What the drawing that it frames says. */
  readonly alt?: string;
  readonly fill?: string;
  /** Of its fill, from 0 to 1, where a picture is seen through it. */
  readonly opacity?: number;
  readonly line?: SceneLine;
  readonly paragraphs: readonly SceneParagraph[];
}

/** A straight line, glued to the shapes that it leads to. A site is one of a shape's own, or behind these one of its `sites`. */
export interface SceneConnector extends ShapeBase {
  readonly kind: 'connector';
  readonly start: { readonly x: number; readonly y: number };
  readonly end: { readonly x: number; readonly y: number };
  readonly from?: { readonly id: string; readonly site: number };
  readonly to?: { readonly id: string; readonly site: number };
  readonly line: SceneLine;
  readonly heads: { readonly start?: SceneHead; readonly end?: SceneHead };
}

/** A `cross` is drawn as a shape of its own beside its line. */
export type SceneHead = 'arrow' | 'open' | 'dot' | 'cross';
