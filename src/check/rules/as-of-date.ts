import type { Token } from 'markdown-it';
import { isDate } from '../../language/words/dates.js';
import { attributeOf, eachToken } from '../../parse/token.js';
import type { Checked, Finding } from '../finding.js';

export function asOfDate({ deck }: Checked): readonly Finding[] {
  return deck.slides.flatMap(({ attributes, place, tokens, handout }) => [
    ...judge(attributes.asof, place),
    ...[...eachToken([...tokens, ...handout])].flatMap((token) =>
      judge(attributeOf(token, 'asof'), placeIn(token, place)),
    ),
  ]);
}

function judge(typed: string | undefined, place: Finding['place']): readonly Finding[] {
  if (typed === undefined || isDate(typed)) return [];
  return [{ message: `"${typed}" is no month.`, place, cure: 'Write a year, a month or a day: `asof=2024-02`.' }];
}

function placeIn({ meta }: Token, slide: Finding['place']): Finding['place'] {
  return (meta?.place as Finding['place'] | undefined) ?? slide;
}
