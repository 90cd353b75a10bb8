import type { ChartSheet, SceneTheme } from '../../model.js';
import { wordsLook } from './chart-words.js';
import { fill } from './drawing.js';
import { el, type Xml } from './xml.js';

/** The axis of names, 1, and that of values, 2; bars have their values beside them and no scale. */
export function axesOf(sheet: ChartSheet, theme: SceneTheme): readonly [Xml, Xml] {
  const { form, isLog, numberFormat } = sheet;
  const isLying = form === 'bars';
  const hasScale = form === 'line' || form === 'area';
  const rule = (token: 'ink' | 'hair', w: number): Xml =>
    el('c:spPr', {}, el('a:ln', { w }, fill(theme.colours[token], theme)));
  const marks = ['major', 'minor'].map((size) => el(`c:${size}TickMark`, { val: 'none' }));
  const names = el(
    'c:catAx',
    {},
    el('c:axId', { val: 1 }),
    // Rows are read from the top.
    el('c:scaling', {}, el('c:orientation', { val: isLying ? 'maxMin' : 'minMax' })),
    el('c:delete', { val: 0 }),
    el('c:axPos', { val: isLying ? 'l' : 'b' }),
    el('c:numFmt', { formatCode: 'General', sourceLinked: 0 }),
    ...marks,
    el('c:tickLblPos', { val: 'low' }),
    rule('ink', 19_050),
    wordsLook(theme),
    el('c:crossAx', { val: 2 }),
    el('c:crosses', { val: isLog ? 'min' : 'autoZero' }),
    el('c:auto', { val: 0 }),
    el('c:lblOffset', { val: 100 }),
    el('c:noMultiLvlLbl', { val: 1 }),
  );
  const values = el(
    'c:valAx',
    {},
    el('c:axId', { val: 2 }),
    el('c:scaling', {}, isLog ? el('c:logBase', { val: 10 }) : undefined, el('c:orientation', { val: 'minMax' })),
    el('c:delete', { val: hasScale ? 0 : 1 }),
    el('c:axPos', { val: isLying ? 't' : 'l' }),
    hasScale ? el('c:majorGridlines', {}, rule('hair', 9525)) : undefined,
    el('c:numFmt', { formatCode: numberFormat, sourceLinked: 0 }),
    ...marks,
    el('c:tickLblPos', { val: 'nextTo' }),
    el('c:spPr', {}, el('a:ln', {}, el('a:noFill'))),
    wordsLook(theme),
    el('c:crossAx', { val: 1 }),
    el('c:crosses', { val: 'autoZero' }),
    el('c:crossBetween', { val: hasScale ? 'midCat' : 'between' }),
  );
  return [names, values];
}
