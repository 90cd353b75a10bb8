import type { Citation, Place, SourceLocator, Unsourced } from '../model.js';
import { readSourceLocator } from './source-locator.js';

/** What one bracket or one `cite="…"` says, and what is wrong with it. */
export interface Citing {
  readonly citations: readonly Citation[];
  readonly unsourced?: Unsourced;
  readonly problems: readonly string[];
}

const key =
  '(?:\\{(?<braced>[^\\s{}]+)\\}|(?<plain>[\\p{L}\\p{N}_](?:[\\p{L}\\p{N}_]|[:.#$%&+?<>~/-](?=[\\p{L}\\p{N}_]))*))';
/** Pandoc's sign for a citation without the author's name, which our marks have not: also as editors make a dash of it. */
const suppressed = '(?:[-\u2013\u2212]\\s?)?';
const inText = new RegExp(`^(?<prefix>(?:[^@]*\\s)??)${suppressed}@${key}(?<rest>.*)$`, 'su');
const inAttribute = new RegExp(`^(?<prefix>)${suppressed}@?${key}(?<rest>.*)$`, 'su');
const locator = /^(?:¶{1,2}|para(?:graph)?s?\.?|pars?\.)\s*(?<numbers>\d+(?:\s*(?:-{1,2}|[–—])\s*\d+)?)$/iu;
const bareNumbers = /^\d+(?:\s*(?:-{1,2}|[–—])\s*\d+)?$/;
const closers: Readonly<Record<string, string>> = { '"': '"', '“': '”', '„': '“”', '«': '»', "'": "'", '‘': '’' };

/** Reads what stands between `[` and `]`, in Pandoc's grammar. Undefined when it is no citation. */
export function readCitations(text: string, place: Place): Citing | undefined {
  const [first = '', ...others] = splitOutsideQuotes(text, ';');
  if (!inText.test(first.trim())) return undefined;
  return readSegments([first, ...others], inText, place);
}

/**
 * Reads `cite="key, ¶5; other, ¶6"`; the `@` may be left out there. Other than in text `key, ¶5; inference` says that something is inferred
 * from a paragraph: what is drawn can be, though its words stand there.
 */
export function readCite(text: string, place: Place): Citing {
  const segments = splitOutsideQuotes(text, ';');
  const [, unsourced] = /^@?(inference|lecturer)$/.exec(segments.at(-1)?.trim() ?? '') ?? [];
  if (unsourced === undefined || segments.length === 1) return readSegments(segments, inAttribute, place);
  const sources = readSegments(segments.slice(0, -1), inAttribute, place);
  return { ...sources, unsourced: unsourced === 'inference' ? 'inference' : 'lecturer' };
}

/** The position of the `]` that ends the bracket opened before `start`; -1 when another bracket opens first or none closes. */
export function bracketEnd(text: string, start: number, max: number): number {
  for (let pos = start; pos < max; pos++) {
    if (text[pos] === ']') return pos;
    if (text[pos] === '[') return -1;
    if (text[pos] === '\\') pos++;
    else pos = Math.max(pos, quotationEnd(text, pos));
  }
  return -1;
}

function readSegments(segments: readonly string[], pattern: RegExp, place: Place): Citing {
  const citations: Citation[] = [];
  const problems: string[] = [];
  let unsourced: Unsourced | undefined;
  for (const segment of segments.map((one) => one.trim())) {
    const { prefix = '', braced, plain, rest = '' } = pattern.exec(segment)?.groups ?? {};
    const name = braced ?? plain;
    const previous = citations.at(-1);
    if (name === 'inference' || name === 'lecturer') {
      unsourced = name;
      if (rest.trim() !== '') problems.push(`\`@${name}\` names no source, so nothing can stand behind it`);
    } else if (name !== undefined) {
      citations.push(readSource(name, prefix.trim(), rest, place, problems));
    } else if (previous !== undefined && segment !== '') {
      citations[citations.length - 1] = merged(previous, readSource(previous.key, '', segment, place, problems));
    } else if (segment !== '') problems.push(`"${segment}" names no source`);
  }
  return unsourced === undefined ? { citations, problems } : { citations, unsourced, problems };
}

function readSource(name: string, prefix: string, rest: string, place: Place, problems: string[]): Citation {
  const locators: [number, number][] = [];
  const parts: SourceLocator[] = [];
  const suffix: string[] = [];
  let anchor: string | undefined;
  let afterLocator = false;
  let afterPart: SourceLocator | undefined;
  for (const part of splitOutsideQuotes(rest, ',').map((one) => one.trim())) {
    if (part === '') continue;
    const numbers: string | undefined =
      locator.exec(part)?.groups?.numbers ?? (afterLocator ? bareNumbers.exec(part)?.[0] : undefined);
    const quoted = quotationEnd(part, 0) === part.length - 1;
    const place = numbers === undefined ? readSourceLocator(part, afterPart) : undefined;
    if (numbers !== undefined) locators.push(readRange(numbers, part, problems));
    else if (place !== undefined) parts.push(place);
    else if (quoted && anchor === undefined) anchor = part.slice(1, -1).trim();
    else suffix.push(part);
    afterLocator = numbers !== undefined;
    afterPart = place;
  }
  return {
    key: name,
    locators,
    ...(parts.length === 0 ? {} : { parts }),
    ...(anchor === undefined ? {} : { anchor }),
    ...(prefix === '' ? {} : { prefix }),
    ...(suffix.length === 0 ? {} : { suffix: suffix.join(', ').replace(/^\{(.*)\}$/s, '$1') }),
    place,
  };
}

function readRange(numbers: string, part: string, problems: string[]): [number, number] {
  const [from = 0, to = from] = numbers.split(/\D+/).map(Number);
  if (to < from) problems.push(`"${part}" runs backwards`);
  return [from, to];
}

function merged(one: Citation, other: Citation): Citation {
  const suffix = [one.suffix, other.suffix].filter((part) => part !== undefined).join('; ');
  const anchor = one.anchor ?? other.anchor;
  const parts = [...(one.parts ?? []), ...(other.parts ?? [])];
  return {
    key: one.key,
    locators: [...one.locators, ...other.locators],
    ...(parts.length === 0 ? {} : { parts }),
    ...(anchor === undefined ? {} : { anchor }),
    ...(one.prefix === undefined ? {} : { prefix: one.prefix }),
    ...(suffix === '' ? {} : { suffix }),
    place: one.place,
  };
}

function splitOutsideQuotes(text: string, separator: string): string[] {
  const parts: string[] = [];
  let start = 0;
  for (let pos = 0; pos < text.length; pos++) {
    if (text[pos] === separator) {
      parts.push(text.slice(start, pos));
      start = pos + 1;
    } else pos = Math.max(pos, quotationEnd(text, pos));
  }
  parts.push(text.slice(start));
  return parts;
}

/** The position of the closing mark of a quotation that opens at `pos`; -1 when none does, as with an apostrophe inside a word. */
function quotationEnd(text: string, pos: number): number {
  const marks = closers[text[pos] ?? ''];
  if (marks === undefined || /[\p{L}\p{N}]/u.test(text[pos - 1] ?? '')) return -1;
  for (let end = pos + 1; end < text.length; end++) {
    if (marks.includes(text[end] ?? '') && !/[\p{L}\p{N}]/u.test(text[end + 1] ?? '')) return end;
  }
  return -1;
}
