import { isLanguage } from '../language/is-language.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { inQuotationMarks, type YamlText } from './yaml.js';

/** A setting in the form we have it, and what there is to say of how it was read. */
interface Reading {
  /** Undefined: as if the setting were not there. */
  readonly value: unknown;
  readonly message?: string;
  readonly cure?: string;
}

type Reader = (value: unknown, key: string) => Reading;

const readers: Readonly<Record<string, Reader>> = {
  title: readText,
  subtitle: readText,
  course: readText,
  asOf: readText,
  author: readAuthors,
  date: readDate,
  lang: readLanguage,
  theme: readFirst,
  csl: readFirst,
  css: readPaths,
  scripts: readPaths,
  minutes: readNumber,
  'slide-level': readNumber,
};

/**
 * Front matter as other tools write it, in our words: lists where a text is meant, authors with affiliations, values left empty.
 * What is understood goes on with a warning; everything else is left as it is, for the schema to judge.
 */
export function bestReading(
  value: Readonly<Record<string, unknown>>,
  yaml: Pick<YamlText, 'placeOf' | 'hiddenBehind'>,
): { readonly value: Readonly<Record<string, unknown>>; readonly diagnostics: readonly Diagnostic[] } {
  const read: Record<string, unknown> = {};
  const diagnostics: Diagnostic[] = [];
  for (const [key, given] of Object.entries(value)) {
    const reader = Object.hasOwn(readers, key) ? readers[key] : undefined;
    const hidden = yaml.hiddenBehind([key]);
    const reading = given === null ? emptyValue(key, hidden) : (reader?.(given, key) ?? { value: given });
    if (reading.value !== undefined) read[key] = reading.value;
    const { message, cure } =
      hidden !== undefined && texts.has(key) && given !== null ? cutOff(reading, key, hidden) : reading;
    if (message === undefined) continue;
    const place = yaml.placeOf([key]);
    diagnostics.push({
      rule: 'setting-value',
      severity: 'warning',
      message,
      place,
      ...(cure === undefined ? {} : { cure }),
    });
  }
  return { value: read, diagnostics };
}

function emptyValue(key: string, hidden: string | undefined): Reading {
  const cure = hidden === undefined ? 'Write one, or remove the line.' : inQuotationMarks(hidden);
  return { value: undefined, message: `\`${key}\` has no value.`, cure };
}

/** Settings that people read: `title: Issue #5` is "Issue". Behind other values a comment without a space is one. */
const texts: ReadonlySet<string> = new Set(['title', 'subtitle', 'course', 'author']);

function cutOff({ value }: Reading, key: string, hidden: string): Reading {
  const message = `\`${key}\` is "${value}" without \`${hidden}\`.`;
  return { value, message, cure: inQuotationMarks(`${value} ${hidden}`) };
}

function readText(value: unknown, key: string): Reading {
  if (typeof value === 'boolean') return { value: String(value) };
  if (!Array.isArray(value)) return { value };
  const joined = value
    .map(wordsOf)
    .filter((part) => part !== '')
    .join(', ');
  return { value: joined, message: `\`${key}\` is a list; it is shown as "${joined}".`, cure: 'Write it as one text.' };
}

/** Names as Pandoc, Quarto and CSL have them: a text, `name`, `given` and `family`, `literal`; alone or in a list. */
function readAuthors(value: unknown): Reading {
  const all = Array.isArray(value) ? value : [value];
  if (all.every((one) => typeof one === 'string' || typeof one === 'number')) return { value: all.join(', ') };
  const names = all.map(wordsOf).filter((name) => name !== '');
  const others = [...new Set(all.flatMap((one) => (isRecord(one) ? Object.keys(one) : [])))].filter(
    (key) => !named.includes(key),
  );
  if (names.length === 0) {
    return {
      value: undefined,
      message: '`author` holds no name, and nothing is shown of it.',
      cure: 'Write `author: Ann Author`.',
    };
  }
  if (others.length === 0) return { value: names.join(', ') };
  const what = others.map((key) => `\`${key}\``).join(', ');
  return {
    value: names.join(', '),
    message: `Only the names in \`author\` are shown, "${names.join(', ')}"; nothing shows ${what}.`,
    cure: 'Write what the audience should read into `subtitle:` or on a slide.',
  };
}

