import type { MarkdownIt, StateBlock } from 'markdown-it';
import { belongsTo, type ListMarker, type ListStyle, type Numbering, readMarker } from '../list-marker.js';
import { contextOf } from '../parse-context.js';
import { addMeta } from '../token.js';
import { builtIn } from './built-in.js';
import { firstLetter, isIndentedCode, lineText } from './margin.js';

/** The lists of one text while it is read. */
interface Lists {
  /** Those that are open, by the level they stand at; undefined for one with bullets. */
  readonly open: (ListStyle | undefined)[];
  /** The one that ended last, and the number after its last. */
  /** The labels of examples by their lines. */
  readonly labels: Map<number, string>;
  ended?: { readonly style: ListStyle; readonly next: number };
}

const known = new WeakMap<StateBlock, Lists>();
const readList = builtIn('list');
const types: Readonly<Partial<Record<Numbering, string>>> = {
  'lower-alpha': 'a',
  'upper-alpha': 'A',
  'lower-roman': 'i',
  'upper-roman': 'I',
};
/** How many lines below an item the next one is looked for. */
const farthest = 100;

/**
 * Pandoc's numbered lists: beside CommonMark's `1.` and `1)` also `(1)`, `a.`, `A)`, `i.`, `IV.`, `#.`, which counts on, and `(@)`. A list ends
 * where the style of its numbers changes. markdown-it's own rule reads them, to which a marker is shown as a number of its length.
 * A letter begins a list only where it is the first, or where an item of the same list is next to it: "p. 5" is text.
 */
export function fancyList(md: MarkdownIt): void {
  md.block.ruler.at('list', readAnyList, { alt: ['paragraph', 'reference', 'blockquote'] });
  md.block.ruler.before('list', 'list_style', endsList, { alt: ['list'] });
}

function readAnyList(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const lists = listsOf(state);
  const marker = mayBegin(state, startLine) ? readMarker(lineText(state, startLine)) : undefined;
  if (marker === undefined || isPlain(marker)) {
    if (!silent) lists.open[state.level] = marker;
    const found = readList(state, startLine, endLine, silent);
    if (!silent) lists.open.length = state.level;
    return found;
  }
  if (silent) return interrupts(state, startLine, endLine, marker) && asNumber(state, startLine, marker, endLine, true);
  const first = firstOfList(state, startLine, endLine, marker);
  if (first === undefined) return false;
  const index = state.tokens.length;
  lists.open[state.level] = first;
  const found = asNumber(state, startLine, first, endLine, false);
  lists.open.length = state.level;
  const list = state.tokens[index];
  if (!found || list === undefined) return found;
  const { numbering, delimiter, value } = first;
  const type = types[numbering];
  if (type !== undefined) list.attrSet('type', type);
  if (value !== 1) list.attrSet('start', String(value));
  if (delimiter !== 'period') addMeta(list, { delimiter });
  const items = state.tokens
    .slice(index)
    .filter((token) => token.type === 'list_item_open' && token.level === list.level + 1);
  if (numbering === 'example')
    for (const item of items) addMeta(item, { example: lists.labels.get(item.map?.[0] ?? startLine) ?? '' });
  lists.ended = { style: { numbering, delimiter }, next: value + items.length };
  return true;
}

/** Most lines begin with a word that is longer than a marker, and are told from one by a few letters. */
function mayBegin(state: StateBlock, line: number): boolean {
  const first = firstLetter(state, line);
  if (first === '(' || first === '#') return !isIndentedCode(state, line);
  let at = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  const end = Math.min(at + 10, state.eMarks[line] ?? 0);
  while (at < end && isLetter(state.src.charCodeAt(at))) at++;
  return (state.src[at] === '.' || state.src[at] === ')') && !isIndentedCode(state, line);
}

