import { el, type Xml } from './xml.js';

/** What appears with a click: a shape, or some of its paragraphs. */
export interface Appearance {
  readonly click: number;
  readonly shape: number;
  /** The position of a paragraph; absent: the whole shape. */
  readonly paragraph?: number;
}

/** The clicks of a slide as PowerPoint's "Appear", in their order. Undefined where there are none. */
export function timing(appearances: readonly Appearance[]): Xml | undefined {
  if (appearances.length === 0) return undefined;
  let last = 2;
  const next = (): number => {
    last += 1;
    return last;
  };
  const clicks = [...new Set(appearances.map(({ click }) => click))].sort((a, b) => a - b);
  const main = clicks.map((click) => {
    const [outer, inner] = [next(), next()];
    const effects = appearances
      .filter((one) => one.click === click)
      .map((one, index) => effect(one, index === 0 ? 'clickEffect' : 'withEffect', next(), next()));
    return node(outer, 'indefinite', node(inner, '0', ...effects));
  });
  const sequence = el(
    'p:seq',
    { concurrent: 1, nextAc: 'seek' },
    el('p:cTn', { id: 2, dur: 'indefinite', nodeType: 'mainSeq' }, el('p:childTnLst', {}, ...main)),
    el('p:prevCondLst', {}, onSlide('onPrev')),
    el('p:nextCondLst', {}, onSlide('onNext')),
  );
  const root = el(
    'p:cTn',
    { id: 1, dur: 'indefinite', restart: 'never', nodeType: 'tmRoot' },
    el('p:childTnLst', {}, sequence),
  );
  const built = [...new Set(appearances.flatMap(({ shape, paragraph }) => (paragraph === undefined ? [] : [shape])))];
  const builds = built.map((spid) => el('p:bldP', { spid, grpId: 0, build: 'p' }));
  return el(
    'p:timing',
    {},
    el('p:tnLst', {}, el('p:par', {}, root)),
    builds.length === 0 ? undefined : el('p:bldLst', {}, ...builds),
  );
}

function node(id: number, delay: string, ...inside: readonly Xml[]): Xml {
  return el(
    'p:par',
    {},
    el(
      'p:cTn',
      { id, fill: 'hold' },
      el('p:stCondLst', {}, el('p:cond', { delay })),
      el('p:childTnLst', {}, ...inside),
    ),
  );
}

function effect({ shape, paragraph }: Appearance, nodeType: string, id: number, inner: number): Xml {
  const range = paragraph === undefined ? undefined : el('p:pRg', { st: paragraph, end: paragraph });
  const target = el('p:spTgt', { spid: shape }, range === undefined ? undefined : el('p:txEl', {}, range));
  const start = el('p:stCondLst', {}, el('p:cond', { delay: '0' }));
  const set = el(
    'p:set',
    {},
    el(
      'p:cBhvr',
      {},
      el('p:cTn', { id: inner, dur: '1', fill: 'hold' }, start),
      el('p:tgtEl', {}, target),
      el('p:attrNameLst', {}, el('p:attrName', {}, 'style.visibility' as Xml)),
    ),
    el('p:to', {}, el('p:strVal', { val: 'visible' })),
  );
  const named = { id, presetID: 1, presetClass: 'entr', presetSubtype: 0, fill: 'hold', grpId: 0, nodeType };
  return el('p:par', {}, el('p:cTn', named, start, el('p:childTnLst', {}, set)));
}

function onSlide(evt: string): Xml {
  return el('p:cond', { evt, delay: '0' }, el('p:tgtEl', {}, el('p:sldTgt')));
}
