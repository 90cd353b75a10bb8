import type { HtmlPiece } from '../parse/html-pieces.js';
import type { SlideDraft } from './slide-draft.js';

/** An element with what is in it, by position. */
interface Placed {
  readonly piece: HtmlPiece;
  readonly close: HtmlPiece | undefined;
}

/** `<grid>` and `<split>` of Advanced Slides: what stands side by side becomes columns, of the rest the order is kept. */
export function obsidianLayout(draft: SlideDraft): void {
  for (const one of elements(draft, 'split')) split(draft, one);
  const grids = elements(draft, 'grid');
  for (const row of rows(draft, grids)) {
    if (row.length === 1) plainGrid(draft, row[0]);
    else gridRow(draft, row);
  }
}

function elements(draft: SlideDraft, name: string): readonly Placed[] {
  const found: Placed[] = [];
  for (const piece of draft.html) {
    if (piece.name?.toLowerCase() !== name) continue;
    const next = draft.html.find((one) => one.start > piece.start && one.closes === name);
    found.push({ piece, close: next });
  }
  return found;
}

const given = ({ piece }: Placed, name: string): string | undefined =>
  piece.attributes.find(([key]) => key === name)?.[1];

/** Grids that follow each other at the same height. */
function rows(draft: SlideDraft, grids: readonly Placed[]): readonly (readonly Placed[])[] {
  const made: Placed[][] = [];
  for (const grid of grids) {
    const row = made.at(-1);
    const last = row?.at(-1);
    const between = last?.close === undefined ? 'x' : draft.text.slice(last.close.end, grid.piece.start);
    if (row !== undefined && last !== undefined && between.trim() === '' && isBeside(last, grid)) row.push(grid);
    else made.push([grid]);
  }
  return made;
}

function isBeside(a: Placed, b: Placed): boolean {
  const [dropA = '', dropB = ''] = [given(a, 'drop'), given(b, 'drop')];
  if (/left$/.test(dropA) && dropA.replace('left', 'right') === dropB) return true;
  const [xA, yA] = dropA.split(/\s+/);
  const [xB, yB] = dropB.split(/\s+/);
  return yA !== undefined && yA === yB && xA !== xB;
}

function gridRow(draft: SlideDraft, row: readonly Placed[]): void {
  const widths = row.map((grid) => Number.parseFloat((given(grid, 'drag') ?? '50').split(/\s+/)[0] ?? '50') || 50);
  const sum = widths.reduce((all, width) => all + width, 0);
  row.forEach((grid, index) => {
    const share = Math.round(((widths[index] ?? 0) / sum) * 100);
    const open = `::: {.column width=${share}%}\n`;
    const isLast = index === row.length - 1;
    draft.replace(grid.piece.start, grid.piece.end, `${index === 0 ? '\n:::: columns\n\n' : '\n'}${open}`);
    if (grid.close !== undefined) draft.replace(grid.close.start, grid.close.end, `\n:::\n${isLast ? '\n::::\n' : ''}`);
    else if (isLast) draft.after += '\n\n:::\n\n::::';
    say(draft, grid, 'Is a column.');
  });
}

function plainGrid(draft: SlideDraft, grid: Placed | undefined): void {
  if (grid === undefined) return;
  const step = given(grid, 'frag');
  const isStep = step !== undefined;
  const order = isStep && /^\d+$/.test(step) ? ` data-fragment-index=${step}` : '';
  draft.replace(grid.piece.start, grid.piece.end, isStep ? `\n::: {.fragment${order}}\n` : '\n');
  if (grid.close !== undefined) draft.replace(grid.close.start, grid.close.end, isStep ? '\n:::\n' : '\n');
  else if (isStep) draft.after += '\n\n:::';
  say(draft, grid, 'Has no place of its own: what it holds stands in the text.');
}

/** Says what is lost with a grid besides its place: its colours, borders, filters. */
function say(draft: SlideDraft, grid: Placed, message: string): void {
  const looks = grid.piece.attributes.map(([key]) => key).filter((key) => !['drag', 'drop', 'frag'].includes(key));
  const more = looks.length === 0 ? '' : ` Left out: ${looks.join(', ')}.`;
  const fate = looks.length === 0 && message.startsWith('Is') ? 'changed' : 'lost';
  draft.say(fate, grid.piece.start, draft.text.slice(grid.piece.start, grid.piece.end), message + more);
}

/** A split’s children stand side by side: paragraphs, and pictures on lines of their own. */
function split(draft: SlideDraft, { piece, close }: Placed): void {
  const attribute = (name: string): string | undefined => piece.attributes.find(([key]) => key === name)?.[1];
  const end = close?.start ?? draft.text.length;
  const children = childrenOf(draft, piece.end, end);
  const [left, right] = [Number(attribute('left') ?? Number.NaN), Number(attribute('right') ?? Number.NaN)];
  const hasSides = left > 0 && right > 0;
  const perRow = hasSides ? 2 : Math.max(1, Number(attribute('wrap') ?? children.length) || children.length);
  const share = (index: number): number =>
    hasSides ? Math.round(((index % 2 === 0 ? left : right) / (left + right)) * 100) : Math.round(100 / perRow);
  draft.replace(piece.start, piece.end, '');
  children.forEach((child, index) => {
    const isFirst = index % perRow === 0;
    const isLast = index % perRow === perRow - 1 || index === children.length - 1;
    draft.replace(
      child.start,
      child.start,
      `${isFirst ? '\n:::: columns\n' : ''}\n::: {.column width=${share(index)}%}\n\n`,
    );
    draft.replace(child.end, child.end, `\n\n:::\n${isLast ? '\n::::\n' : ''}`);
  });
  if (close !== undefined) draft.replace(close.start, close.end, '\n');
  draft.say(
    'changed',
    piece.start,
    draft.text.slice(piece.start, piece.end),
    'Is `::: columns`, a column for each part.',
  );
}

function childrenOf(
  draft: SlideDraft,
  from: number,
  to: number,
): readonly { readonly start: number; readonly end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (const part of draft.text.slice(from, to).matchAll(/\S[^\n]*(?:\n(?![ \t]*\n)[^\n]*\S[^\n]*)*/g)) {
    const start = from + part.index;
    const lines = part[0].split('\n');
    const arePictures = lines.length > 1 && lines.every((line) => /^\s*!\[/.test(line));
    let at = start;
    if (!arePictures) found.push({ start, end: start + part[0].trimEnd().length });
    else
      for (const line of lines) {
        found.push({ start: at, end: at + line.trimEnd().length });
        at += line.length + 1;
      }
  }
  return found;
}
