import type { ChartSheet, ChartSheetSeries, SceneTheme } from '../../model.js';
import { colour } from './drawing.js';
import { el, words, type Xml } from './xml.js';

/** Words of a chart: the theme's face, 22 px, in ink. */
export function wordsLook(theme: SceneTheme, isStrong = false): Xml {
  const look = el(
    'a:defRPr',
    { sz: 1650, b: isStrong ? 1 : 0 },
    el('a:solidFill', {}, colour(theme.colours.ink ?? '000000', theme)),
    el('a:latin', { typeface: '+mn-lt' }),
  );
  return el('c:txPr', {}, el('a:bodyPr'), el('a:lstStyle'), el('a:p', {}, el('a:pPr', {}, look), el('a:endParaRPr')));
}

/** The look of the unit, 20 px, muted. */
export function smallWords(name: 'a:defRPr' | 'a:rPr', theme: SceneTheme, lang?: string): Xml {
  return el(
    name,
    { lang, sz: 1500, b: 0 },
    el('a:solidFill', {}, colour(theme.colours.muted ?? '000000', theme)),
    el('a:latin', { typeface: '+mn-lt' }),
  );
}

/** Bars have their values; a line has its last value, and its name where no legend has it; a slope its first value too. */
export function labelsOf(
  { form, numberFormat }: ChartSheet,
  { values, isFocus }: ChartSheetSeries,
  theme: SceneTheme,
  isNamed: boolean,
): Xml {
  const format = el('c:numFmt', { formatCode: numberFormat, sourceLinked: 0 });
  if (form === 'bars' || form === 'columns')
    return el(
      'c:dLbls',
      {},
      format,
      bare(),
      wordsLook(theme),
      el('c:dLblPos', { val: 'outEnd' }),
      ...shown(true, false),
    );
  if (form === 'area') return el('c:dLbls', {}, ...shown(false, false));
  const last = values.findLastIndex((value) => value !== undefined);
  const label = (idx: number, side: 'l' | 'r'): Xml =>
    el(
      'c:dLbl',
      {},
      el('c:idx', { val: idx }),
      format,
      bare(),
      wordsLook(theme, isFocus),
      el('c:dLblPos', { val: side }),
      ...shown(true, isNamed && side === 'r'),
      el('c:separator', {}, words(' ')),
    );
  const first = form === 'slope' && last === 1 && values[0] !== undefined ? [label(0, 'l')] : [];
  return el('c:dLbls', {}, ...first, ...(last < 0 ? [] : [label(last, 'r')]), ...shown(false, false));
}

function bare(): Xml {
  return el('c:spPr', {}, el('a:noFill'), el('a:ln', {}, el('a:noFill')));
}

function shown(value: boolean, name: boolean): readonly Xml[] {
  const all = { LegendKey: false, Val: value, CatName: false, SerName: name, Percent: false, BubbleSize: false };
  return Object.entries(all).map(([what, isShown]) => el(`c:show${what}`, { val: isShown ? 1 : 0 }));
}
