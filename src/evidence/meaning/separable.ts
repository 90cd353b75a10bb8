import type { LanguageReader } from '../reader.js';
import type { SentenceWord } from './clause.js';

/** What German verbs leave at the end of their clause. */
const prefix = /^(?:ab|an|auf|aus|bei|ein|frei|fort|nach|statt|vor|zu|zurück)$/u;

/** A sentence whose verbs know the prefix at their clause's end: "gab … statt" has the opposites of "stattgab". */
export function withPrefixes(words: readonly SentenceWord[], reader: LanguageReader): readonly SentenceWord[] {
  if (reader.language.tag !== 'de' || !words.some(({ text }) => prefix.test(text))) return words;
  return words.map((word) => {
    if (!/^\p{Ll}{3,}$/u.test(word.text)) return word;
    const clause = words.filter((one) => one.clause === word.clause && one.start > word.start);
    const last = clause.at(-1);
    if (last === undefined || !prefix.test(last.text)) return word;
    const opposites = reader.opposites.allAt([{ ...word, text: `${last.text}${word.text}` }], 0);
    return opposites.length === 0 ? word : { ...word, opposites };
  });
}
