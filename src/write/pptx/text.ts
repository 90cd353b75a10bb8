import type { SceneBullet, SceneCounting, SceneParagraph, SceneRun, SceneStyle, SceneTheme } from '../../model.js';
import { colour, emu, fill } from './drawing.js';
import { el, words, type Xml } from './xml.js';

/** What words are written with. */
export interface TextContext {
  readonly theme: SceneTheme;
  /** The deck's language. */
  readonly lang: string;
  /** The words are a slide's title. */
  readonly isTitle?: true;
  /** The number of the first item of the list that a paragraph belongs to. */
  readonly startAt?: number;
  /** The attributes by which a run names what it leads to; undefined where that is nothing. */
  readonly link: (address: string) => Readonly<Record<string, string>> | undefined;
}

/** Hundredths of a point in a px. */
const pointsInPx = 75;

/** Paragraphs as `a:p`; without one an empty paragraph, since a text body needs one. */
export function paragraphs(all: readonly SceneParagraph[], context: TextContext): readonly Xml[] {
  const starts = startsOf(all);
  return all.length === 0
    ? [el('a:p')]
    : all.map((one, index) => paragraph(one, { ...context, startAt: starts[index] ?? 1 }));
}

/** The same for a slide's number, which counts by itself. */
export function countedParagraphs(all: readonly SceneParagraph[], context: TextContext): readonly Xml[] {
  return all.map((one) => paragraph(one, context, counted));
}

/** The id is that of PowerPoint's own; all fields may share it. */
export const numberField = { id: '{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}', type: 'slidenum' };

function counted(run: SceneRun, context: TextContext): Xml {
  if (run.kind === 'break') return written(run, context);
  return el('a:fld', numberField, runProperties(run.style, undefined, context), el('a:t', {}, words(run.text)));
}

function paragraph(one: SceneParagraph, context: TextContext, write = written): Xml {
  const { level, align, indent, before, line, bullet, rightToLeft } = one;
  const last = one.runs.at(-1);
  const properties = el(
    'a:pPr',
    {
      marL: Math.max(0, emu(indent.rest)),
      lvl: level === 0 ? undefined : Math.min(8, level),
      indent: emu(indent.first - indent.rest),
      algn: { start: rightToLeft ? 'r' : 'l', center: 'ctr', end: rightToLeft ? 'l' : 'r' }[align],
      rtl: rightToLeft ? 1 : undefined,
    },
    el('a:lnSpc', {}, el('a:spcPts', { val: Math.round(line * pointsInPx) })),
    el('a:spcBef', {}, el('a:spcPts', { val: Math.min(158400, Math.max(0, Math.round(before * pointsInPx))) })),
    el('a:spcAft', {}, el('a:spcPts', { val: 0 })),
    ...bulletOf(bullet, one, context),
  );
  const end = last === undefined ? undefined : el('a:endParaRPr', { lang: context.lang, sz: size(last.style) });
  return el('a:p', {}, properties, ...one.runs.map((run) => write(run, context)), end);
}

function bulletOf(bullet: SceneBullet | undefined, { runs }: SceneParagraph, context: TextContext): readonly Xml[] {
  if (bullet === undefined) return [el('a:buNone')];
  const text = runs[0]?.style.size ?? bullet.style.size;
  const share = Math.min(400_000, Math.max(25_000, Math.round((bullet.style.size / text) * 100_000)));
  return [
    el('a:buClr', {}, colour(bullet.style.colour, context.theme)),
    el('a:buSzPct', { val: share }),
    el('a:buFont', { typeface: face(bullet.style, context) }),
    bullet.counting === undefined || bullet.counting.number < 1
      ? el('a:buChar', { char: bullet.text })
      : el('a:buAutoNum', { type: typeOf(bullet.counting), startAt: Math.min(32_767, context.startAt ?? 1) }),
  ];
}

/** PowerPoint's word for a way of counting (ECMA-376, 20.1.10.61); it knows letters and Roman numbers with a full stop or a bracket only. */
function typeOf({ numbering, delimiter }: SceneCounting): string {
  if (numbering === 'decimal' && delimiter === 'none') return 'arabicPlain';
  const count = {
    decimal: 'arabic',
    'lower-alpha': 'alphaLc',
    'upper-alpha': 'alphaUc',
    'lower-roman': 'romanLc',
    'upper-roman': 'romanUc',
  }[numbering];
  return `${count}${{ none: 'Period', period: 'Period', behind: 'ParenR', within: 'ParenBoth' }[delimiter]}`;
}

/**
 * By paragraph, where its list begins to count. PowerPoint counts on from item to item of one level that begin with the same number, also when
 * one is put in between, and anew behind a paragraph that has none.
 */
function startsOf(all: readonly SceneParagraph[]): readonly number[] {
  const open: ({ readonly type: string; readonly start: number; readonly number: number } | undefined)[] = [];
  return all.map(({ level, bullet }) => {
    open.length = Math.min(open.length, level + 1);
    const { counting } = bullet ?? {};
    const before = open[level];
    if (counting === undefined) {
      open[level] = undefined;
      return 1;
    }
    const type = typeOf(counting);
    const { number } = counting;
    const start = before?.type === type && before.number + 1 === number ? before.start : number;
    open[level] = { type, start, number };
    return start;
  });
}

function written(run: SceneRun, context: TextContext): Xml {
  if (run.kind === 'break') return el('a:br', {}, runProperties(run.style, undefined, context));
  return el('a:r', {}, runProperties(run.style, run.link, context), el('a:t', {}, words(run.text)));
}

function runProperties(style: SceneStyle, address: string | undefined, context: TextContext): Xml {
  const { theme } = context;
  const link = address === undefined ? undefined : context.link(address);
  const typeface = face(style, context);
  return el(
    'a:rPr',
    {
      lang: style.lang ?? context.lang,
      sz: size(style),
      b: style.bold ? 1 : 0,
      i: style.italic ? 1 : 0,
      u: style.underlined ? 'sng' : 'none',
      strike: style.struck ? 'sngStrike' : undefined,
      baseline: style.raised === undefined ? undefined : style.raised === 'super' ? 30_000 : -25_000,
      spc: style.spacing === 0 ? undefined : Math.round(style.spacing * pointsInPx),
      dirty: 0,
    },
    fill(style.colour, theme),
    style.ground === undefined ? undefined : el('a:highlight', {}, el('a:srgbClr', { val: style.ground })),
    el('a:latin', { typeface }),
    el('a:ea', { typeface }),
    el('a:cs', { typeface }),
    link === undefined ? undefined : el('a:hlinkClick', link, keepsColour()),
  );
}

/** Else PowerPoint gives a link the theme's colour of links. */
function keepsColour(): Xml {
  const inside = el('ahyp:hlinkClr', {
    'xmlns:ahyp': 'http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor',
    val: 'tx',
  });
  return el('a:extLst', {}, el('a:ext', { uri: '{A12FA001-AC4F-418D-AE19-62706E023703}' }, inside));
}

/** Hundredths of a point, within what DrawingML allows. */
function size(style: SceneStyle): number {
  return Math.min(400_000, Math.max(100, Math.round(style.size * pointsInPx)));
}

/** The theme's own faces by their place in it, so that a change of fonts reaches them. Where both are one family, titles alone have that of headings. */
function face({ family }: SceneStyle, { theme: { fonts }, isTitle }: Pick<TextContext, 'theme' | 'isTitle'>): string {
  if (family === fonts.heading && (isTitle === true || family !== fonts.body)) return '+mj-lt';
  return family === fonts.body ? '+mn-lt' : family;
}
