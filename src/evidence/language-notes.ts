import { readingLanguage } from '../language/languages.js';
import type { Claim, Deck, Diagnostic, SourceText } from '../model.js';
import { languageOfSource } from './source-language.js';
import { wordsOf } from './words.js';

/** What is said once about the languages of a deck and its sources: which is not read, and which is not what it says. */
export function languageNotes(deck: Deck, sources: readonly SourceText[]): readonly Diagnostic[] {
  const place = { path: deck.path, line: 1 };
  const tags = [deck.settings.lang, ...sources.flatMap((source) => tagOf(source, deck) ?? [])];
  const unread = [...new Set(tags.filter((tag) => readingLanguage(tag) === undefined))];
  const notes = unread.map(
    (tag): Diagnostic => ({
      rule: 'language-unread',
      severity: 'note',
      message: `Words are not read in ${nameOf(tag)}: numbers in words, months, units and the cases of names are not looked for.`,
      place,
      cure: 'Quotations, anchors, digits and the names of `relations.yaml` are.',
    }),
  );
  return [...notes, ...sources.flatMap((source) => wrongLanguage(source, deck))];
}

/** Words in which letters of two alphabets stand side by side. */
export function mixedWords(claims: readonly Claim[]): readonly Diagnostic[] {
  return claims.flatMap(({ text, place }) =>
    wordsOf(text)
      .filter((word) => /\p{Script=Cyrillic}\p{Script=Latin}|\p{Script=Latin}\p{Script=Cyrillic}/u.test(word.text))
      .slice(0, 1)
      .map(({ text: word }): Diagnostic => {
        const latin = [...word].filter((letter) => /\p{Script=Latin}/u.test(letter)).join(', ');
        return {
          rule: 'mixed-alphabets',
          severity: 'warning',
          message: `The word "${word}" has letters of two alphabets; these are Latin: ${latin}.`,
          place,
          cure: 'Type it again in one alphabet.',
        };
      }),
  );
}

function tagOf({ key }: SourceText, { references }: Deck): string | undefined {
  return references.find(({ id }) => id === key)?.language;
}

function wrongLanguage(source: SourceText, deck: Deck): readonly Diagnostic[] {
  const tag = tagOf(source, deck);
  const said = tag === undefined ? undefined : readingLanguage(tag);
  if (said === undefined) return [];
  const found = languageOfSource(source.paragraphs);
  if (found === undefined || found.language.tag === said.tag) return [];
  return [
    {
      rule: 'source-language',
      severity: 'warning',
      message: `references.yaml says that ${source.key} is in ${said.name}; its words are ${found.language.name}.`,
      place: { path: source.path, line: 1 },
      cure: `Write \`language: ${found.language.tag}\`, or leave the line out.`,
    },
  ];
}

function nameOf(tag: string): string {
  try {
    return new Intl.DisplayNames(['en'], { type: 'language' }).of(tag) ?? tag;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return `"${tag}"`;
  }
}
