import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeSourceText } from '../src/read/source-text.js';
import { numberParagraphs } from '../src/read/sources/number-paragraphs.js';
import { readSourceFile } from '../src/read/sources/source-readers.js';
import { fixtureFolder } from './support/twins.js';

const folder = fixtureFolder('sources-made');

/** `.expected` is what the file was made from (scripts/source-fixtures), written by no reader; page marks are not in it. */
test.each(readdirSync(folder).filter((name) => !/\.(?:expected|pages)$/.test(name)))(
  '%s has the paragraphs it was made from',
  async (name) => {
    const read = await readSourceFile({ path: name, name, bytes: readFileSync(join(folder, name)) });
    const text = writeSourceText(numberParagraphs(read).entries);
    expect(withoutMarks(text)).toBe(readFileSync(join(folder, `${name}.expected`), 'utf8'));
  },
);

function withoutMarks(text: string): string {
  return text.replace(/^\[Page [^\]]+\]\n\n/gm, '').replace(/\n\[Page [^\]]+\](?:\n(?=.)|(?=\n))/g, ' ');
}
