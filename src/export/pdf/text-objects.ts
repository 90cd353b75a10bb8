import type { Drawn } from './content-streams.js';
import { type Operator, operandsOf } from './operators.js';

/** A text object: one font, its first place, and each glyph's code with how far it stands from there. */
export interface TextObject {
  readonly font: string;
  readonly size: number;
  readonly matrix: readonly number[];
  readonly glyphs: readonly { readonly code: number; readonly x: number; readonly y: number }[];
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
  if (rest.some(({ name }) => name !== 'Td' && name !== 'Tj')) return undefined;
  let [x, y] = [0, 0];
  const glyphs = rest.flatMap((operator) => {
    const [first = '', second] = operandsOf(code, operator);
    if (operator.name === 'Tj') return [{ code: Number.parseInt(first.slice(1, -1), 16), x, y }];
    x += Number(first);
    y += Number(second);
    return [];
  });
  const [name = '', size] = operandsOf(code, font);
  return {
    font: name,
    size: Number(size),
    matrix: operandsOf(code, matrix).map(Number),
    glyphs,
    start: opening.start,
    end: closing.end,
  };
}
