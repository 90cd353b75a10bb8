/** Signs by the class that sets them; those the bundled fonts lack are drawn. */
const signs: Readonly<Record<string, string>> = {
  '●': 'dot',
  '○': 'ring',
  '■': 'block',
  '□': 'frame',
  '✓': 'tick',
  '×': 'cross',
  '–': 'dash',
};

/** The sign a table cell's text starts with, which the theme hangs in a slot of its own before the `rest`. */
export interface CellSign {
  readonly sign: string;
  readonly name: string;
  readonly rest: string;
}

/** Undefined where a cell starts with words. */
export function cellSign(text: string): CellSign | undefined {
  const [before = '', sign = ''] = /^\s*(\S)\s+(?=\S)/.exec(text) ?? [];
  const name = signs[sign];
  return name === undefined ? undefined : { sign, name, rest: text.slice(before.length) };
}
