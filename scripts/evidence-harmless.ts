import {
  type Change,
  changed,
  type Kind,
  type Mutable,
  matchesOutside,
  pick,
  pickLine,
  type Random,
} from './evidence-changes.js';

/** Ways to edit a deck that leave what it says as it was. */
export const harmlessKinds: readonly Kind[] = [
  { name: 'typography', change: (deck, random) => edit(deck, random, typography) },
  { name: 'markup', change: (deck, random) => edit(deck, random, markup) },
  { name: 'moved slides and items', change: moveSlides },
  { name: 'other number forms', change: (deck, random) => edit(deck, random, numberForms) },
  { name: 'rewording without new facts', change: (deck, random) => edit(deck, random, reword) },
];

type Edit = (line: string, random: Random) => string | undefined;

function edit(deck: Mutable, random: Random, how: Edit): Change | undefined {
  const chosen = pickLine(deck, random);
  const line = chosen === undefined || /^\s*`{3}/.test(chosen.line) ? undefined : how(chosen.line, random);
  if (chosen === undefined || line === undefined || line === chosen.line) return undefined;
  return { lines: changed(deck, chosen.at, line), at: chosen.at, claim: chosen.claim, facts: [] };
}

function typography(line: string, random: Random): string | undefined {
  const edits: readonly ((line: string) => string)[] = [
    (text) => text.replace(/"([^"]*)"(?![^[]*\])/g, '“$1”'),
    (text) => text.replace(/"([^"]*)"(?![^[]*\])/g, '"$1,"'),
    (text) => text.replace(/(\d)[-–](\d)/g, (_, a: string, b: string) => `${a}${pick(['-', '–', ' – '], random)}${b}`),
    (text) => text.replace(/(?<=\p{L}{3}) (?=\p{L}{3})(?![^[]*\])/u, ' '),
    (text) => text.replace(/'(?=s\b)/g, '’'),
    (text) => text.replace(/(?<=\[@[^\]]*)¶(\d)/g, 'para. $1'),
    (text) => text.replace(/(?<=\p{L}{4})(?=\p{Ll}{4})(?![^[{]*[\]}])/u, '\u00AD'),
    (text) => text.normalize('NFD'),
    (text) => (/^[#|]/.test(text) ? text : text.replace(/(?<=\p{L}) (?=\p{L}+ \[@)/u, '\n  ')),
  ];
  return pickEdit(edits, line, random);
}

/** One of the edits that change the line. */
function pickEdit(edits: readonly ((line: string) => string)[], line: string, random: Random): string | undefined {
  const results = edits.map((one) => one(line)).filter((one) => one !== line);
  return pick(results, random);
}

function markup(line: string, random: Random): string | undefined {
  const words = matchesOutside(line, /(?<=[ ])\p{Ll}{4,}(?=[ ])/gu);
  const word = /[|]|-->/.test(line) ? undefined : pick(words, random);
  if (word === undefined) return undefined;
  const mark = pick(['**', '*', '~~'], random) ?? '*';
  return `${line.slice(0, word.index)}${mark}${word[0]}${mark}${line.slice(word.index + word[0].length)}`;
}

function numberForms(line: string, random: Random): string | undefined {
  const edits: readonly ((text: string) => string)[] = [
    (text) =>
      text.replace(/\d{1,3}(?:,\d{3})+/g, (found) =>
        found.replaceAll(',', pick([' ', '.', '', '\u202F', '\u00A0'], random) ?? ''),
      ),
    (text) => text.replace(/(?<![\d.,])(\d)(\d{3})(?=\s\p{L})(?<!20\d\d|19\d\d)/gu, '$1 $2'),
    (text) =>
      text.replace(/(\d+) per cent/g, (_, digits: string) => `${digits}${pick([' percent', '%', ' %'], random)}`),
    (text) =>
      text.replace(/(\d{1,2}) (Nov|Febr)(?:ember|uary)/g, (_, day: string, month: string) =>
        pick([0, 1], random) === 0
          ? `${day} ${month === 'Nov' ? 'Nov' : 'Feb'}`
          : `${month === 'Nov' ? 'November' : 'February'} ${day}`,
      ),
    (text) => text.replace(/\beleven\b(?![^"]*"[^"]*$)/g, '11'),
    (text) =>
      text
        .replace(/\b14\b(?= )/g, 'fourteen')
        .replace(/\b35\b(?= )/g, 'thirty-five')
        .replace(/\b112 (?=\p{L})/gu, 'one hundred and twelve '),
  ];
  const form = pickEdit(edits, line, random);
  return form === undefined || quotedParts(form) !== quotedParts(line) ? undefined : form;
}

function quotedParts(line: string): string {
  return [...line.matchAll(/"[^"]*"|«[^»]*»|^\s*> .*/gu)].join('|');
}

const additions = ['indeed', 'in short', 'by this account', 'it seems', 'again', 'plainly', 'so to speak'];

function reword(line: string, random: Random): string | undefined {
  if (/^\s*> |-->|\|/.test(line)) return undefined;
  const words = matchesOutside(line, /(?<=\p{Ll}) (?=\p{Ll})/gu);
  const gap = pick(words, random);
  if (gap === undefined) return undefined;
  const addition = pick(additions, random) ?? '';
  return `${line.slice(0, gap.index)}, ${addition}, ${line.slice(gap.index + 1)}`;
}

/** Two slides change places; the first, which has the title, stays. */
function moveSlides(deck: Mutable, random: Random): Change | undefined {
  const text = deck.lines.join('\n');
  const start = /^---\n[\s\S]*?\n---\n/.exec(text)?.[0] ?? '';
  const slides = text.slice(start.length).split('\n---\n');
  const [one, other] = [0, 1].map(() => 1 + Math.floor(random() * (slides.length - 1)));
  const [claim] = deck.claims;
  if (one === undefined || other === undefined || one === other || claim === undefined) return undefined;
  const moved = slides.with(one, slides[other] ?? '').with(other, slides[one] ?? '');
  return { lines: (start + moved.join('\n---\n')).split('\n'), at: 0, claim, facts: [] };
}
