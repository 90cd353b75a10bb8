import type { ClockFact } from './fact.js';
import type { SpelledNumber } from './number-words.js';
import type { LanguageReader } from './reader.js';
import type { Word } from './words.js';

const halfDay = 720;

/** Before six it is of the morning, behind it of the evening. */
const night =
  /^\s(?:at night|nachts|in der Nacht|de la nuit|w nocy|ночи|ночью|ночі|вночі|ночы|ўначы|nakties|naktį)(?!\p{L})/iu;
const morning = /^\s(?:in the morning|du matin|früh)(?!\p{L})/iu;
const evening = /^\s(?:in the (?:afternoon|evening)|de l'après-midi|du soir)(?!\p{L})/iu;

/** Before an hour in words: minutes to be added to it. */
const before: readonly (readonly [RegExp, number])[] = [
  [/half past\s$/iu, 30],
  [/quarter past\s$/iu, 15],
  [/quarter to\s$/iu, -15],
  [/halb\s$/iu, -30],
  [/Viertel nach\s$/iu, 15],
  [/Viertel vor\s$/iu, -15],
  [/без четверти\s$/iu, -15],
  [/(?:половин[аеы]|пол)\s$/iu, -30],
  [/за чверть\s$/iu, -15],
  [/(?:пів|о пів) на\s$/iu, -30],
  [/без чвэрці\s$/iu, -15],
  [/палов[аеы]\s$/iu, -30],
  [/za kwadrans\s$/iu, -15],
  [/w?pół do\s$/iu, -30],
  [/be ketvirčio\s$/iu, -15],
  [/pus(?:ė|ę|iau)\s$/iu, -30],
];

/** Behind it, as French says them. */
const behind: readonly (readonly [RegExp, number])[] = [
  [/^\set demie?(?!\p{L})/iu, 30],
  [/^\set quart(?!\p{L})/iu, 15],
  [/^\smoins le quart(?!\p{L})/iu, -15],
];

/**
 * Times of day in words: "five in the morning", "elf Uhr abends", "onze heures du soir", "с пяти утра", "o szóstej rano". Only a word
 * beside them makes them times: "deux heures" alone is how long something takes.
 */
export function spokenClock(
  text: string,
  words: readonly Word[],
  spelled: readonly SpelledNumber[],
  reader: LanguageReader,
): readonly ClockFact[] {
  const { clockBefore, clockAfter, beforeNoon, afterNoon } = reader.language.dates;
  const am = reader.list('am', beforeNoon);
  const pm = reader.list('pm', afterNoon);
  const hourWord = reader.list('clockAfter', clockAfter);
  const ahead = reader.list('clockBefore', clockBefore);
  return spelled.flatMap(({ value, isOrdinal, start, end, next }): readonly ClockFact[] => {
    if (!Number.isInteger(value) || value < 1 || value > 24) return [];
    const isNext = /^\s$/.test(text.slice(end, words[next]?.start));
    const hour = isNext ? hourWord.at(words, next) : undefined;
    const last = next + (hour?.length ?? 0);
    let to = words[last - 1]?.end ?? end;
    const minutes = before.find(([pattern]) => pattern.test(text.slice(Math.max(0, start - 14), start)))?.[1];
    const more = hour === undefined ? undefined : behind.find(([pattern]) => pattern.test(text.slice(to, to + 16)));
    to += more?.[0].exec(text.slice(to, to + 16))?.[0].length ?? 0;
    const rest = text.slice(to, to + 24);
    const isBeside = words[last] !== undefined && /^\s$/.test(text.slice(words[last - 1]?.end, words[last]?.start));
    const isMorning = morning.test(rest) || (isBeside && am.at(words, last) !== undefined);
    const isEvening = evening.test(rest) || (isBeside && pm.at(words, last) !== undefined);
    const isNight = night.test(rest);
    const place = words.findIndex((word) => word.start === start);
    const isSaid = isMorning || isEvening || isNight || minutes !== undefined || more !== undefined;
    const isHour = hour !== undefined && /^(?:Uhr|o'clock)$/.test(words[next]?.text ?? '');
    const isPolish = reader.language.tag === 'pl' && isOrdinal && ahead.endsBefore(words, place);
    if (!isSaid && !isHour && !isPolish) return [];
    const time = (value % 24) * 60 + (minutes ?? more?.[1] ?? 0);
    const late = value < 12 ? time + halfDay : time;
    const isOpen = isNight ? value >= 6 : !isMorning && !isEvening && value < 12;
    const readings = isOpen ? [time, late] : isEvening ? [late] : [time];
    return [{ minutes: readings, isSpelled: true, start, end: to }];
  });
}
