import type { Box, Scene, SceneSlide, SceneText, SceneTheme } from '../../model.js';
import { colour, nameSpaces, nonVisual, themeColours, transform } from './drawing.js';
import { geometry } from './geometry.js';
import { bodyProperties, type Placeholder, placeholderMark, placeholders } from './shapes.js';
import { numberField } from './text.js';
import { el, words, type Xml, xmlPart } from './xml.js';

/** An Office theme with the deck's colours and faces; names of both are what PowerPoint's menus show. */
export function themePart(name: string, { colours, fonts }: SceneTheme): string {
  const own = themeColours.map(({ token, slot }) =>
    el(`a:${slot}`, {}, el('a:srgbClr', { val: colours[token] ?? '000000' })),
  );
  const links = ['hlink', 'folHlink'].map((slot) =>
    el(`a:${slot}`, {}, el('a:srgbClr', { val: colours.accent ?? '000000' })),
  );
  const faces = (kind: string, typeface: string): Xml =>
    el(kind, {}, el('a:latin', { typeface }), el('a:ea', { typeface: '' }), el('a:cs', { typeface: '' }));
  const solid = el('a:solidFill', {}, el('a:schemeClr', { val: 'phClr' }));
  const lines = [6350, 12_700, 19_050].map((w) => el('a:ln', { w }, solid));
  const none = el('a:effectStyle', {}, el('a:effectLst'));
  return xmlPart(
    el(
      'a:theme',
      { 'xmlns:a': nameSpaces['xmlns:a'], name },
      el(
        'a:themeElements',
        {},
        el('a:clrScheme', { name }, ...own, ...links),
        el('a:fontScheme', { name }, faces('a:majorFont', fonts.heading), faces('a:minorFont', fonts.body)),
        el(
          'a:fmtScheme',
          { name },
          el('a:fillStyleLst', {}, solid, solid, solid),
          el('a:lnStyleLst', {}, ...lines),
          el('a:effectStyleLst', {}, none, none, none),
          el('a:bgFillStyleLst', {}, solid, solid, solid),
        ),
      ),
    ),
  );
}

/** Where the theme has its places, px; a layout has them where the first slide of its kind has them. */
const usual: Readonly<Record<'title' | 'body' | 'foot' | 'number', Box>> = {
  title: { x: 79, y: 88, width: 1024, height: 112 },
  body: { x: 80, y: 216, width: 1120, height: 424 },
  foot: { x: 80, y: 664, width: 1120, height: 24 },
  number: { x: 1100, y: 40, width: 100, height: 24 },
};

/** The first id behind those of the places. */
export const placesEnd = 6;

/** The slide master: the theme's ground, the places, and how words look in them. */
export function masterPart(theme: SceneTheme, layouts: number): string {
  const ids = Array.from({ length: layouts }, (_, index) =>
    el('p:sldLayoutId', { id: 2_147_483_649 + index, 'r:id': `rId${index + 1}` }),
  );
  const level = (number: number, sz: number, face: string, b: number): Xml =>
    el(
      `a:lvl${number}pPr`,
      {
        marL: (number - 1) * 304_800,
        algn: 'l',
        defTabSz: 914_400,
        rtl: 0,
        eaLnBrk: 1,
        latinLnBrk: 0,
        hangingPunct: 1,
      },
      el('a:buNone'),
      el(
        'a:defRPr',
        { sz, b, kern: 1200 },
        el('a:solidFill', {}, el('a:schemeClr', { val: 'tx1' })),
        el('a:latin', { typeface: face }),
        el('a:ea', { typeface: face }),
        el('a:cs', { typeface: face }),
      ),
    );
  const levels = Array.from({ length: 9 }, (_, index) => level(index + 1, index === 0 ? 2100 : 1950, '+mn-lt', 0));
  return xmlPart(
    el(
      'p:sldMaster',
      nameSpaces,
      slideData(
        placesOf(usual, theme),
        el('p:bg', {}, el('p:bgPr', {}, el('a:solidFill', {}, el('a:schemeClr', { val: 'bg1' })), el('a:effectLst'))),
      ),
      el('p:clrMap', {
        bg1: 'lt1',
        tx1: 'dk1',
        bg2: 'lt2',
        tx2: 'dk2',
        accent1: 'accent1',
        accent2: 'accent2',
        accent3: 'accent3',
        accent4: 'accent4',
        accent5: 'accent5',
        accent6: 'accent6',
        hlink: 'hlink',
        folHlink: 'folHlink',
      }),
      el('p:sldLayoutIdLst', {}, ...ids),
      el(
        'p:txStyles',
        {},
        el('p:titleStyle', {}, level(1, 3150, '+mj-lt', 1)),
        el('p:bodyStyle', {}, ...levels),
        el('p:otherStyle', {}, level(1, 1350, '+mn-lt', 0)),
      ),
    ),
  );
}

