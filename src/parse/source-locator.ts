import type { PlaceKind, SourceLocator } from '../model.js';

/** What authors of the eight languages write before the number of a place, with or without a stop (after CSL's locator terms). */
const terms: Readonly<Record<PlaceKind, string>> = {
  page: 'pp?|pages?|Seiten?|ss?(?=[. ]{0,2}\\d)|stron[ay]?|сс?(?=[. ]{0,2}\\d)|стр|стор|puslapi(?:s|ai)|psl',
  chapter: 'ch|chaps?|chapters?|chapitres?|kap|Kapitel|rozdz|rozdział|гл|глава|розд|розділ|разд|раздзел|sk|skyrius',
  section: '§{1,2}|secs?|sections?|Abschn|Abschnitt|раздел|пп?|пункт|par|podrozdz',
  article: 'arts?|articles?|Artikel|artykuł|ст|статья|стаття|артыкул|арт|straipsnis',
  table: 'tabs?|tables?|tabl|tableau|Tabelle|tabela|табл|таблица|таблиця|табліца|lent|lentelė',
  row: 'rows?|Zeilen?|lignes?|wiersz[ey]?|строк[аи]|радок|радкі|ряд(?:ок|ки)|eilut(?:ė|ės)',
  column: 'cols?|columns?|Spalten?|colonnes?|kolumn[ay]|столб(?:ец|цы)|слуп(?:ок|кі)|стовп(?:ець|ці)|stulpel(?:is|iai)',
};
const kinds: readonly PlaceKind[] = ['page', 'chapter', 'section', 'article', 'table', 'row'];
const roman = '[ivxlcdm]+';
/** Pages are counted by whole numbers, what a heading opens also as `3.2` and `5a`. */
const numberOf = (kind: PlaceKind): string =>
  `(?:${kind === 'page' || kind === 'row' ? '\\d+' : '\\d+(?:\\.\\d+)*[a-z]?'}|${roman})`;
const rangeOf = (kind: PlaceKind): string =>
  `(?<from>${numberOf(kind)})(?:\\s*(?:-{1,2}|[–—])\\s*(?<to>${numberOf(kind)}))?`;
/** Behind the number, as in Lithuanian and in German headings. */
const behind: Readonly<Partial<Record<PlaceKind, string>>> = {
  page: 'p|psl|puslapi(?:s|ai)',
  chapter: 'sk|skyrius|Kapitel',
  section: 'Abschnitt',
  article: 'straipsnis',
  table: 'lent|lentelė',
};
const patterns = kinds.flatMap((kind) =>
  [
    `^(?:${terms[kind]})(?:\\.\\s?|\\s|(?<=§)|(?=\\d))${rangeOf(kind)}$`,
    ...(behind[kind] === undefined ? [] : [`^${rangeOf(kind)}\\.?\\s(?:${behind[kind]})\\.?$`]),
  ].map((pattern) => [kind, new RegExp(pattern, 'iu')] as const),
);

/** A column of data is called by its name, whatever stands in it. */
const column = new RegExp(`^(?:${terms.column})\\.?\\s+(?<from>\\S.*)$`, 'iu');

/** Reads a place such as `p. 12`, `pp. 12–13`, `ch. 2`, `§ 3`, `row 12`, `column 2023`; a number alone goes on where a place stood before it. */
export function readSourceLocator(text: string, before?: SourceLocator): SourceLocator | undefined {
  for (const [kind, pattern] of patterns) {
    const groups = pattern.exec(text)?.groups;
    if (groups !== undefined) return locator(kind, groups, text);
  }
  const named = column.exec(text)?.groups;
  if (named !== undefined) return locator('column', named, text);
  if (before === undefined || before.kind === 'column') return undefined;
  const groups = new RegExp(`^${rangeOf(before.kind)}$`, 'u').exec(text)?.groups;
  return groups === undefined ? undefined : locator(before.kind, groups, text);
}

/** What a heading or the head of a table counts itself as: `Chapter 2. Ports`, `§ 3`, `3.2 Results`; without a word it has no kind. */
export function readPlaceNumber(text: string): { readonly kind?: PlaceKind; readonly number: string } | undefined {
  for (const [kind, pattern] of openings) {
    const found = pattern.exec(text)?.groups?.number;
    if (found !== undefined) return { kind, number: found };
  }
  const found = /^(?<number>\d+(?:\.\d+)*)[.)]?(?=\s|$)/u.exec(text)?.groups?.number;
  return found === undefined ? undefined : { number: found };
}

const openings = kinds
  .filter((kind) => kind !== 'page' && kind !== 'row')
  .flatMap((kind) => {
    const ends = '(?=[.:)]|\\s*$|\\s*\\n|\\s[-–—])';
    return [
      `^(?:${terms[kind]})(?:\\.\\s?|\\s|(?<=§))(?<number>${numberOf(kind)})${ends}`,
      `^(?<number>\\d+)\\.?\\s(?:${behind[kind]})\\.?${ends}`,
    ].map((pattern) => [kind, new RegExp(pattern, 'iu')] as const);
  });

function locator(
  kind: PlaceKind,
  { from = '', to = from }: Readonly<Record<string, string | undefined>>,
  text: string,
): SourceLocator {
  return { kind, from, to, typed: text.replace(/(?<=[\p{L}\p{N}])\s*-{1,2}\s*(?=[\p{L}\p{N}])/u, '–') };
}
