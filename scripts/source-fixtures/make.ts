import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bookCases } from './books.js';
import type { SourceCase } from './case.js';
import { markdownCases } from './markdowns.js';
import { officeCases } from './office-pdfs.js';
import { pageCases } from './pages.js';
import { printedCases } from './pdfs.js';
import { textCases } from './texts.js';
import { wordCases } from './words.js';

const folder = join(import.meta.dirname, '../../test/fixtures/sources-made');
mkdirSync(folder, { recursive: true });
const cases: readonly SourceCase[] = [
  ...textCases(),
  ...pageCases(),
  ...markdownCases(),
  ...wordCases(),
  ...bookCases(),
  ...officeCases(),
  ...(await printedCases()),
];
for (const { name, bytes, expected } of cases) {
  writeFileSync(join(folder, name), bytes);
  writeFileSync(join(folder, `${name}.expected`), expected);
}
