import type { Place } from '../model/diagnostic.js';
import type { Mapping } from './yaml.js';

const names: readonly PropertyKey[] = ['title', 'author', 'date'];

/**
 * Pandoc's title block: at the very start of a text up to three lines `% title`, `% authors`, `% date`, any of them empty; one that begins
 * with a space goes on. Authors are parted by semicolons or lines. Undefined where the text begins otherwise.
 */
export function readTitleBlock(
  text: string,
  path: string,
): { readonly yaml: Mapping; readonly bodyLine: number } | undefined {
  const lines = text.split('\n');
  const fields: { readonly line: number; text: string }[] = [];
  let line = 0;
  for (; line < lines.length; line++) {
    const one = lines[line] ?? '';
    const field = fields.at(-1);
    if (/^%(?:[ \t]|$)/.test(one) && fields.length < names.length)
      fields.push({ line: line + 1, text: one.slice(1).trim() });
    else if (field !== undefined && /^[ \t]+\S/.test(one)) field.text += `\n${one.trim()}`;
    else break;
  }
  if (fields.every((field) => field.text === '')) return undefined;
  const value = Object.fromEntries(
    fields.flatMap(({ text: field }, index) => {
      const name = names[index];
      return name === undefined || field === ''
        ? []
        : [[name, name === 'author' ? authorsIn(field) : field.replace(/\n/g, ' ')]];
    }),
  );
  const placeOf = ([key]: readonly PropertyKey[]): Place => {
    const field = fields[key === undefined ? 0 : names.indexOf(key)] ?? fields[0];
    return { path, line: field?.line ?? 1, column: 3 };
  };
  return {
    yaml: { value, placeOf, placeOfKey: placeOf, hiddenBehind: () => undefined, diagnostics: [] },
    bodyLine: line + 1,
  };
}

function authorsIn(field: string): readonly string[] {
  return field
    .split(/[;\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
