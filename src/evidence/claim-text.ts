import type { Token } from 'markdown-it';
import type { Citation, TextRange, Unsourced } from '../model.js';
import { withSuperscripts } from '../parse/superscripts.js';
import { classesOf } from '../parse/token.js';

/** What a block says, and what it says it with. */
export interface ClaimText {
  readonly text: string;
  readonly quotations: readonly TextRange[];
  readonly citations: readonly Citation[];
  readonly unsourced?: Unsourced;
}

const marks = /"([^"]+)"|“([^”]+)”|„([^“”]+)[“”]|«([^»]+)»/gu;

/** Reads inline tokens as a reader does: no citations, footnote marks or raw HTML; code and `{.term}` hold no quotation. */
export function readClaimText(inline: readonly Token[]): ClaimText {
  let text = '';
  let unsourced: Unsourced | undefined;
  const citations: Citation[] = [];
  const silent: TextRange[] = [];
  const terms: (number | undefined)[] = [];
  for (const token of withSuperscripts(inline)) {
    const { type, content, meta } = token;
    const start = text.length;
    if (type === 'text' || type === 'text_special' || type === 'code_inline' || type === 'math_inline') text += content;
    else if (type === 'softbreak' || type === 'hardbreak') text += ' ';
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
  return {
    text: text.trimEnd(),
    quotations: quotationsIn(text).filter(
      (one) => !silent.some(({ start, end }) => start <= one.start && one.end <= end),
    ),
    citations,
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
  const start = /^[\s"“„«]*/u.exec(claim.text)?.[0].length ?? 0;
  const end = claim.text.length - (/[\s"”“»]*$/u.exec(claim.text)?.[0].length ?? 0);
  return { ...claim, quotations: start < end ? [{ start, end }] : [] };
}

/** Several texts as one claim, each on a line of its own. */
export function joinTexts(texts: readonly ClaimText[]): ClaimText {
  let text = '';
  const quotations: TextRange[] = [];
  for (const one of texts) {
    if (text !== '') text += '\n';
    quotations.push(
      ...one.quotations.map(({ start, end }) => ({ start: start + text.length, end: end + text.length })),
    );
    text += one.text;
  }
  const unsourced = texts.find((one) => one.unsourced !== undefined)?.unsourced;
  const citations = texts.flatMap((one) => one.citations);
  return { text, quotations, citations, ...(unsourced === undefined ? {} : { unsourced }) };
}

function quotationsIn(text: string): readonly TextRange[] {
  return [...text.matchAll(marks)]
    .map((match) => ({ start: match.index + 1, end: match.index + match[0].length - 1 }))
    .filter(({ start, end }) => /[\p{L}\p{N}]/u.test(text.slice(start, end)));
}

function isCitations(value: unknown): value is readonly Citation[] {
  return Array.isArray(value);
}
