import type { Hue } from './hues.js';

/** A chart as programs with charts of their own know it: names in the first column, a column of numbers for each series. */
export interface ChartSheet {
  readonly form: 'line' | 'slope' | 'area' | 'bars' | 'columns';
  /** "% of GDP"; empty where none is given. */
  readonly unit: string;
  readonly names: readonly string[];
  readonly series: readonly ChartSheetSeries[];
  /** As spreadsheets write it (ECMA-376, 18.8.31). */
  readonly numberFormat: string;
  readonly isLog: boolean;
  /** Names of series stand in a legend, else beside their marks. */
  readonly hasLegend: boolean;
}

export interface ChartSheetSeries {
  readonly name: string;
  /** One for each name; undefined is a gap. */
  readonly values: readonly (number | undefined)[];
  readonly tone: ChartSheetTone;
  readonly isFocus: boolean;
  /** Of each value where they differ. */
  readonly tones?: readonly ChartSheetTone[];
}

/** `context` is what is not the focus. */
export type ChartSheetTone = 'ink' | 'muted' | 'context' | Hue;
