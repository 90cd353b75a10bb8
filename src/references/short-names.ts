import { filled, wordsIn } from '../language/words/words.js';
import type { Reference, ReferenceName } from '../model.js';

/** How a source is named where there is little room, and what tells it there from another of the same names and year. */
export interface ShortName {
  /** "van Gogh 2001a": a name keeps the particle it is sorted without. */
  readonly name: string;
  /** "2001a", where a letter had to be added; the list of references has it too. */
  readonly label?: string;
}

/**
 * Names the sources of a deck so that no two are named alike, by the rules of CSL: authors of one family name by their initials, or in
 * full; works of one author and year by letters, in the order of the list. `lettered` are the letters the deck's style has given by
 * itself. A work without a year is told apart by its title.
 */
export function shortNames(
  references: readonly Reference[],
  lang: string,
  lettered: ReadonlyMap<string, string> = new Map(),
): ReadonlyMap<string, ShortName> {
  const families = groups(references, (reference) => familyOf(firstName(reference)));
  const given = references.map((reference) => {
    const namesakes = families.get(familyOf(firstName(reference))) ?? [];
    return { reference, who: whoOf(reference, givenToTell(reference, namesakes), lang) };
  });
  const alike = groups(given, ({ reference, who }) => `${who}\n${yearOf(reference.issued) ?? ''}`);
  return new Map(
    given.map(({ reference, who }) => {
      const year = yearOf(reference.issued);
      const others = alike.get(`${who}\n${year ?? ''}`) ?? [];
      const at = others.findIndex((one) => one.reference === reference);
      const letter = lettered.get(reference.id) ?? letterOf(at);
      if (others.length < 2) return [reference.id, { name: [who, year ?? ''].join(' ').trim() }];
      if (year !== undefined) return [reference.id, { name: `${who} ${year}${letter}`, label: `${year}${letter}` }];
      return [reference.id, { name: [who, reference.title ?? letter].join(', ') }];
    }),
  );
}

function groups<T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>();
  for (const one of all) found.set(keyOf(one), [...(found.get(keyOf(one)) ?? []), one]);
  return found;
}

function namesOf({ author, editor }: Reference): readonly ReferenceName[] {
  return author?.length ? author : (editor ?? []);
}

function firstName(reference: Reference): ReferenceName | undefined {
  return namesOf(reference)[0];
}

function familyOf(name: ReferenceName | undefined): string {
  if (name === undefined) return '';
  const { family, literal, given, 'non-dropping-particle': particle } = name;
  return [particle, family ?? literal ?? given].filter((part) => part !== undefined && part !== '').join(' ');
}

/** What stands before the first author's family name where others have the same: initials, or the whole given name. */
function givenToTell(reference: Reference, namesakes: readonly Reference[]): string {
  const { given = '', family } = firstName(reference) ?? {};
  const others = namesakes.map((one) => firstName(one)?.given ?? '').filter((other) => other !== given);
  if (given === '' || family === undefined || others.length === 0) return '';
  return others.some((other) => initials(other) === initials(given)) ? given : initials(given);
}

/** "Al-Amin Bo" as "A.-A. B.". */
function initials(given: string): string {
  return given.replace(/\p{L}[\p{L}\p{M}'’.]*/gu, (word) => `${[...word][0] ?? ''}.`);
}

function whoOf(reference: Reference, given: string, lang: string): string {
  const names = namesOf(reference).map(familyOf);
  const [first = reference.title ?? reference.id, second] = [
    ...(names[0] === undefined ? [] : [[given, names[0]].join(' ').trim()]),
    ...names.slice(1),
  ];
  if (second === undefined) return first;
  const { both, etAl } = wordsIn(lang);
  return names.length > 2 ? filled(etAl, { first }) : filled(both, { one: first, other: second });
}

/** a to z, then aa. Positions count from 0. */
export function letterOf(position: number): string {
  const letter = String.fromCharCode(97 + (position % 26));
  return position < 26 ? letter : letterOf(Math.floor(position / 26) - 1) + letter;
}

/** The year of a date as CSL has it: `date-parts`, a string in ISO 8601 or EDTF, or text, `raw` or `literal`. Years before Christ are negative. */
export function yearOf(issued: unknown): string | undefined {
  if (typeof issued === 'number') return Number.isInteger(issued) ? signed(issued) : undefined;
  if (typeof issued === 'string') return yearIn(issued);
  if (issued instanceof Date) return yearIn(issued.toISOString());
  if (typeof issued !== 'object' || issued === null) return undefined;
  if ('date-parts' in issued && Array.isArray(issued['date-parts'])) {
    const first: unknown = issued['date-parts'][0];
    return Array.isArray(first) ? yearOf(/^-?\d+$/.test(String(first[0])) ? Number(first[0]) : undefined) : undefined;
  }
  if ('year' in issued) return yearOf(issued.year);
  return yearOf('raw' in issued ? issued.raw : 'literal' in issued ? issued.literal : undefined);
}

function yearIn(text: string): string | undefined {
  const before = /^-(\d{1,4})(?:-\d\d)*$/.exec(text.trim());
  return before === null ? /\d{4}/.exec(text)?.[0] : signed(-Number(before[1]));
}

function signed(year: number): string {
  return year < 0 ? `\u2212${-year}` : String(year);
}
