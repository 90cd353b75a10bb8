import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { thirdParty } from '../scripts/third-party.js';

test('THIRD-PARTY.md lists what the lock has', () => {
  expect(readFileSync(new URL('../THIRD-PARTY.md', import.meta.url), 'utf8')).toBe(thirdParty());
});
