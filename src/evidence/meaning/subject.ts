import { blankOut } from '../blank.js';
import { findName } from '../find-name.js';
import type { NameContext, NameFact } from '../name-fact.js';
import { isCapitalised } from '../name-words.js';
import { namesOf } from '../names.js';
import { PreparedParagraph } from '../prepared-source.js';
import type { LanguageReader } from '../reader.js';
import { isSameWord, type SentenceWord } from './clause.js';
import type { Doubt } from './doubt.js';
import { readText } from './read-text.js';
import type { Attributed } from './speaker.js';

/**
 * "Dekker found" where another name stands beside that verb in every sentence that has it. In a claim the verb stands directly behind
 * the name; in the source a name may also stand behind it.
 */
export function findOtherSubject(
  claim: Attributed,
  paragraph: PreparedParagraph,
  context: NameContext,
): Doubt | undefined {
  const [named] = claim.names;
  if (named === undefined || named.text.includes(' ')) return undefined;
  const words = readText(claim.text, claim.reader).sentences.flatMap((sentence) => sentence.words);
  const at = words.findIndex(({ start }) => start === named.start);
  const verb = words[at + 1];
  if (at > 1 || verb === undefined || !/^ $/.test(claim.text.slice(named.end, verb.start)) || verb.text.length < 4)
    return undefined;
  if (!paragraph.normalised.text.includes(verb.text.slice(0, 3))) return undefined;
  const isVerb =
    claim.reader.speech.at(words, at + 1) !== undefined || claim.reader.verbs.at(words, at + 1) !== undefined;
  if (!isVerb || findName(named, paragraph, claim.reader) === undefined) return undefined;
  const places = paragraph.sentences.flatMap((sentence) =>
    sentence.words.flatMap((word, index) => (isSameWord(word.folded, verb.folded) ? [{ sentence, index }] : [])),
  );
  const isBesideName = places.every(({ sentence: { words }, index }) =>
    [words[index - 1], words[index + 1]].some((word) => word !== undefined && isCapitalised(word.text)),
  );
  if (places.length === 0 || !isBesideName) return undefined;
  const { calendar, dates } = paragraph.facts;
  const names = namesOf(blankOut(paragraph.normalised.text, [...calendar, ...dates]), {
    ...context,
    reader: paragraph.reader,
  });
  const isPlace = ({ text }: NameFact): boolean => paragraph.reader.language.tag === 'lt' && locative.test(text);
  const able = names.filter((name) => !isPlace(name));
  const beside = places.map(({ sentence, index }) => subjectBeside(sentence.words, index, able));
  const [other] = beside;
  if (other === undefined || beside.some((one) => one === undefined || isNamed(one, named, paragraph, claim.reader)))
    return undefined;
  return {
    rule: 'evidence-speaker',
    message: `The claim says "${named.text} ${verb.text}"; in the source ${other.text} stands beside that word.`,
    cure: 'Read who says or does it. Where the claim is right, name the words it rests on.',
  };
}

/** "Rygoje valdo", "Kaune išleido": where somebody does it, in Lithuanian without a preposition. */
const locative = /e$/u;

/** The name directly before a verb, or directly behind it. */
function subjectBeside(
  words: readonly SentenceWord[],
  index: number,
  names: readonly NameFact[],
): NameFact | undefined {
  const nameAt = (at: number): NameFact | undefined => {
    const word = words[at];
    if (word === undefined || word.clause !== words[index]?.clause) return undefined;
    return names.find(({ start, end, isSoft }) => !isSoft && start <= word.start && word.end <= end);
  };
  return nameAt(index - 1) ?? nameAt(index + 1);
}

function isNamed(
  one: NameFact,
  named: NameFact,
  { source, number, normalised, reader }: PreparedParagraph,
  own: LanguageReader,
): boolean {
  const part = new PreparedParagraph(source, number, normalised.text.slice(one.start, one.end), reader);
  return findName(named, part, own) !== undefined;
}
