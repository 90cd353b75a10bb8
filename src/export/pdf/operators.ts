/** An operator; positions in the code, `start` that of its first operand. */
export interface Operator {
  readonly name: string;
  readonly start: number;
  readonly at: number;
  readonly end: number;
}

/** What stands before an operator, where that is numbers, names and strings without spaces. */
export function operandsOf(code: string, { start, at }: Operator): readonly string[] {
  return code.slice(start, at).trim().split(/\s+/);
}

/**
 * The operators of a content stream (ISO 32000-1, 7.8.2), megabytes of which a deck has; the data of pictures that stand in it are
 * passed over.
 */
export function operatorsOf(code: string): readonly Operator[] {
  const found: Operator[] = [];
  let start = -1;
  let at = 0;
  while (at < code.length) {
    const sign = code.charCodeAt(at);
    if (sign <= space) {
      at += 1;
      continue;
    }
    if (sign === percent) {
      while (at < code.length && code[at] !== '\n' && code[at] !== '\r') at += 1;
      continue;
    }
    if (start < 0) start = at;
    if (sign === open) at = endOfString(code, at);
    else if (sign === less && code.charCodeAt(at + 1) !== less) at = code.indexOf('>', at) + 1 || code.length;
    else if (sign === less) at += 2;
    else if (sign === slash || isDelimiter(sign)) at = sign === slash ? endOfWord(code, at + 1) : at + 1;
    else if (isNumeric(sign)) at = endOfWord(code, at);
    else {
      const word = endOfWord(code, at);
      const name = code.slice(at, word);
      if (constants.has(name)) at = word;
      else {
        const data = name === 'ID' ? code.slice(word).search(/\sEI(?=\s|$)/) : -1;
        const end = data < 0 ? word : word + data + 3;
        found.push({ name, start, at, end });
        at = end;
        start = -1;
      }
    }
  }
  return found;
}

const [space, percent, open, slash, less] = [32, 37, 40, 47, 60];
const constants = new Set(['true', 'false', 'null']);

/** By a character's code, whether it ends a word: asked for every character there is. */
const endsWord = Uint8Array.from({ length: 256 }, (_, sign) =>
  sign <= space || '()<>[]{}/%'.includes(String.fromCharCode(sign)) ? 1 : 0,
);

function isDelimiter(sign: number): boolean {
  return endsWord[sign] === 1;
}

/** What a number may begin with: a digit, `+`, `-` or `.`. */
function isNumeric(sign: number): boolean {
  return (sign >= 48 && sign <= 57) || sign === 43 || sign === 45 || sign === 46;
}

function endOfWord(code: string, from: number): number {
  let at = from;
  while (at < code.length && endsWord[code.charCodeAt(at)] === 0) at += 1;
  return at;
}

/** Parentheses stand in pairs, or behind a backslash. */
function endOfString(code: string, from: number): number {
  let depth = 0;
  for (let at = from; at < code.length; at += 1) {
    const sign = code[at];
    if (sign === '\\') at += 1;
    else if (sign === '(') depth += 1;
    else if (sign === ')' && --depth === 0) return at + 1;
  }
  return code.length;
}
