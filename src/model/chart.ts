import type { Place } from './diagnostic.js';
import type { Hue } from './hues.js';

/** What stands for a value: a line, a bar, a dot in a row, a line between two points in time, an area. */
export const chartMarks = ['line', 'bar', 'dot', 'slope', 'area'] as const;
export type ChartMark = (typeof chartMarks)[number];

/** A table of data as it was read: cells are texts without spaces around them. */
export interface DataTable {
  readonly columns: readonly string[];
  readonly rows: readonly DataRow[];
  /** What separates columns is `;` or a tab, or numbers have decimal commas: a comma is no mark of thousands. */
  readonly hasDecimalCommas: boolean;
}

export interface DataRow {
  /** As many as there are columns. */
  readonly cells: readonly string[];
  /** Where the row stands in its file or in the deck. */
  readonly place: Place;
}

/** Something that values stand at, in the order of the axis: a year, a day, a number, or a name. */
export interface ChartPoint {
  /** As the author wrote it; years, numbers and dates are set by the chart. */
  readonly name: string;
  /** Where it stands on an axis to scale; absent for names. Dates are milliseconds since 1970, UTC. */
  readonly at?: number;
}

/** How the points of an axis are read; `names` has no scale. */
export type ChartAxis = 'years' | 'quarters' | 'months' | 'days' | 'numbers' | 'names';

/** A number the chart shows. */
export interface ChartValue {
  /** Its index among the chart's points. */
  readonly point: number;
  readonly value: number;
  /** The row of the data it comes from. */
  readonly place: Place;
}

/** Values that belong together: a line, the bars of one kind. */
export interface ChartSeries {
  /** Empty where the chart has one and the data does not name it. */
  readonly name: string;
  /** The small chart it stands in; absent where there is one chart. */
  readonly facet?: string;
  /** In the order of the points; a point that is missing is a gap. */
  readonly values: readonly ChartValue[];
}

export interface ChartAnnotation {
  readonly text: string;
  /** The index of a point, for a line across; absent: `y` is a value, for a line along. */
  readonly point?: number;
  readonly y?: number;
}

/** A chart as a fence or a table asks for it, its data read. */
export interface ChartView {
  readonly mark: ChartMark;
  readonly axis: ChartAxis;
  readonly points: readonly ChartPoint[];
  readonly series: readonly ChartSeries[];
  /** The small charts, in order; empty where there is one chart. */
  readonly facets: readonly string[];
  /** "% of GDP"; empty where none is given. */
  readonly unit: string;
  /** Digits behind the decimal mark in every number of the chart. */
  readonly decimals: number;
  /** Values are shares that are shown times a hundred, with a per cent sign. */
  readonly isShare: boolean;
  /** Numbers carry + and −: the data are changes. */
  readonly isSigned: boolean;
  readonly isLog: boolean;
  /** Rows stand by value, falling; else in the order of the data. */
  readonly isSorted: boolean;
  /** Names of series, rows or small charts. */
  readonly focus: readonly string[];
  readonly hues: Readonly<Record<string, Hue>>;
  /** What a colour means. */
  readonly legend: readonly { readonly hue: Hue; readonly text: string }[];
  /** With which click a name appears, from 1; what is not here is there from the start. */
  readonly steps: Readonly<Record<string, number>>;
  readonly clicks: number;
  readonly annotations: readonly ChartAnnotation[];
  readonly place: Place;
}
