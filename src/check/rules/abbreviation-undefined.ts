import type { Token } from 'markdown-it';
import type { Deck, Place } from '../../model.js';
import { eachToken, placeOf } from '../../parse/token.js';
import type { Checked, Finding } from '../finding.js';

const known = ['PDF', 'HTML', 'URL', 'USB', 'DVD', 'GPS', 'ISBN', 'DOI', 'USA'];

/** Three capitals and more, a plural s among them, that no letter or digit touches. */
const capitals = /(?<![\p{L}\p{M}\p{N}])\p{Lu}{3,}(?=s?(?![\p{L}\p{M}\p{N}]))/gu;
const shouted = /\p{Lu}{2,}[\p{P}\s]+\p{Lu}{2,}/u;

export function undefinedAbbreviations({ deck }: Checked): readonly Finding[] {
  if (deck.abbreviations.length === 0) return [];
  const texts = textsOf(deck);
  const explained = new Set([...known, ...namesOf(deck), ...texts.flatMap(({ text }) => inBrackets(text))]);
  return texts.flatMap(({ text, place }) =>
    (shouted.test(text) ? [] : (text.match(capitals) ?? [])).flatMap((word) => {
      if (explained.has(word) || /^[IVXLCDM]+$/.test(word)) return [];
      explained.add(word);
      const cure = `Write a line \`*[${word}]: …\` that spells it out.`;
      return [{ message: `The abbreviation ${word} is spelled out nowhere.`, place, cure }];
    }),
  );
}

/** Running text of slides and handout; what is marked as an abbreviation, code and addresses left out. */
function textsOf({ slides }: Deck): readonly { readonly text: string; readonly place: Place }[] {
  return slides.flatMap(({ tokens, handout }) =>
    [...tokens, ...handout].flatMap((block) => {
      if (block.type !== 'inline') return [];
      return [{ text: runningText(block), place: placeOf(block) }];
    }),
  );
}

function runningText(block: Token): string {
  let inAddress = false;
  let text = '';
  for (const { type, info, nesting, content } of eachToken(block.children ?? [])) {
    if (info === 'auto') inAddress = nesting === 1;
    if (type === 'softbreak' || type === 'hardbreak') text += ' ';
    if (type === 'text' && !inAddress) text += content;
  }
  return text;
}

function namesOf({ abbreviations, relations }: Deck): readonly string[] {
  const actors = relations?.actors.flatMap(({ name, aka }) => [name.text, ...Object.values(name.byLang), ...aka]) ?? [];
  return [...abbreviations.map(({ short }) => short), ...actors].flatMap((name) => name.match(capitals) ?? []);
}

function inBrackets(text: string): readonly string[] {
  return [...text.matchAll(/\p{L}\s+\((\p{Lu}{3,})\)/gu)].map(([, word = '']) => word);
}
