import type { ChartSheet, ChartSheetSeries, ChartSheetTone, SceneTheme } from '../../model.js';
import { axesOf } from './chart-axes.js';
import { labelsOf, smallWords, wordsLook } from './chart-words.js';
import { cellsOf } from './chart-workbook.js';
import { colour, fill, nameSpaces } from './drawing.js';
import { el, words, type Xml, xmlPart } from './xml.js';

/** What a chart's part is drawn with. */
export interface ChartContext {
  readonly theme: SceneTheme;
  readonly lang: string;
}

/** A chart as PowerPoint's own (ECMA-376, 21.2), its numbers those of its workbook, `rId1`; its colours and faces the theme's. */
export function chartPart(sheet: ChartSheet, context: ChartContext): string {
  const { form, unit, hasLegend } = sheet;
  const { theme } = context;
  const title =
    unit === ''
      ? []
      : [
          el(
            'c:title',
            {},
            el(
              'c:tx',
              {},
              el(
                'c:rich',
                {},
                el('a:bodyPr'),
                el(
                  'a:p',
                  {},
                  el('a:pPr', {}, smallWords('a:defRPr', theme)),
                  el('a:r', {}, smallWords('a:rPr', theme, context.lang), el('a:t', {}, words(unit))),
                ),
              ),
            ),
            layout({ x: 0, y: 0 }),
            el('c:overlay', { val: 0 }),
          ),
        ];
  const legend = el(
    'c:legend',
    {},
    el('c:legendPos', { val: form === 'bars' ? 't' : 'r' }),
    el('c:overlay', { val: 0 }),
    wordsLook(theme),
  );
  return xmlPart(
    el(
      'c:chartSpace',
      {
        'xmlns:c': 'http://schemas.openxmlformats.org/drawingml/2006/chart',
        'xmlns:a': nameSpaces['xmlns:a'],
        'xmlns:r': nameSpaces['xmlns:r'],
      },
      el('c:date1904', { val: 0 }),
      el('c:lang', { val: context.lang }),
      el('c:roundedCorners', { val: 0 }),
      el(
        'c:chart',
        {},
        ...title,
        el('c:autoTitleDeleted', { val: unit === '' ? 1 : 0 }),
        el(
          'c:plotArea',
          {},
          layout(roomOf(sheet, hasLegend), true),
          plot(sheet, theme, !hasLegend),
          ...axesOf(sheet, theme),
        ),
        hasLegend ? legend : undefined,
        el('c:plotVisOnly', { val: 1 }),
        el('c:dispBlanksAs', { val: 'gap' }),
      ),
      el('c:spPr', {}, el('a:noFill'), el('a:ln', {}, el('a:noFill'))),
      wordsLook(theme),
      el('c:externalData', { 'r:id': 'rId1' }, el('c:autoUpdate', { val: 0 })),
    ),
  );
}

interface Share {
  readonly x: number;
  readonly y: number;
  readonly w?: number;
  readonly h?: number;
}

/** Where the marks stand, as shares of the frame: names of lines stand behind them, names of rows before. */
function roomOf({ form, names }: ChartSheet, hasLegend: boolean): Share {
  const [y, h] = [0.12, 0.76];
  if (form === 'slope') return { x: 0.18, y, w: 0.5, h };
  if (form === 'columns') return { x: 0.08, y, w: 0.9, h };
  if (form !== 'bars') return { x: 0.08, y, w: 0.68, h };
  const longest = names.reduce((most, { length }) => Math.max(most, length), 0);
  const x = Math.min(0.4, 0.03 + longest * 0.0105);
  return { x, y: hasLegend ? 0.16 : y, w: 0.92 - x, h: 0.82 };
}

function layout({ x, y, w, h }: Share, isInner = false): Xml {
  const edge = ['x', 'y'].map((side) => el(`c:${side}Mode`, { val: 'edge' }));
  const sizes = Object.entries({ x, y, w, h }).flatMap(([name, val]) =>
    val === undefined ? [] : [el(`c:${name}`, { val: Math.round(val * 1000) / 1000 })],
  );
  const inner = isInner ? el('c:layoutTarget', { val: 'inner' }) : undefined;
  return el('c:layout', {}, el('c:manualLayout', {}, inner, ...edge, ...sizes));
}

function plot(sheet: ChartSheet, theme: SceneTheme, isNamed: boolean): Xml {
  const { form } = sheet;
  const all = sheet.series.map((_, index) => seriesOf(sheet, index, theme, isNamed));
  const plain = el('c:varyColors', { val: 0 });
  const axes = [el('c:axId', { val: 1 }), el('c:axId', { val: 2 })];
  if (form === 'area') return el('c:areaChart', {}, el('c:grouping', { val: 'stacked' }), plain, ...all, ...axes);
  if (form === 'line' || form === 'slope')
    return el(
      'c:lineChart',
      {},
      el('c:grouping', { val: 'standard' }),
      plain,
      ...all,
      el('c:marker', { val: 1 }),
      ...axes,
    );
  const direction = el('c:barDir', { val: form === 'bars' ? 'bar' : 'col' });
  return el(
    'c:barChart',
    {},
    direction,
    el('c:grouping', { val: 'clustered' }),
    plain,
    ...all,
    el('c:gapWidth', { val: 55 }),
    ...axes,
  );
}

