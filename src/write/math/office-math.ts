import { attribute, childElements, parse, type SeenElement, textContent } from '../../render/tree.js';
import { accentOf, closedBy, isBig, isJoining, isRelation, variantOf } from './math-signs.js';

/** An element of Office's own mathematics (ECMA-376 part 1, 22.1), its name without `m:`; a text is what an `m:t` holds. */
export interface OfficeMath {
  readonly name: string;
  readonly val?: string;
  readonly children: readonly (OfficeMath | string)[];
}

/** A formula of MathML, as KaTeX writes it, in Office's mathematics; undefined where the text holds none. */
export function officeMath(mathMl: string): readonly OfficeMath[] | undefined {
  const [math] = childElements(parse(mathMl));
  return math?.tagName === 'math' ? row(childElements(math)) : undefined;
}

function el(name: string, ...children: readonly (OfficeMath | string)[]): OfficeMath {
  return { name, children };
}

function set(name: string, val: string): OfficeMath {
  return { name, val, children: [] };
}

/**
 * A part that holds something: Word shows an empty one as a box to fill in, and LibreOffice takes a relation with nothing before it for a
 * mistake.
 */
function part(name: string, content: readonly OfficeMath[]): OfficeMath {
  const [first] = content;
  const isOpen = first === undefined || (first.name === 'r' && isRelation(textOf(first)));
  return el(name, ...(isOpen ? [run('\u200B')] : []), ...content);
}

function textOf({ children }: OfficeMath): string {
  return children.map((one) => (typeof one === 'string' ? one : textOf(one))).join('');
}

function run(text: string, ...properties: readonly OfficeMath[]): OfficeMath {
  return el('r', ...(properties.length === 0 ? [] : [el('rPr', ...properties)]), el('t', text));
}

/** Elements that stand side by side; a large operator takes what it works on into itself. */
function row(nodes: readonly SeenElement[]): readonly OfficeMath[] {
  const written: OfficeMath[] = [];
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index];
    if (node === undefined) continue;
    const pair = closedBy(nodes, index);
    if (pair !== undefined) {
      written.push(...bracketed(nodes, index, pair));
      index = pair;
      continue;
    }
    const base = childElements(node)[0];
    if (!/^m(sub|sup|subsup|under|over|underover)$/.test(node.tagName) || base === undefined || !isBig(base)) {
      written.push(...writeNode(node));
      continue;
    }
    const end = nodes.findIndex((one, at) => at > index && isJoining(one));
    const inside = nodes.slice(index + 1, end < 0 ? nodes.length : end);
    written.push(...(inside.length === 0 ? writeNode(node) : [large(node, base, inside)]));
    index += inside.length;
  }
  return written;
}

/** Brackets that do not grow, and what is raised or lowered behind them, which belongs to all they hold. */
function bracketed(nodes: readonly SeenElement[], from: number, to: number): readonly OfficeMath[] {
  const [open, close] = [nodes[from], nodes[to]];
  if (open === undefined || close === undefined) return [];
  const closer = close.tagName === 'mo' ? close : childElements(close)[0];
  const look = el('dPr', set('begChr', signOf(open)), set('endChr', signOf(closer)), set('grow', '0'));
  const inside = el('d', look, part('e', row(nodes.slice(from + 1, to))));
  if (close.tagName === 'mo') return [inside];
  const [, first, second] = childElements(close);
  const names = { msub: 'sSub', msup: 'sSup', msubsup: 'sSubSup' }[close.tagName] ?? 'sSup';
  const scripts =
    close.tagName === 'msubsup'
      ? [part('sub', of(first)), part('sup', of(second))]
      : [part(close.tagName === 'msub' ? 'sub' : 'sup', of(first))];
  return [el(names, part('e', [inside]), ...scripts)];
}

/** A bracket's sign; Word has lines of its own for those that stand for themselves. */
function signOf(one: SeenElement | undefined): string {
  const sign = one === undefined ? '' : textContent(one).trim();
  return { '∣': '|', '∥': '‖' }[sign] ?? sign;
}

