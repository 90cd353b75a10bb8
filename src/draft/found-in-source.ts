import { readingLanguage } from '../language/languages.js';
import type { SourceParagraph } from '../model.js';

/** A country that a source speaks of. */
export interface FoundActor {
  /** Of Latin letters, for `relations.yaml`. */
  readonly id: string;
  /** In the source's language, as it is written there. */
  readonly name: string;
  /** Other forms that stand in the source: its adjective, its people. */
  readonly aka: readonly string[];
  readonly mentions: number;
}

/** More actors than these make no picture. */
const mostActors = 6;

/** The countries of a source, those first that it names most often; one that it names once is left out. */
export function actorsIn(paragraphs: readonly SourceParagraph[], lang: string): readonly FoundActor[] {
  const language = readingLanguage(lang);
  const english = readingLanguage('en');
  if (language === undefined || english === undefined) return [];
  const text = paragraphs.map((paragraph) => paragraph.text).join('\n');
  const words = new Map<string, number>();
  for (const [word] of text.matchAll(/\p{L}[\p{L}\p{M}’'-]*/gu)) words.set(word, (words.get(word) ?? 0) + 1);
  const times = (form: string): number => {
    const plain = form.replaceAll('_', ' ');
    if (plain.includes(' ')) return text.split(plain).length - 1;
    return words.get(plain) ?? 0;
  };
  const found = Object.entries(language.countries).map(([code, forms]): FoundActor => {
    const [names = [], others = []] = forms.split('|').map((part) => part.trim().split(' '));
    const written = [...names, ...others].filter((form) => form !== '' && times(form) > 0);
    const name = (names[0] ?? code).replaceAll('_', ' ');
    return {
      id: idOf(english.countries[code] ?? code),
      name,
      aka: written.map((form) => form.replaceAll('_', ' ')).filter((form) => form !== name),
      mentions: written.reduce((sum, form) => sum + times(form), 0),
    };
  });
  return found
    .filter(({ mentions }) => mentions > 1)
    .sort((one, other) => other.mentions - one.mentions)
    .slice(0, mostActors);
}

function idOf(forms: string): string {
  return (forms.split(/[\s|]/)[0] ?? '')
    .normalize('NFD')
    .replace(/[^A-Za-z_]/g, '')
    .toLowerCase()
    .replaceAll('_', '-');
}

/** Abbreviations that a source explains, "Coastal Traffic Authority (CTA)", by their letters. */
export function abbreviationsIn(paragraphs: readonly SourceParagraph[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { text } of paragraphs) {
    for (const [, before = '', short = ''] of text.matchAll(/((?:[\p{L}’'-]+\s+){1,9})\((\p{Lu}{2,7})\)/gu)) {
      const words = before.trim().split(/\s+/);
      const long = longForm(words, short);
      if (long !== undefined && !found.has(short)) found.set(short, long);
    }
  }
  return found;
}

/** The last words whose capitals spell the abbreviation. */
function longForm(words: readonly string[], short: string): string | undefined {
  for (let from = words.length - 1; from >= 0; from--) {
    const part = words.slice(from);
    const initials = part
      .filter((word) => /^\p{Lu}/u.test(word))
      .map((word) => word.charAt(0))
      .join('');
    if (initials === short && /^\p{Lu}/u.test(part[0] ?? '')) return part.join(' ');
  }
  return undefined;
}

/** A paragraph's numbers with the word behind each, years left out. */
export function numbersIn({ text }: SourceParagraph): readonly string[] {
  const all = [
    ...text.matchAll(
      /(?<![\p{L}\d.,-])\d(?:[\d.,\u00A0]*\d)?(?:[\s\u00A0](?!\d)[\p{L}%]+(?:\s(?:cent|percent))?|\s?%)?/gu,
    ),
  ];
  return all.map(([number]) => number).filter((number) => !/^(?:1[5-9]|20)\d\d(?:$|\s)/.test(number));
}
