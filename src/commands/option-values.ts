import { InvalidArgumentError } from 'commander';
import type { FormatName } from '../export/formats.js';
import type { ToolName } from '../import/tools.js';
import { type PaperSetup, slidesPerPage } from '../model.js';
import { nearest } from '../nearest.js';
import type { Shard } from './shard.js';
import type { SlideRange } from './slide-pictures.js';

export type ExportFormat = Exclude<FormatName, 'site'>;

/** What `export` makes where nothing else is said. Named here too, since the table of formats is loaded only before something is made. */
export const standardFormats: readonly ExportFormat[] = [
  'html',
  'pdf',
  'handout',
  'worksheet',
  'ticket',
  'key',
  'reader',
];

/** What is made beside it when it is named. */
export const namedFormats: readonly ExportFormat[] = [
  'docx',
  'epub',
  'glossary',
  'md',
  'png',
  'pptx',
  'quiz',
  'svg',
  'txt',
];

/** Names of formats, separated by commas, or `all`. Throws commander's InvalidArgumentError, which is printed as wrong usage. */
export function formats(value: string): ExportFormat[] {
  const known = [...standardFormats, ...namedFormats];
  const names = value.split(',').map((name) => name.trim());
  const wanted = names.flatMap((name) => {
    if (name === 'all') return known;
    const found = known.find((format) => format === name);
    if (found !== undefined) return found;
    throw new InvalidArgumentError(`There is no format "${name}"; formats are ${known.join(', ')}, and all.`);
  });
  return [...new Set(wanted)];
}

/** The tools whose decks `import` takes. Named here too, since their importers are loaded only before one is used. */
export const foreignTools: readonly (ToolName | 'pptx')[] = [
  'marp',
  'slidev',
  'quarto',
  'pandoc',
  'beamer',
  'obsidian',
  'reveal-md',
  'pptx',
];

/** How `check` says what it found. */
export const reportFormats = ['text', 'json', 'sarif', 'github'] as const;
export type ReportFormat = (typeof reportFormats)[number];

/**
 * An encoding, by any name that the Encoding Standard has for it (https://encoding.spec.whatwg.org/#names-and-labels). Throws commander's
 * InvalidArgumentError, which is printed as wrong usage.
 */
export function encoding(value: string): string {
  try {
    return new TextDecoder(value).encoding;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const near = nearest(value.trim(), encodings);
    const cure = near === undefined ? '' : ` Did you mean ${near}?`;
    throw new InvalidArgumentError(`There is no encoding "${value}".${cure} Encodings are ${encodings.join(', ')}.`);
  }
}

/** The standard's own names, those of Europe first. */
const encodings = [
  ...['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'windows-1250', 'windows-1251', 'windows-1257', 'iso-8859-2'],
  ...['iso-8859-4', 'iso-8859-5', 'iso-8859-13', 'iso-8859-15', 'ibm866', 'koi8-r', 'koi8-u', 'macintosh'],
  ...['x-mac-cyrillic', 'iso-8859-3', 'iso-8859-6', 'iso-8859-7', 'iso-8859-8', 'iso-8859-10', 'iso-8859-14'],
  ...['windows-874', 'windows-1253', 'windows-1254', 'windows-1255', 'windows-1256', 'windows-1258', 'gbk', 'gb18030'],
  ...['big5', 'euc-jp', 'iso-2022-jp', 'shift_jis', 'euc-kr'],
];

/** How many slides stand on a page of the handout. Throws commander's InvalidArgumentError, which is printed as wrong usage. */
export function perPage(value: string): PaperSetup['perPage'] {
  const found = slidesPerPage.find((number) => String(number) === value);
  if (found !== undefined) return found;
  throw new InvalidArgumentError('Expected 1, 2 or 3.');
}

/** Numbers and ranges of slides, as in `3-7,9`. Throws commander's InvalidArgumentError, which is printed as wrong usage. */
export function slideRanges(value: string): readonly SlideRange[] {
  return value.split(',').map((part) => {
    const [, from = '', to = from] = /^\s*([1-9]\d*)\s*(?:[-–]\s*([1-9]\d*)\s*)?$/.exec(part) ?? [];
    if (from === '') throw new InvalidArgumentError('Expected numbers of slides from 1 up, such as 3-7,9.');
    const [first, last] = [Number(from), Number(to)];
    if (first <= last) return [first, last];
    throw new InvalidArgumentError(`${part.trim()} ends before it begins. Did you mean ${last}-${first}?`);
  });
}

/** How many pixels stand for one px of the stage. Throws commander's InvalidArgumentError, which is printed as wrong usage. */
export function scale(value: string): number {
  if (/^[123]$/.test(value)) return Number(value);
  throw new InvalidArgumentError('Expected 1, 2 or 3.');
}

/** The length of a cut, or `all`. Throws commander's InvalidArgumentError, which is printed as wrong usage. */
export function cut(value: string): number | 'all' {
  if (value.trim() === 'all') return 'all';
  const number = Number(value);
  if (Number.isFinite(number) && number > 0) return number;
  throw new InvalidArgumentError('Expected a number of minutes, or all.');
}

/** One length. Throws commander's InvalidArgumentError, which is printed as wrong usage. */
export function minutes(value: string): number {
  const number = Number(value);
  if (Number.isFinite(number) && number > 0) return number;
  throw new InvalidArgumentError('Expected a number of minutes.');
}

/** A count, 0 among them. Throws commander's InvalidArgumentError, which is printed as wrong usage. */
export function wholeNumber(value: string): number {
  const number = Number(value);
  if (value.trim() !== '' && Number.isInteger(number) && number >= 0) return number;
  throw new InvalidArgumentError('Expected a number from 0 up.');
}

/** Who has read the claims. Throws commander's InvalidArgumentError, which is printed as wrong usage. */
export function reviewer(value: string): string {
  if (value.trim() !== '') return value.trim();
  throw new InvalidArgumentError('Expected the name of who has read them.');
}

/** Where `dev` listens; 0 lets the system choose. Throws commander's InvalidArgumentError, which is printed as wrong usage. */
export function port(value: string): number {
  const number = Number(value);
  if (Number.isInteger(number) && number >= 0 && number < 65536) return number;
  throw new InvalidArgumentError('Expected a port from 0 to 65535.');
}

/** `2/8`, or `/8` where a scheduler says which one it is. Throws commander's InvalidArgumentError, which is printed as wrong usage. */
export function shard(value: string): Shard {
  const [, index = '', count = ''] = /^(\d*)\/([1-9]\d*)$/.exec(value.trim()) ?? [];
  if (count === '') throw new InvalidArgumentError('Expected a shard such as 2/8, or /8 under a scheduler.');
  return { count: Number(count), ...(index === '' ? {} : { index: Number(index) }) };
}
