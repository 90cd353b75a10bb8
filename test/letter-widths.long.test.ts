import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { letterWidthsModule } from '../scripts/theme/letter-widths-module.js';

test('widths are those of the font files; `npx tsx scripts/letter-widths.ts` writes them', () => {
  const file = new URL('../src/relations/advance-widths.ts', import.meta.url);
  expect(readFileSync(file, 'utf8')).toBe(letterWidthsModule());
});
