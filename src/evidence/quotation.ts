import { type Normalised, normalise } from './normalise.js';

/** Where words stand in a normalised paragraph. */
export interface Match {
  readonly start: number;
  readonly end: number;
}

/** A quotation made ready to be looked for. */
export interface PreparedQuotation {
  /** Its words as they are looked for, without the editor's marks. */
  readonly plain: string;
  /** The whole as it is typed, in case the source itself has dots or brackets. */
  readonly verbatim: Segment;
  /** Its parts in order. */
  readonly segments: readonly Segment[];
}

/** Words in a row; an expression only where the editor changed them. */
type Segment = string | RegExp;

/**
 * Reads a quotation by the deck language: `…` and `[...]` join segments in order, `[words]` is the editor's insertion, `[t]he`
 * changes a letter, a final comma or stop is not part of it.
 */
export function prepareQuotation(quotation: string): PreparedQuotation {
  const { text } = normalise(quotation);
  const segments = text
    .split(/\[\s*\.\.\.\s*\]|\(\s*\.\.\.\s*\)|\.{3,4}/)
    .map((segment) => trimmed(segment.replace(/^\s*\[[^\][]*\](?!\p{L})|(?<!\p{L})\[[^\][]*\][.,]?\s*$/gu, '')))
    .filter((segment) => /[\p{L}\p{N}]/u.test(segment));
  return {
    plain: segments.map(withoutBrackets).join(' ').replace(/\s+/g, ' '),
    verbatim: trimmed(text),
    segments: segments.map((segment) => (segment.includes('[') ? expressionOf(segment) : segment)),
  };
}

/** Words that must stand as they are: an anchor. */
export function prepareVerbatim(words: string): PreparedQuotation {
  const text = trimmed(normalise(words).text);
  return { plain: text, verbatim: text, segments: [text] };
}

/** Finds a quotation in a paragraph: the stretches its segments stand in, in order; undefined when one is not there. */
export function findQuotation(quotation: PreparedQuotation, paragraph: Normalised): readonly Match[] | undefined {
  return findAcross(quotation, [paragraph])?.map(({ match }) => match);
}

/** The same over several paragraphs cited together: segments may go on in a later one. `index` is that of the paragraph. */
export function findAcross(
  quotation: PreparedQuotation,
  paragraphs: readonly Normalised[],
): readonly { readonly index: number; readonly match: Match }[] | undefined {
  if (quotation.segments.length === 0) return undefined;
  for (const [index, paragraph] of paragraphs.entries()) {
    const match = matchFrom(quotation.verbatim, paragraph.text, 0);
    if (match !== undefined) return [{ index, match }];
  }
  const found: { index: number; match: Match }[] = [];
  let index = 0;
  let from = 0;
  for (const segment of quotation.segments) {
    let match: Match | undefined;
    for (; index < paragraphs.length; index++, from = 0) {
      match = matchFrom(segment, paragraphs[index]?.text ?? '', from);
      if (match !== undefined) break;
    }
    if (match === undefined) return undefined;
    found.push({ index, match });
    from = match.end;
  }
  return found;
}

function matchFrom(segment: Segment, text: string, from: number): Match | undefined {
  for (let at = from; at < text.length; ) {
    const match = typeof segment === 'string' ? indexOf(segment, text, at) : execute(segment, text, at);
    if (match === undefined || isWhole(text, match)) return match;
    at = match.start + 1;
  }
  return undefined;
}

/** Where a quotation begins a sentence its first letter is a capital, and where it goes on in one it is none. */
function indexOf(words: string, text: string, from: number): Match | undefined {
  if (words === '') return undefined;
  const first = words.charAt(0);
  const other = first === first.toLowerCase() ? first.toUpperCase() : first.toLowerCase();
  const starts = [words, `${other}${words.slice(1)}`].map((one) => text.indexOf(one, from)).filter((at) => at !== -1);
  const start = Math.min(...starts);
  return starts.length === 0 ? undefined : { start, end: start + words.length };
}

function execute(expression: RegExp, text: string, from: number): Match | undefined {
  expression.lastIndex = from;
  const match = expression.exec(text);
  return match === null ? undefined : { start: match.index, end: match.index + match[0].length };
}

/** An elided word before another one: `l'`, `d'`, `qu'`. */
const elided = /(?:^|[^\p{L}])(?:[cdjlmnst]|(?:jus|lors|puis|quoi)?qu)'$/iu;

/** Whole words only: a part of a word, of a compound or of a number is other wording. */
function isWhole(text: string, { start, end }: Match): boolean {
  const before = text.slice(Math.max(0, start - 2), start);
  const after = text.slice(end, end + 2);
  const isElided = elided.test(text.slice(Math.max(0, start - 8), start));
  if ((/[\p{L}\p{N}]['-]?$/u.test(before) && !isElided) || /^['-]?[\p{L}\p{N}]/u.test(after)) return false;
  const splitsNumber = /\d[.,]$/.test(before) && /\d/.test(text.charAt(start));
  return !splitsNumber && !(/^[.,]\d/.test(after) && /\d/.test(text.charAt(end - 1)));
}

/** Without spaces, marks around it, and a final comma or stop. */
function trimmed(segment: string): string {
  return segment
    .trim()
    .replace(/\s*[.,]'?$/, '')
    .replace(/^'(?=[^']*$)/, '')
    .trim();
}

function expressionOf(segment: string): RegExp {
  let expression = '';
  let done = 0;
  for (const match of segment.matchAll(/\[([^\][]*)\]/g)) {
    const [whole, inside = ''] = match;
    const end = match.index + whole.length;
    const isWordStart = /^\p{L}/u.test(segment.slice(end)) && !/\p{L}$/u.test(segment.slice(0, match.index));
    const isWordEnd = /\p{L}$/u.test(segment.slice(0, match.index));
    const text = segment.slice(done, match.index);
    if (isWordStart) expression += escapeExpression(text) + letterInEitherCase(inside);
    else if (isWordEnd) expression += `${escapeExpression(text)}\\p{L}{0,3}`;
    else expression += escapeExpression(text.trimEnd()) + insertion();
    done = end;
  }
  return new RegExp(expression + escapeExpression(segment.slice(done)), 'gu');
}

function letterInEitherCase(letters: string): string {
  const either = (letter: string): string => `[${letter.toLowerCase()}${letter.toUpperCase()}]`;
  return [...letters].map((letter) => (/\p{L}/u.test(letter) ? either(letter) : escapeExpression(letter))).join('');
}

/** The editor's words stand for nothing in the source, for the same words, or for up to three others. */
function insertion(): string {
  return '(?: [^\\s.!?]+){0,3}?';
}

function withoutBrackets(segment: string): string {
  return segment
    .replace(/\[([^\][]*)\](?=\p{L})/gu, '$1')
    .replace(/(?<=\p{L})\[([^\][]*)\]/gu, '$1')
    .replace(/\s*\[[^\][]*\]/g, '');
}

function escapeExpression(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
