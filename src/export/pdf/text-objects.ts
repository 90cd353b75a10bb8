import type { Drawn } from './content-streams.js';
import { type Operator, operandsOf } from './operators.js';

/** A glyph: its code in its font, and how far it stands from the first place of its text object. */
export interface Glyph {
  readonly font: string;
  readonly size: number;
  readonly code: number;
  readonly x: number;
  readonly y: number;
}

/** A text object: its first place, and its glyphs, where it needs several alphabets in several fonts. */
export interface TextObject {
  readonly matrix: readonly number[];
  readonly glyphs: readonly Glyph[];
  readonly start: number;
  readonly end: number;
}

/** Text objects in the one form that Chromium gives them (ISO 32000-1, 9.4); others are passed over. */
export function textObjects(drawn: Drawn): readonly TextObject[] {
  const operators = drawn.operators();
  const found: TextObject[] = [];
  for (let index = 0; index < operators.length; index += 1) {
    if (operators[index]?.name !== 'BT') continue;
    const first = index;
    while (index < operators.length && operators[index]?.name !== 'ET') index += 1;
    const object = textObject(drawn.code(), operators.slice(first, index + 1));
    if (object !== undefined) found.push(object);
  }
  return found;
}

function textObject(code: string, [opening, font, matrix, ...rest]: readonly Operator[]): TextObject | undefined {
  const closing = rest.pop();
  if (opening === undefined || font?.name !== 'Tf' || matrix?.name !== 'Tm' || closing?.name !== 'ET') return undefined;
  if (rest.some(({ name }) => name !== 'Td' && name !== 'Tj' && name !== 'Tf')) return undefined;
  let [x, y] = [0, 0];
  let [name = '', size] = operandsOf(code, font);
  const glyphs = rest.flatMap((operator): readonly Glyph[] => {
    const [first = '', second] = operandsOf(code, operator);
    if (operator.name === 'Tj')
      return [{ font: name, size: Number(size), code: Number.parseInt(first.slice(1, -1), 16), x, y }];
    if (operator.name === 'Tf') [name, size] = [first, second];
    else {
      x += Number(first);
      y += Number(second);
    }
    return [];
  });
  return {
    matrix: operandsOf(code, matrix).map(Number),
    glyphs,
    start: opening.start,
    end: closing.end,
  };
}
