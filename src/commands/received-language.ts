import { languageOf } from '../evidence/source-language.js';
import { languageOfLetters } from '../language/language-of-letters.js';
import type { SourceText } from '../model.js';
import type { ReceivedSource } from '../read/sources/read-source.js';

/** The language of a source, as the file says itself, else by its words and letters, as a tag; undefined where none of these tells. */
export function receivedLanguage(
  { says }: Pick<ReceivedSource, 'says'>,
  paragraphs: SourceText['paragraphs'],
): string | undefined {
  const text = paragraphs.map((paragraph) => paragraph.text).join('\n');
  return says.language?.split('-')[0]?.toLowerCase() ?? languageOf(text)?.language.tag ?? languageOfLetters(text);
}
