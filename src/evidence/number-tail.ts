import type { LanguageReader } from './reader.js';
import { symbolAt } from './units.js';
import { wordsOf } from './words.js';

/** What follows a number: how many times it is taken, and what it counts. */
export interface Tail {
  readonly factor: number;
  readonly unit?: string;
  readonly end: number;
}

/** Reads a factor and a unit behind a number: "1.8 million dollars", "3,2 milliards d'euros", "84m", "11 Mrd. Euro", "90 km/h". */
export function tailOf(text: string, from: number, reader: LanguageReader, isMoney = false): Tail {
  let end = from;
  let factor = 1;
  let rest = text.slice(end, end + 60);
  const glued = /^(?<letter>[kmb]|mn|bn|tn|M|Mio|Mrd)(?:(?=€)|(?![\p{L}\p{N}]))/u.exec(rest)?.groups?.letter;
  const money = /^\s?(?<letter>k|M|Md|Mrd|Mio|mln|mld|млн|млрд)\s?(?=[€$£₽₴])/u.exec(rest);
  const words = wordsOf(rest);
  const isNext = (index: number): boolean =>
    words[index] !== undefined && /^[\s.'-]*$/.test(rest.slice(words[index - 1]?.end ?? 0, words[index]?.start));
  if (money?.groups?.letter !== undefined) {
    factor = money.groups.letter === 'M' ? 1e6 : (reader.shortScales.of(money.groups.letter) ?? 1);
    end += money[0].length;
  } else if (glued !== undefined && (isMoney || glued.length > 1 || glued === 'k' || /^€/.test(rest.slice(1)))) {
    factor = reader.shortScales.of(glued) ?? 1;
    end += glued.length;
  } else if (reader.language.tag === 'fr' && /^\sM\sd(?:e\s|')/u.test(rest)) {
    factor = 1e6;
    end += 2;
  } else if (isNext(0) && !/^-\s/.test(rest)) {
    const long = reader.scales.at(words, 0);
    const short = reader.shortScales.at(words, 0);
    const isShort = short !== undefined && ((words[0]?.text.length ?? 0) > 1 || isMoney);
    const found = long ?? (isShort ? short : undefined);
    if (found !== undefined && found.value >= 100) {
      factor = found.value;
      end += words[found.length - 1]?.end ?? 0;
      if (text.charAt(end) === '.' && long === undefined) end++;
    }
  }
  rest = text.slice(end, end + 60);
  const half = reader.list('andHalf', reader.language.numbers.andHalf).at(wordsOf(rest), 0);
  if (half !== undefined && factor > 1) end += wordsOf(rest)[half.length - 1]?.end ?? 0;
  const unit = unitAt(text, end, reader);
  const behind = unit === undefined ? undefined : halfAt(text, unit.end, reader);
  return {
    factor,
    end: behind ?? unit?.end ?? end,
    ...(unit === undefined ? {} : { unit: unit.name }),
  };
}

/** Where a half more ends that stands behind a unit: "2 ans et demi", "3 hours and a half". */
function halfAt(text: string, from: number, reader: LanguageReader): number | undefined {
  const rest = text.slice(from, from + 24);
  const words = wordsOf(rest);
  const half = reader.list('andHalf', reader.language.numbers.andHalf).at(words, 0);
  if (half === undefined || !/^\s$/.test(rest.slice(0, words[0]?.start ?? 0))) return undefined;
  return from + (words[half.length - 1]?.end ?? 0);
}

/** The unit that stands behind a number; between money and its number may stand "of" and an adjective: "40 million Swedish crowns". */
export function unitAt(
  text: string,
  from: number,
  reader: LanguageReader,
): { readonly name: string; readonly end: number } | undefined {
  const rest = text.slice(from, from + 60);
  const symbol = symbolAt(rest);
  if (symbol !== undefined) return { name: symbol.name, end: from + symbol.length };
  const words = wordsOf(rest);
  let index = 0;
  if (!/^[\s'-]*$/.test(rest.slice(0, words[0]?.start ?? 0))) return undefined;
  if (/^(?:of|de|d|di)$/i.test(words[0]?.text ?? '')) index = 1;
  const elided = /^d'(?<word>\p{L}+)/iu.exec(words[0]?.text ?? '')?.groups?.word;
  if (elided !== undefined) {
    const name = reader.units.of(elided);
    return name === undefined ? undefined : { name, end: from + (words[0]?.end ?? 0) };
  }
  for (const at of [index, index + 1]) {
    if (at > index && /[^\s-]/.test(rest.slice(words[at - 1]?.end, words[at]?.start))) break;
    const found = reader.units.at(words, at);
    if (found === undefined) continue;
    if (at > index && !isMoneyName(found.value)) break;
    return { name: found.value, end: from + (words[at + found.length - 1]?.end ?? 0) };
  }
  return undefined;
}

function isMoneyName(name: string): boolean {
  return /^[A-Z]{3}$/.test(name) || ['crown', 'franc', 'mark'].includes(name);
}
