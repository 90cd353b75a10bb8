import type { NumberFact } from './fact.js';
import { round } from './round.js';

const vulgar = /(?<whole>\d+\s?)?(?<part>[\u00BC-\u00BE\u2150-\u215E])/gu;
const slashed =
  /(?<![\p{L}\p{N}./-])(?:(?<whole>\d+)\s)?(?<above>\d{1,2})\s?[/⁄]\s?(?<below>\d{1,2})(?![\d/.-]|\p{L})/gu;

/** Fractions in signs: "½", "2¾", "1/3". */
export function signedFractionsOf(text: string): readonly NumberFact[] {
  return [...vulgarFractions(text), ...slashedFractions(text)];
}

function vulgarFractions(text: string): readonly NumberFact[] {
  if (!/[\u00BC-\u00BE\u2150-\u215E]/.test(text)) return [];
  return [...text.matchAll(vulgar)].map((match) => {
    const { whole = '0', part = '' } = match.groups ?? {};
    const [above = '1', below = '1'] = part.normalize('NFKC').split('⁄');
    return fraction(Number(whole) + Number(above) / Number(below), match);
  });
}

function slashedFractions(text: string): readonly NumberFact[] {
  return [...text.matchAll(slashed)].flatMap((match) => {
    const { whole = '0', above = '1', below = '1' } = match.groups ?? {};
    return Number(above) < Number(below) ? [fraction(Number(whole) + Number(above) / Number(below), match)] : [];
  });
}

function fraction(value: number, match: RegExpExecArray): NumberFact {
  return {
    readings: [round(value)],
    isFraction: true,
    isSpelled: false,
    start: match.index,
    end: match.index + match[0].length,
  };
}
