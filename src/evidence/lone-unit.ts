import type { TextRange } from '../model.js';
import type { NumberFact } from './fact.js';
import type { PreparedParagraph } from './prepared-source.js';
import { symbolAt, unitNamed } from './units.js';

/** Before a stretch of time that is one: "an hour", "je Tag", "za godzinę". Elsewhere "day" and "year" say when. */
const oneOf =
  /^(?:an?|per|each|every|eine?[mnrs]?|je|pro|jede[mnrs]?|une?|par|chaque|na|za|кажд\p{L}+|кожн\p{L}+|в|у|за|на|per|kas)$/iu;

/** Where a paragraph has the unit of a claim's "1 km" without a number: "restoring a kilometre costs …". */
export function loneUnit(
  { readings, unit, isSpelled, isOrdinal }: NumberFact,
  { words, normalised: { text }, facts, reader }: PreparedParagraph,
): TextRange | undefined {
  if (unit === undefined || isSpelled || isOrdinal !== undefined || !readings.includes(1)) return undefined;
  const { kind } = unitNamed(unit);
  if (kind === 'percent' || kind === 'times') return undefined;
  const isTime = kind === 'time' || kind === 'long time';
  return words.find(({ start }, index) => {
    const name = reader.units.at(words, index)?.value ?? symbolAt(` ${text.slice(start, start + 12)}`)?.name;
    if (name !== unit || (isTime && !oneOf.test(words[index - 1]?.text ?? ''))) return false;
    return !facts.numbers.some((one) => one.start <= start && /^\s?-?$/.test(text.slice(one.end, start)));
  });
}