/** Of the Latin alphabet, or a digit. */
function isLetter(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

function listsOf(state: StateBlock): Lists {
  const lists = known.get(state) ?? { open: [], labels: new Map() };
  known.set(state, lists);
  return lists;
}

/** Whether markdown-it reads the marker by itself. */
function isPlain({ numbering, delimiter, isHash }: ListMarker): boolean {
  return numbering === 'decimal' && delimiter !== 'within' && !isHash;
}

/** Runs markdown-it's rule on an item whose marker looks like a number. Where it finds no list the text is as it was. */
function asNumber(state: StateBlock, line: number, marker: ListMarker, endLine: number, silent: boolean): boolean {
  const { src } = state;
  const lineStart = state.bMarks[line] ?? 0;
  writeNumber(state, line, marker);
  const found = readList(state, line, endLine, silent);
  if (silent || !found) {
    state.src = src;
    state.bMarks[line] = lineStart;
  }
  return found;
}

/** A label does not count as room: what goes on with an example is indented by four spaces, however long its label is. */
function writeNumber(state: StateBlock, line: number, { text, delimiter, label }: ListMarker): void {
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  const digits = label === undefined ? text.length - 1 : 2;
  const number = `${'1'.padStart(digits, '0')}${delimiter === 'period' ? '.' : ')'}`;
  state.src = state.src.slice(0, start) + number.padStart(text.length) + state.src.slice(start + text.length);
  if (label === undefined) return;
  listsOf(state).labels.set(line, label);
  state.bMarks[line] = (state.bMarks[line] ?? 0) + text.length - number.length;
}

/** Whether an item ends the paragraph, link reference or quotation above it: in a list; elsewhere there has to be a blank line. */
function interrupts(state: StateBlock, line: number, endLine: number, marker: ListMarker): boolean {
  if (marker.isHash || (state.parentType as string) === 'blockquote') return true;
  const isBelow = (state.sCount[line] ?? 0) < state.blkIndent;
  if (isBelow && listsOf(state).open.some((list) => list !== undefined && goesOn(state, line, list) !== undefined))
    return true;
  return state.listIndent >= 0 && firstOfList(state, line, endLine, marker) !== undefined;
}

/** The marker as one of a list's; undefined where it is not. */
function goesOn(state: StateBlock, line: number, list: ListStyle): ListMarker | undefined {
  const marker = readMarker(lineText(state, line), list);
  return marker !== undefined && belongsTo(marker, list) ? marker : undefined;
}

/** The marker of a list's first item; undefined where the line is text. */
function firstOfList(state: StateBlock, line: number, endLine: number, marker: ListMarker): ListMarker | undefined {
  if (marker.isHash) return marker;
  if (marker.numbering === 'example') return isCitation(state, marker) ? undefined : marker;
  if (marker.rest.trim() === '') return undefined;
  const { ended } = listsOf(state);
  const next = ended === undefined ? undefined : goesOn(state, line, ended.style);
  if (next !== undefined && next.value === ended?.next) return next;
  const isInitial = marker.delimiter === 'period' && /^[A-Z]\.\s\S/.test(lineText(state, line));
  if (isInitial && marker.numbering === 'upper-alpha') return undefined;
  const isAbbreviation = /^\s+\p{L}\./u.test(marker.rest);
  const standsAlone = marker.value === 1 && !isInitial && !isAbbreviation;
  return standsAlone || isFollowed(state, line, endLine, marker) ? marker : undefined;
}

/** A line may begin with a source in brackets. */
function isCitation(state: StateBlock, { label = '' }: ListMarker): boolean {
  return contextOf(state.env)?.keys.has(label) ?? false;
}

/** Whether the next item of the same list is below. */
function isFollowed(state: StateBlock, line: number, endLine: number, marker: ListMarker): boolean {
  const indent = state.sCount[line] ?? 0;
  for (let below = line + 1; below < Math.min(endLine, line + farthest); below++) {
    if (state.isEmpty(below) || (state.sCount[below] ?? 0) > indent + 1) continue;
    const next = goesOn(state, below, marker);
    if (next !== undefined) return next.value === marker.value + 1 || next.isHash;
    if (state.isEmpty(below - 1)) return false;
  }
  return false;
}

/** Called between the items of a list: an item of another style ends it, and one of its own is shown as a number. */
function endsList(state: StateBlock, line: number, _endLine: number, silent: boolean): boolean {
  const list = silent ? listsOf(state).open[state.level - 1] : undefined;
  if (list === undefined) return false;
  const marker = readMarker(lineText(state, line), list);
  if (marker === undefined) return false;
  if (!belongsTo(marker, list)) return true;
  if (!isPlain(marker)) writeNumber(state, line, marker);
  return false;
}