/** The layout of a kind of slide, its places where the first slide of its kind has them. `logo` lies below them. */
export function layoutPart(
  name: string,
  example: SceneSlide | undefined,
  { theme, logo }: { readonly theme: SceneTheme; readonly logo: readonly Xml[] },
): string {
  const seen = (role: keyof typeof usual): Box =>
    example?.shapes.find((shape): shape is SceneText => shape.kind === 'text' && shape.role === role)?.box ??
    usual[role];
  const places = { title: seen('title'), body: seen('body'), foot: seen('foot'), number: seen('number') };
  return xmlPart(
    el(
      'p:sldLayout',
      { ...nameSpaces, preserve: 1, userDrawn: 1 },
      slideData([...logo, ...placesOf(places, theme)], undefined, name),
      el('p:clrMapOvr', {}, el('a:masterClrMapping')),
    ),
  );
}

/** Kinds of slides that are made, in the order they come in. */
export function layoutsOf({ slides }: Scene, kinds: ReadonlyMap<string, string>): readonly string[] {
  const used = slides.map(({ id }) => kinds.get(id) ?? 'text');
  return [...new Set([...used, 'text', 'blank'])];
}

function placesOf(places: typeof usual, theme: SceneTheme): readonly Xml[] {
  const prompts = { title: 'Title', body: 'Text', foot: '', number: '‹#›' };
  return (['title', 'body', 'foot', 'number'] as const).map((role, index) =>
    place(index + 2, role, places[role], placeholders[role] ?? { type: 'body' }, prompts[role], theme),
  );
}

function place(
  id: number,
  role: keyof typeof usual,
  box: Box,
  mark: Placeholder,
  prompt: string,
  theme: SceneTheme,
): Xml {
  const names = { title: 'Title', body: 'Content', foot: 'Footer', number: 'Slide number' };
  const small = role === 'foot' || role === 'number';
  const style = small
    ? el(
        'a:lstStyle',
        {},
        el(
          'a:lvl1pPr',
          { algn: role === 'number' ? 'r' : 'l' },
          el('a:buNone'),
          el('a:defRPr', { sz: 1350 }, el('a:solidFill', {}, colour(theme.colours.muted ?? '000000', theme))),
        ),
      )
    : el('a:lstStyle');
  const run =
    role === 'number'
      ? el('a:fld', numberField, el('a:rPr', { lang: 'en-GB' }), el('a:t', {}, words(prompt)))
      : prompt === ''
        ? undefined
        : el('a:r', {}, el('a:rPr', { lang: 'en-GB' }), el('a:t', {}, words(prompt)));
  return el(
    'p:sp',
    {},
    el(
      'p:nvSpPr',
      {},
      nonVisual(id, names[role], undefined),
      el('p:cNvSpPr', {}, el('a:spLocks', { noGrp: 1 })),
      el('p:nvPr', {}, placeholderMark(mark)),
    ),
    el('p:spPr', {}, transform(box), geometry('rect')),
    el('p:txBody', {}, bodyProperties('t'), style, el('a:p', {}, run)),
  );
}

/** A tree of shapes, with what it stands on. */
export function slideData(shapes: readonly Xml[], ground?: Xml, name?: string): Xml {
  return el(
    'p:cSld',
    { name },
    ground,
    el(
      'p:spTree',
      {},
      el('p:nvGrpSpPr', {}, el('p:cNvPr', { id: 1, name: '' }), el('p:cNvGrpSpPr'), el('p:nvPr')),
      el(
        'p:grpSpPr',
        {},
        el(
          'a:xfrm',
          {},
          el('a:off', { x: 0, y: 0 }),
          el('a:ext', { cx: 0, cy: 0 }),
          el('a:chOff', { x: 0, y: 0 }),
          el('a:chExt', { cx: 0, cy: 0 }),
        ),
      ),
      ...shapes,
    ),
  );
}
