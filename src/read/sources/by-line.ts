import { anyForm } from './word-forms.js';

/**
 * The authors that a line names and does nothing else: "Marta Ilvesson", "By Marta Ilvesson and Jonas Rautio", "Автор: Алена Марозава".
 * Undefined where it is no such line.
 */
export function authorsOf(line: string): readonly string[] | undefined {
  const [label = ''] = labelled.exec(line) ?? [];
  const names = line
    .slice(label.length)
    .replace(/[.,;]$/, '')
    .split(joins);
  const most = label === '' ? 4 : 20;
  if (names.length > most || (label === '' && names.length > 1 && names.some((name) => !name.includes(' ')))) {
    return undefined;
  }
  return names.every((name) => isName(name, label !== '')) ? names.map(capitals) : undefined;
}

const labelled = new RegExp(`^${anyForm(({ heads }) => heads.by)}(?:\\s*:\\s*|\\s+)`, 'iu');
const joins = new RegExp(`\\s*(?:[,;&/]|(?<=\\s)${anyForm(({ names }) => names.joins)}(?=\\s))\\s*`, 'u');
const particles = new RegExp(`^${anyForm(({ names }) => names.particles)}$`, 'u');
const titles = new RegExp(`^(?:${anyForm(({ names }) => names.titles)}|Dr|Prof)\\.?$`, 'iu');
const word = /^(?:\p{Lu}\.(?:-?\p{Lu}\.)*|\p{Lu}[\p{L}\p{M}.'’ʼ-]*)$/u;

/** Two to five words with capitals; after a label one will do. */
function isName(text: string, isLabelled: boolean): boolean {
  const words = text.split(/\s+/);
  const capital = words.filter((one) => word.test(one) && !titles.test(one));
  if (capital.length < (isLabelled ? 1 : 2) || words.length > 6) return false;
  if (
    !isLabelled &&
    words.some((one) => /^\p{Lu}{4,}$/u.test(one)) &&
    !words.every((one) => /^[\p{Lu}.'’-]+$/u.test(one))
  ) {
    return false;
  }
  const [first = '', last = ''] = [words[0], words.at(-1)];
  return (
    words.every((one) => word.test(one) || particles.test(one) || titles.test(one)) &&
    (word.test(first) || titles.test(first) || particles.test(first)) &&
    word.test(last)
  );
}

/** "MARTA ILVESSON" is Marta Ilvesson. */
function capitals(name: string): string {
  const trimmed = name.trim();
  if (/\p{Ll}/u.test(trimmed)) return trimmed;
  return trimmed.replace(/(\p{Lu})([\p{Lu}’']+)/gu, (_, first: string, rest: string) => first + rest.toLowerCase());
}