const named = ['name', 'given', 'family', 'literal', 'text'];

/** The words of a value that may be a text or a name in parts; empty where it is neither. */
function wordsOf(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if (!isRecord(value)) return '';
  const { name, literal, text, given, family } = value;
  if (name !== undefined || literal !== undefined || text !== undefined) return wordsOf(name ?? literal ?? text);
  return [given, family]
    .map(wordsOf)
    .filter((part) => part !== '')
    .join(' ');
}

/** What other tools replace by the day on which they run. */
const relativeDays = ['today', 'now', 'last-modified', 'date', '\\today'];

function readDate(value: unknown, key: string): Reading {
  const { value: date, ...said } = readText(value, key);
  if (typeof date !== 'string') return { value: date, ...said };
  const word = date.trim();
  if (relativeDays.includes(word.toLowerCase()) || /^(`r |\{\{)/.test(word)) {
    const message = `\`${word}\` is no date here, so none is shown: outputs do not depend on the day they are made.`;
    return { value: undefined, message, cure: 'Write the date itself.' };
  }
  const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(word) ?? [];
  if (year === undefined || isDay(Number(year), Number(month), Number(day))) return { value: date, ...said };
  return {
    value: date,
    message: `There is no day ${word}; it is shown as it was typed.`,
    cure: 'Write it as year-month-day.',
  };
}

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** The languages a deck can be written in, by their tags; those that readers' words exist in come first. */
const tags =
  'en be ru uk pl lt de fr es it pt nl sv da nb fi et lv cs sk sl hr sr bg mk hu ro el tr ka hy az kk ar he fa hi zh ja ko'.split(
    ' ',
  );

function readLanguage(value: unknown): Reading {
  const [first, ...more] = Array.isArray(value) ? value : [value];
  if (typeof first !== 'string') return { value };
  const tag = first.trim().replaceAll('_', '-');
  const several =
    more.length === 0
      ? {}
      : { message: `\`lang\` is a list; the deck is taken to be in "${tag}".`, cure: 'Write one language.' };
  if (tags.includes(tag.split('-', 1)[0] ?? '') || isLanguage(tag)) return { value: tag, ...several };
  const meant = tags.find((one) => [nameOf(one, 'en'), nameOf(one, one)].includes(tag.toLowerCase()));
  if (meant !== undefined) {
    return {
      value: meant,
      message: `\`lang: ${first}\` is taken as \`${meant}\`.`,
      cure: `Write the tag, \`lang: ${meant}\`.`,
    };
  }
  if (!/^[\w-]+$/.test(tag)) return { value: first };
  const isTag = /^[a-z]{2,3}(-|$)/i.test(tag);
  return {
    value: isTag ? tag : undefined,
    message: `"${first}" is no language that is known${isTag ? '' : '; the deck is taken to be in English'}.`,
    cure: 'Write a tag such as `lang: en`, `be` or `uk-UA`.',
  };
}

function nameOf(tag: string, language: string): string {
  return (new Intl.DisplayNames(language, { type: 'language' }).of(tag) ?? '').toLowerCase();
}

function readFirst(value: unknown, key: string): Reading {
  const first = Array.isArray(value) ? value.find((one) => typeof one === 'string') : undefined;
  if (first === undefined) return { value };
  if (Array.isArray(value) && value.length === 1) return { value: first };
  return { value: first, message: `\`${key}\` is a list; its first entry, "${first}", is taken.`, cure: 'Write one.' };
}

function readPaths(value: unknown, key: string): Reading {
  if (!Array.isArray(value)) return { value };
  const paths = value.filter((one) => typeof one === 'string');
  if (paths.length === value.length) return { value };
  return {
    value: paths,
    message: `Of \`${key}\` only the entries that are paths are read.`,
    cure: 'Write a list of paths.',
  };
}

function readNumber(value: unknown): Reading {
  return { value: typeof value === 'string' && /^\d+(\.\d+)?$/.test(value.trim()) ? Number(value) : value };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
