import type { ClockFact } from './fact.js';
import { unitAt } from './number-tail.js';
import type { LanguageReader } from './reader.js';
import { wordsOf } from './words.js';

const time =
  /(?<![\p{N}.,:$€£/-])(?<hour>\d{1,2})(?:(?<mark>[:.]|\s?h\s?)(?<minute>[0-5]\d)(?![\d]|[.,:]\d|\s?%)|(?<bare>))/gu;

/**
 * The times of day of a text: `14:30` by itself; `14.30`, `2 pm`, `15 h` and `8 Uhr` by the word beside them. `14:30` is no score, and
 * `3.30` no decimal, only where a word says so.
 */
export function clockOf(text: string, reader: LanguageReader): readonly ClockFact[] {
  const { clockBefore, clockAfter, beforeNoon, afterNoon } = reader.language.dates;
  const lists = {
    before: reader.list('clockBefore', clockBefore),
    after: reader.list('clockAfter', clockAfter),
    am: reader.list('am', beforeNoon),
    pm: reader.list('pm', afterNoon),
  };
  return [...text.matchAll(time)].flatMap((match): ClockFact[] => {
    const { hour = '', mark, minute } = match.groups ?? {};
    const hours = Number(hour);
    if (hours > 24) return [];
    const start = match.index;
    let end = start + match[0].length;
    const rest = text.slice(end, end + 16);
    const behind = wordsOf(rest.replace(/^\s?[Uu]hr(?=\p{L})/u, ''));
    const isNext = behind[0] !== undefined && /^[\s-]?$/.test(rest.slice(0, behind[0].start));
    const noon = isNext ? (lists.am.at(behind, 0) ?? lists.pm.at(behind, 0)) : undefined;
    const isPm = isNext && lists.pm.at(behind, 0) !== undefined;
    const clock = isNext ? lists.after.at(behind, 0) : undefined;
    const ahead = wordsOf(text.slice(Math.max(0, start - 14), start));
    const isAhead = lists.before.endsBefore(ahead, ahead.length);
    const isHour = mark?.includes('h') === true;
    // "17 h 25 min" is how long something takes.
    if (isHour && unitAt(text, end, reader)?.name === 'minute') return [];
    if (mark === undefined && noon === undefined && (clock === undefined || !/\p{L}{2}/u.test(behind[0]?.text ?? '')))
      return [];
    if (mark === '.' && noon === undefined && clock === undefined && !isAhead) return [];
    if (mark === undefined && clock !== undefined && reader.language.tag === 'en' && behind[0]?.text !== "o'clock")
      return [];
    const said = noon ?? clock;
    if (said !== undefined) end += behind[said.length - 1]?.end ?? 0;
    if (noon !== undefined && text.charAt(end) === '.') end++;
    const minutes = (hours % 24) * 60 + Number(minute ?? 0);
    const half =
      isPm && hours < 12 ? minutes + 720 : noon !== undefined && !isPm && hours === 12 ? minutes - 720 : minutes;
    const isOpen = noon === undefined && !isHour && hours <= 12 && hour.length < 2;
    return [{ minutes: isOpen ? [half, half + 720] : [half], start, end }];
  });
}
