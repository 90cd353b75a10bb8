import type { Token } from 'markdown-it';
import type { Citation, LineBreak, TextRange, Unsourced } from '../model.js';
import { withSuperscripts } from '../parse/superscripts.js';
import { classesOf } from '../parse/token.js';
import { quotationsIn } from './quotation-marks.js';

/** What a block says, and what it says it with. */
export interface ClaimText {
  readonly text: string;
  readonly quotations: readonly TextRange[];
  readonly citations: readonly Citation[];
  readonly unsourced?: Unsourced;
  /** Quotation marks without a partner: where they stand in `text`. */
  readonly unpaired?: readonly number[];
  /** Where it goes on in another line of the file. */
  readonly breaks?: readonly LineBreak[];
  /** The footnotes it refers to, by the numbers of their tokens. */
  readonly notes?: readonly number[];
}

/** Reads inline tokens as a reader does: no citations, footnote marks or raw HTML; code and `{.term}` hold no quotation, `<q>` is one. */
export function readClaimText(inline: readonly Token[]): ClaimText {
  let text = '';
  let unsourced: Unsourced | undefined;
  const citations: Citation[] = [];
  const silent: TextRange[] = [];
  const terms: (number | undefined)[] = [];
  const quoted: TextRange[] = [];
  const notes: number[] = [];
  const breaks: LineBreak[] = [];
  let opened: number | undefined;
  for (const token of withSuperscripts(inline)) {
    const { type, content, meta } = token;
    const start = text.length;
    if (type === 'text' || type === 'text_special' || type === 'code_inline' || type === 'math_inline') text += content;
    else if (type === 'softbreak' || type === 'hardbreak') {
      text += ' ';
      breaks.push({ at: text.length, line: breaks.length + 1 });
    } else if (type === 'html_inline' && /^<\/?q[\s>]/i.test(content)) {
      if (!content.startsWith('</')) opened = start;
      else if (opened !== undefined) quoted.push({ start: opened, end: start });
      if (content.startsWith('</')) opened = undefined;
    } else if (type === 'footnote_ref' && typeof meta?.id === 'number') notes.push(meta.id);
    else if (type === 'span_open') terms.push(classesOf(token).includes('term') ? start : undefined);
    else if (type === 'span_close') {
      const from = terms.pop();
      if (from !== undefined) silent.push({ start: from, end: start });
    } else if (type === 'citation') {
      if (isCitations(meta?.citations)) citations.push(...meta.citations);
      if (meta?.unsourced === 'inference' || meta?.unsourced === 'lecturer') unsourced = meta.unsourced;
    }
    if (type === 'code_inline' || type === 'math_inline') silent.push({ start, end: text.length });
  }
  const marked = quotationsIn(text);
  const isShown = (at: number): boolean => !silent.some(({ start, end }) => start <= at && at <= end);
  const unpaired = marked.unpaired.filter(isShown);
  return {
    text: text.trimEnd(),
    quotations: [...marked.quotations.filter((one) => isShown(one.start) || isShown(one.end)), ...quoted],
    citations,
    ...(unpaired.length === 0 ? {} : { unpaired }),
    ...(breaks.length === 0 ? {} : { breaks }),
    ...(notes.length === 0 ? {} : { notes }),
    ...(unsourced === undefined ? {} : { unsourced }),
  };
}

/** A paragraph of a block quote: a quotation as a whole, but for a last line behind a dash, which says who said it. */
export function readQuotation(inline: readonly Token[]): ClaimText {
  const claim = readClaimText(inline);
  const end = inline.findLastIndex(({ type }) => type === 'softbreak' || type === 'hardbreak');
  const hasSpeaker = end > 0 && !isDashed(claim.text) && /^\s*(?:[—–]|---?)\s/.test(inline[end + 1]?.content ?? '');
  return { ...claim, quotations: asQuotation(hasSpeaker ? readClaimText(inline.slice(0, end)) : claim).quotations };
}

/** Whether a text begins with a dash: who said something, or below another such text what was said in turn. */
export function isDashed(text: string): boolean {
  return /^\s*[-–—]/u.test(text);
}

/** Who said a quotation: marks there are round the title of a work. */
export function readSpeaker(inline: readonly Token[]): ClaimText {
  return { ...readClaimText(inline), quotations: [] };
}

/** Marks around a quotation are not part of it. */
function asQuotation(claim: ClaimText): ClaimText {
  const start = /^[\s"“„”«»‘‚‹›']*/u.exec(claim.text)?.[0].length ?? 0;
  const end = claim.text.length - (/[\s"”“»«’‘›‹']*$/u.exec(claim.text)?.[0].length ?? 0);
  return { ...claim, quotations: start < end ? [{ start, end }] : [] };
}

/** Several texts as one claim, each on a line of its own; `lines` says how many lines of the file below the first each begins. */
export function joinTexts(texts: readonly ClaimText[], lines: readonly number[] = []): ClaimText {
  let text = '';
  const quotations: TextRange[] = [];
  const unpaired: number[] = [];
  const breaks: LineBreak[] = [];
  for (const [index, one] of texts.entries()) {
    if (text !== '') text += '\n';
    const below = lines[index] ?? 0;
    if (below > 0) breaks.push({ at: text.length, line: below });
    breaks.push(...(one.breaks ?? []).map(({ at, line }) => ({ at: at + text.length, line: line + below })));
    unpaired.push(...(one.unpaired ?? []).map((at) => at + text.length));
    quotations.push(
      ...one.quotations.map(({ start, end }) => ({ start: start + text.length, end: end + text.length })),
    );
    text += one.text;
  }
  const unsourced = texts.find((one) => one.unsourced !== undefined)?.unsourced;
  const citations = texts.flatMap((one) => one.citations);
  const notes = texts.flatMap((one) => one.notes ?? []);
  return {
    text,
    quotations,
    citations,
    ...(breaks.length === 0 ? {} : { breaks }),
    ...(notes.length === 0 ? {} : { notes }),
    ...(unpaired.length === 0 ? {} : { unpaired }),
    ...(unsourced === undefined ? {} : { unsourced }),
  };
}

function isCitations(value: unknown): value is readonly Citation[] {
  return Array.isArray(value);
}
