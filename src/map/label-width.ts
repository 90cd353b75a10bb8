import type { DrawnFace } from '../model/brand.js';
import { brandWidth } from '../relations/typeface.js';

/** The three cuts a map's labels are set in. */
export type Face = 'serif' | 'serif-bold' | 'sans-bold';

/**
 * The width of a label, px, without a browser: never less than what is drawn, at most an eighth more. An accented letter is as
 * wide as its base letter; kerning, which only narrows, is left out; what is not in the table counts as the widest letter.
 */
export function labelWidth(text: string, face: Face, size: number): number {
  let thousandths = 0;
  for (const whole of text.normalize('NFC')) thousandths += brandWidth(drawnFace[face], whole) ?? ownWidth(whole, face);
  return (thousandths * size) / 1000;
}

function ownWidth(whole: string, face: Face): number {
  let sum = 0;
  for (const letter of whole.normalize('NFD').replace(/\p{Mn}/gu, '')) sum += widths[face].get(letter) ?? widest;
  return sum;
}

/** As the faces of other drawings are called. */
const drawnFace: Readonly<Record<Face, DrawnFace>> = {
  serif: 'plain-name',
  'serif-bold': 'name',
  'sans-bold': 'strong',
};

const widest = 1100;

/** Advance widths in thousandths of the size, rounded up to fifties: Source Serif 4 and Source Sans 3, Latin and Cyrillic. */
const widths: Readonly<Record<Face, ReadonlyMap<string, number>>> = {
  serif: table({
    250: " \u00a0‘’ʼ'",
    300: '!|',
    350: ',-./:;[\\]ijl·ıłіј‐',
    400: '"()IJ`ft{}ªŧІЈ‑',
    450: '?“”„',
    500: '*rszгзѕґ',
    550: '#$+0123456789<=>S^_ace~«»×÷Ѕавесьэє–',
    600: 'ZgkovxyðøŦГЗбдкотухчяђҐ',
    650: 'EFLPTbdhnpquÞßþđħŁŋЄБЕРТЬЭлръћ',
    700: 'BCRXYВКСХЯинпцџ',
    750: '&ADGKOQVÐØĐЂАДЛОУЧЪ',
    800: 'NUŊЏПФЦм',
    850: '@HwæĦЋИНжфыюљ—…',
    950: '%MњœЉМЫшщ',
    1050: 'mWÆŒЖЊЮ',
  }),
  'serif-bold': table({
    250: " \u00a0‘’ʼ'",
    350: '!,-.:;ijl|·ıłіј‐',
    400: '()/IJ[\\]`ft{}ªІЈ‑',
    450: '"?ŧ',
    500: '*rszгзѕґ“”„',
    550: '#$+0123456789<=>^_ce~×÷есэє–',
    600: 'SZagovxy«»ðøŦЅГЗабвотухьяҐ',
    650: 'EFLPTbdhkpquÞþđħŁЄБЕРТЬЭдклрчђћ',
    700: 'BCXYnßŋВСХЯинпцъџ',
    750: '&ADGKOQRVÐØĐАДКЛОУЧ',
    800: 'NUŊЂЏПФЦЪм',
    850: 'HwæĦЋИНыљ—',
    900: '@жфюњ…',
    950: '%MÆœМшщ',
    1050: 'mWŒЉЖЫЊЮ',
  }),
  'sans-bold': table({
    200: ' \u00a0',
    300: "',.:;Iijl|·ıІіј‘’ʼ",
    350: '!()-/[\\]f{}ł‐',
    400: 'rtªŧ‑',
    450: '*?szгѕґ',
    500: '"J_cvxy«»Јзстухэє–“”„',
    550: '#$+0123456789<=>EFLSTVXYZ^`aegko~×÷øŁŦЅГЕТУХавекочьяҐ',
    600: 'ABCKPRbdhnpquÞðþđħŋЄАБВЗКРСЬЭЯбдилнпрцђћџ',
    650: '&DGßĐЛЧмъ',
    700: 'HNOQUÐØŊЂЏДИНОПЦ',
    750: 'MwĦЋМФЪжы',
    800: 'Wæфшщюљњ—',
    850: '%mÆœЫ',
    950: '@ŒЖШЉЊЩЮ',
    1000: '…',
  }),
};

function table(groups: Readonly<Record<number, string>>): ReadonlyMap<string, number> {
  return new Map(Object.entries(groups).flatMap(([width, letters]) => [...letters].map((one) => [one, Number(width)])));
}
