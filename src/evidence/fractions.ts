import type { NumberFact } from './fact.js';
import type { SpelledNumber } from './number-words.js';
import type { LanguageReader } from './reader.js';
import { round } from './round.js';
import type { Word } from './words.js';

/** Parts of a whole in words: "a third", "three quarters", "every fifth", "half a million", "a million and a half", "półtora miliona". */
export function fractionsOf(
  text: string,
  words: readonly Word[],
  spelled: readonly SpelledNumber[],
  reader: LanguageReader,
): readonly NumberFact[] {
  const { halfOf, oneAndHalf, andHalf, shares } = reader.language.numbers;
  const lists = {
    half: reader.list('halfOf', halfOf),
    more: reader.list('oneAndHalf', oneAndHalf),
    and: reader.list('andHalf', andHalf),
    every: reader.list('every', shares.every),
  };
  const facts: NumberFact[] = [];
  const add = (value: number, from: number, to: number, isFraction = true, unit?: string): void => {
    const [start, end] = [words[from]?.start ?? 0, words[to]?.end ?? 0];
    const parts = { ...(isFraction ? { isFraction } : {}), ...(unit === undefined ? {} : { unit }) };
    facts.push({ readings: [round(value)], isSpelled: true, ...parts, start, end });
  };
  const numberBefore = (index: number): SpelledNumber | undefined => spelled.find(({ next }) => next === index);
  for (let index = 0; index < words.length; index++) {
    const more = lists.more.at(words, index);
    const half = lists.half.at(words, index);
    const [part, value] = more !== undefined ? [more, 1.5] : [half, 0.5];
    const scale = part === undefined ? undefined : reader.scales.at(words, index + part.length);
    if (part !== undefined && scale !== undefined && scale.value >= 100) {
      add(value * scale.value, index, index + part.length + scale.length - 1, false);
      index += part.length + scale.length - 1;
      continue;
    }
    if (more !== undefined) {
      add(1.5, index, index + more.length - 1, false);
      continue;
    }
    const joined = partOfScale(words[index]?.text ?? '', reader);
    if (joined !== undefined) {
      add(joined, index, index, false);
      continue;
    }
    const and = lists.and.at(words, index);
    const unit = and === undefined ? undefined : reader.units.at(words, index - 1)?.value;
    const measured = unit === undefined ? undefined : numberBefore(index - 1);
    if (and !== undefined && unit !== undefined && !/\d$/.test(words[index - 2]?.text ?? '')) {
      // "A year and a half", "год с половиной": one and a half.
      const from = measured === undefined ? index - 1 : words.findIndex(({ start }) => start === measured.start);
      add((measured?.value ?? 1) + 0.5, from, index + and.length - 1, false, unit);
      index += and.length - 1;
      continue;
    }
    const whole = and === undefined ? undefined : numberBefore(index);
    if (and !== undefined && whole !== undefined) {
      const factor = [1e12, 1e9, 1e6, 1e3].find((one) => whole.value >= one && whole.value % one === 0) ?? 1;
      const from = words.findIndex(({ start }) => start === whole.start);
      add(whole.value + factor / 2, from, index + and.length - 1, false);
      index += and.length - 1;
      continue;
    }
    const denominator = reader.fractions.at(words, index);
    if (denominator !== undefined) {
      const above = numberBefore(index);
      const isCounted = above !== undefined && !above.isOrdinal && above.value < denominator.value;
      const from = isCounted ? words.findIndex(({ start }) => start === above.start) : index;
      const isOrdinalToo = reader.parts.at(words, index) !== undefined;
      const isArticled = /^(?:a|an|the|one|ein|eine|einem|einer|un|une|le|la)$/i.test(words[index - 1]?.text ?? '');
      const isPart =
        /^(?:[^\p{L}\s]|$|\s(?:of|der|des|von|aller|de|du|d'|more|less|fewer|higher|lower|larger|smaller|above|below))/iu.test(
          text.slice(words[index]?.end, (words[index]?.end ?? 0) + 9),
        );
      const times = scaleBehind(words, index + denominator.length, reader);
      if (times !== undefined) {
        add(((isCounted ? above.value : 1) / denominator.value) * times.value, from, times.last, false);
        index = times.last;
        continue;
      }
      const isNamedPart = /^част|^częś/iu.test(words[index + denominator.length]?.text ?? '');
      if (!isOrdinalToo || isCounted || isNamedPart || (isArticled && isPart))
        add((isCounted ? above.value : 1) / denominator.value, from, index + denominator.length - 1);
      index += denominator.length - 1;
    }
  }
  for (const one of spelled) {
    const at = words.findIndex(({ start }) => start === one.start);
    if (one.isOrdinal && one.value > 1 && lists.every.endsBefore(words, at) && !isTime(words, one.next, reader))
      facts.push({ ...share(1 / one.value), start: words[at - 1]?.start ?? one.start, end: one.end });
  }
  return facts;
}

/** "A quarter of a million" is a number: the scale behind a part, and its last word. */
function scaleBehind(
  words: readonly Word[],
  index: number,
  reader: LanguageReader,
): { readonly value: number; readonly last: number } | undefined {
  let at = index;
  while (at < index + 2 && /^(?:of|an?|one|von|einer|de|d|un)$/iu.test(words[at]?.text ?? '')) at++;
  const scale = reader.scales.at(words, at);
  return scale === undefined || scale.value < 1e5 ? undefined : { value: scale.value, last: at + scale.length - 1 };
}

/** "Eine Viertelmillion" is one word. */
const compoundPart =
  /^(?<above>zwei|drei)?(?<part>drittel|viertel|fünftel|achtel|zehntel)(?<scale>millionen|million|milliarden|milliarde)$/iu;

/** A part and its scale in one word, as German writes them. */
function partOfScale(word: string, reader: LanguageReader): number | undefined {
  if (reader.language.numbers.isCompound !== true || !/illi(?:on|ard)/.test(word)) return undefined;
  const { above, part = '', scale = '' } = compoundPart.exec(word)?.groups ?? {};
  const [below, factor] = [reader.fractions.of(asNoun(part)), reader.scales.of(asNoun(scale))];
  if (below === undefined || factor === undefined) return undefined;
  return ((above === undefined ? 1 : above.toLowerCase() === 'zwei' ? 2 : 3) / below) * factor;
}

function asNoun(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
}

function share(value: number): Pick<NumberFact, 'readings' | 'isSpelled' | 'isFraction'> {
  return { readings: [round(value)], isSpelled: true, isFraction: true };
}

/** "Every second year" is how often, no share. */
function isTime(words: readonly Word[], index: number, { units }: LanguageReader): boolean {
  return /^(?:second|minute|hour|day|week|month|year)$/.test(units.at(words, index)?.value ?? '');
}
