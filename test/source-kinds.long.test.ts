import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeSourceText } from '../src/read/source-text.js';
import { withoutRunningLines } from '../src/read/sources/layout/running-lines.js';
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

test('a line that stands at the top of several pages by accident is no running head', () => {
  const line = (text: string, y: number) => ({ text, x0: 0, x1: 300, y, size: 10, font: 'a' });
  const pages = [1, 2, 3, 4, 5].map((page) => ({
    segments: [
      line(`Harbours ${page}`, 0),
      line('The port of Kalvik has opened its third', 30),
      line(`basin, says report ${'abcde'[page]}, which`, 42),
      line('was promised two years ago by the council.', 54),
    ],
  }));
  const kept = withoutRunningLines(pages).map(({ segments }) => segments.map(({ text }) => text).join(' '));
  expect(kept[2]).toBe(
    'The port of Kalvik has opened its third basin, says report d, which was promised two years ago by the council.',
  );
});