function seriesOf(sheet: ChartSheet, index: number, theme: SceneTheme, isNamed: boolean): Xml {
  const { form, names, numberFormat } = sheet;
  const series = sheet.series[index] ?? { name: '', values: [], tone: 'muted', isFocus: false };
  const isLine = form === 'line' || form === 'slope';
  const isBar = form === 'bars' || form === 'columns';
  const name = el('c:strRef', {}, formula(cellsOf(index + 1, 1, 1)), strings([series.name]));
  const cells = (column: number): Xml => formula(cellsOf(column, 2, names.length + 1));
  const numbers = el(
    'c:numCache',
    {},
    el('c:formatCode', {}, words(numberFormat)),
    el('c:ptCount', { val: names.length }),
    ...series.values.flatMap((value, idx) =>
      value === undefined ? [] : [el('c:pt', { idx }, el('c:v', {}, words(String(value))))],
    ),
  );
  return el(
    'c:ser',
    {},
    el('c:idx', { val: index }),
    el('c:order', { val: index }),
    el('c:tx', {}, name),
    el(
      'c:spPr',
      {},
      ...(isLine ? lineLook(series, theme) : isBar ? barLook(series.tone, theme) : areaLook(series.tone, theme)),
    ),
    isLine ? marker(series, form === 'slope', theme) : undefined,
    isBar ? el('c:invertIfNegative', { val: 0 }) : undefined,
    ...(isBar ? pointsOf(series, theme) : []),
    labelsOf(sheet, series, theme, isNamed),
    el('c:cat', {}, el('c:strRef', {}, cells(0), strings(names))),
    el('c:val', {}, el('c:numRef', {}, cells(index + 1), numbers)),
    isLine ? el('c:smooth', { val: 0 }) : undefined,
  );
}

function formula(cells: string): Xml {
  return el('c:f', {}, words(cells));
}

function strings(all: readonly string[]): Xml {
  const points = all.map((text, idx) => el('c:pt', { idx }, el('c:v', {}, words(text))));
  return el('c:strCache', {}, el('c:ptCount', { val: all.length }), ...points);
}

function lineLook({ tone, isFocus }: ChartSheetSeries, theme: SceneTheme): readonly Xml[] {
  const width = isFocus ? 5 : 2.5;
  return [el('a:ln', { w: Math.round(width * 9525), cap: 'rnd' }, paint(tone, theme), el('a:round'))];
}

/** Without an edge, since that would hide a short bar. */
function barLook(tone: ChartSheetTone, theme: SceneTheme): readonly Xml[] {
  return [paint(tone, theme), el('a:ln', {}, el('a:noFill'))];
}

function areaLook(tone: ChartSheetTone, theme: SceneTheme): readonly Xml[] {
  return [paint(tone, theme), el('a:ln', { w: 19_050 }, fill(theme.colours.paper, theme))];
}

function marker({ tone, isFocus }: ChartSheetSeries, isShown: boolean, theme: SceneTheme): Xml {
  if (!isShown) return el('c:marker', {}, el('c:symbol', { val: 'none' }));
  const look = el('c:spPr', {}, paint(tone, theme), el('a:ln', {}, el('a:noFill')));
  return el('c:marker', {}, el('c:symbol', { val: 'circle' }), el('c:size', { val: isFocus ? 10 : 7 }), look);
}

function pointsOf({ tones = [], tone }: ChartSheetSeries, theme: SceneTheme): readonly Xml[] {
  return tones.flatMap((own, index) =>
    own === tone
      ? []
      : [
          el(
            'c:dPt',
            {},
            el('c:idx', { val: index }),
            el('c:invertIfNegative', { val: 0 }),
            el('c:bubble3D', { val: 0 }),
            el('c:spPr', {}, ...barLook(own, theme)),
          ),
        ],
  );
}

/** A tone by its name in the theme; what is not the focus is what is muted, nearer to the ground. */
function paint(tone: ChartSheetTone, theme: SceneTheme): Xml {
  if (tone === 'context') {
    const isDark = Number.parseInt((theme.colours.paper ?? 'ffffff').slice(0, 2), 16) < 0x80;
    const nearer = isDark ? undefined : el('a:lumOff', { val: 40_000 });
    return el('a:solidFill', {}, el('a:schemeClr', { val: 'tx2' }, el('a:lumMod', { val: 60_000 }), nearer));
  }
  const token = tone === 'grey' ? 'muted' : tone;
  return el('a:solidFill', {}, colour(theme.colours[token] ?? '000000', theme));
}