function large(node: SeenElement, base: SeenElement, inside: readonly SeenElement[]): OfficeMath {
  const [, first, second] = childElements(node);
  const isUnder = /under|over/.test(node.tagName);
  const [below, above] =
    /sup$|^mover$/.test(node.tagName) && second === undefined ? [undefined, first] : [first, second];
  return el(
    'nary',
    el(
      'naryPr',
      set('chr', textContent(base).trim()),
      set('limLoc', isUnder ? 'undOvr' : 'subSup'),
      set('subHide', below === undefined ? '1' : '0'),
      set('supHide', above === undefined ? '1' : '0'),
    ),
    below === undefined ? el('sub') : part('sub', of(below)),
    above === undefined ? el('sup') : part('sup', of(above)),
    part('e', row(inside)),
  );
}

function of(node: SeenElement | undefined): readonly OfficeMath[] {
  return node === undefined ? [] : row([node]);
}

function writeNode(node: SeenElement): readonly OfficeMath[] {
  const [first, second, third] = childElements(node);
  switch (node.tagName) {
    case 'mi':
    case 'mn':
    case 'mo':
    case 'ms':
      return signs(node);
    case 'mtext':
      return words(textContent(node).replace(unseen, ''));
    case 'mspace':
      return space(attribute(node, 'width') ?? '');
    case 'annotation':
      return [];
    case 'mfrac': {
      const isBare = /^0(px|em|pt)?$/.test(attribute(node, 'linethickness') ?? '');
      const look = isBare ? [el('fPr', set('type', 'noBar'))] : [];
      return [el('f', ...look, part('num', of(first)), part('den', of(second)))];
    }
    case 'msqrt':
      return [el('rad', el('radPr', set('degHide', '1')), el('deg'), part('e', row(childElements(node))))];
    case 'mroot':
      return [el('rad', part('deg', of(second)), part('e', of(first)))];
    case 'msub':
      return [el('sSub', part('e', of(first)), part('sub', of(second)))];
    case 'msup':
      return [el('sSup', part('e', of(first)), part('sup', of(second)))];
    case 'msubsup':
      return [el('sSubSup', part('e', of(first)), part('sub', of(second)), part('sup', of(third)))];
    case 'mover':
      return [over(first, second)];
    case 'munder':
      return [under(of(first), second)];
    case 'munderover':
      return [under([over(first, third)], second)];
    case 'mtable':
      return table(node);
    case 'menclose':
      return [enclosed(node)];
    case 'mphantom':
      return [];
    default:
      return fenced(childElements(node));
  }
}

/** Letters as they are set: what MathML leaves out is what Word does by itself but for names of several letters. */
function signs(node: SeenElement): readonly OfficeMath[] {
  const text = textContent(node).replace(unseen, '');
  if (text === '') return [];
  const { style, script } = variantOf(attribute(node, 'mathvariant'));
  const isName = node.tagName === 'mi' && [...text].length > 1;
  const own = style ?? (isName ? 'p' : undefined);
  return [
    run(text, ...(script === undefined ? [] : [set('scr', script)]), ...(own === undefined ? [] : [set('sty', own)])),
  ];
}

/** Signs that say how a formula is read aloud. */
const unseen = /[\u2061-\u2064]/g;

function words(text: string): readonly OfficeMath[] {
  return text === '' ? [] : [run(text, el('nor'))];
}

/** The space of Unicode that is nearest; less than none is left out. */
function space(width: string): readonly OfficeMath[] {
  const em = Number.parseFloat(width);
  if (!(em > 0)) return [];
  return words(em >= 1.5 ? '\u2003\u2003' : em >= 0.75 ? '\u2003' : em >= 0.3 ? '\u2002' : '\u2009');
}

function over(base: SeenElement | undefined, above: SeenElement | undefined): OfficeMath {
  const sign = above?.tagName === 'mo' ? textContent(above).trim() : '';
  const { accent, bar, brace } = accentOf(sign);
  if (bar) return el('bar', el('barPr', set('pos', 'top')), part('e', of(base)));
  if (brace)
    return el(
      'groupChr',
      el('groupChrPr', set('chr', sign), set('pos', 'top'), set('vertJc', 'bot')),
      part('e', of(base)),
    );
  if (accent !== undefined) return el('acc', el('accPr', set('chr', accent)), part('e', of(base)));
  return el('limUpp', part('e', of(base)), part('lim', of(above)));
}

function under(base: readonly OfficeMath[], below: SeenElement | undefined): OfficeMath {
  const sign = below?.tagName === 'mo' ? textContent(below).trim() : '';
  const { bar, brace } = accentOf(sign);
  if (bar) return el('bar', el('barPr', set('pos', 'bot')), part('e', base));
  if (brace)
    return el('groupChr', el('groupChrPr', set('chr', sign), set('pos', 'bot'), set('vertJc', 'top')), part('e', base));
  return el('limLow', part('e', base), part('lim', of(below)));
}

/** What stands between signs that grow with it. */
function fenced(nodes: readonly SeenElement[]): readonly OfficeMath[] {
  const isFence = (one: SeenElement | undefined): boolean =>
    one?.tagName === 'mo' && attribute(one, 'fence') === 'true' && attribute(one, 'stretchy') !== 'false';
  const [first, last] = [nodes[0], nodes.at(-1)];
  const opens = isFence(first);
  const closes = nodes.length > 1 && isFence(last);
  if (!opens && !closes) return row(nodes);
  const inside = nodes.slice(opens ? 1 : 0, closes ? -1 : undefined);
  const look = el('dPr', set('begChr', opens ? signOf(first) : ''), set('endChr', closes ? signOf(last) : ''));
  return [el('d', look, part('e', row(inside)))];
}

/** A table over the whole width holds a formula and its number. */
function table(node: SeenElement): readonly OfficeMath[] {
  const rows = childElements(node).map((one) => childElements(one));
  if (attribute(node, 'width') === '100%')
    return rows.flatMap((cells) => {
      const [number, ...formula] = [...cells.filter((one) => childElements(one).length > 0)].reverse();
      const whole = formula.reverse().flatMap((cell) => row(childElements(cell)));
      return number === undefined ? whole : [...whole, ...space('2em'), ...row(childElements(number))];
    });
  const count = Math.max(1, ...rows.map((cells) => cells.length));
  const aligned = (attribute(node, 'columnalign') ?? '').split(/\s+/);
  const columns = Array.from({ length: count }, (_, index) => {
    const align = aligned[index] ?? aligned.at(-1) ?? '';
    const known = ['left', 'right'].includes(align) ? align : 'center';
    return el('mc', el('mcPr', set('count', '1'), set('mcJc', known)));
  });
  const written = rows.map((cells) =>
    el(
      'mr',
      ...Array.from({ length: count }, (_, index) =>
        part('e', cells[index] === undefined ? [] : fenced(childElements(cells[index]))),
      ),
    ),
  );
  return [el('m', el('mPr', el('mcs', ...columns)), ...written)];
}

function enclosed(node: SeenElement): OfficeMath {
  const notation = attribute(node, 'notation') ?? '';
  const strikes = [
    ...(notation.includes('horizontalstrike') ? [set('strikeH', '1')] : []),
    ...(notation.includes('updiagonalstrike') ? [set('strikeBLTR', '1')] : []),
    ...(notation.includes('downdiagonalstrike') ? [set('strikeTLBR', '1')] : []),
  ];
  const bare = ['hideTop', 'hideBot', 'hideLeft', 'hideRight'].map((side) => set(side, '1'));
  const look = strikes.length === 0 ? [] : [el('borderBoxPr', ...bare, ...strikes)];
  return el('borderBox', ...look, part('e', row(childElements(node))));
}
