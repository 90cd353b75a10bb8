import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Answer, checkProbes, countsOf, readProbes } from '../scripts/evidence-probes.js';
import { isWhole, shareOf } from './support/share.js';
import { fixtureFolder } from './support/twins.js';

const folder = fixtureFolder('evidence-probes');

/** Shares of a set, and of each language. A probe that goes wrong is one to look at: `npm run evidence:probes -- --list`. */
describe.each(readdirSync(folder))('%s', (file) => {
  const answers = checkProbes(shareOf(readProbes(join(folder, file)), 6));
  const share = (part: readonly Answer[], want: 'pass' | 'error' | 'flag'): number => {
    const { right, all } = countsOf(part, want);
    return all === 0 ? 1 : right / all;
  };

  test('correct claims are left in peace', () => {
    expect(share(answers, 'pass')).toBeGreaterThanOrEqual(isWhole ? 0.95 : 0.93);
  });

  test('wrong claims are errors', () => {
    expect(share(answers, 'error')).toBeGreaterThanOrEqual(isWhole ? 0.95 : 0.93);
  });

  test('claims that turn their source round are warnings', () => {
    expect(share(answers, 'flag')).toBeGreaterThanOrEqual(isWhole ? 0.65 : 0.55);
  });

  // A sixth of the probes of one language is too few to have a share.
  const languages = isWhole ? [...new Set(answers.map(({ probe }) => probe.lang))] : [];
  test.each(languages)('no language falls behind: %s', (lang) => {
    const own = answers.filter(({ probe }) => probe.lang === lang);
    expect(share(own, 'pass')).toBeGreaterThanOrEqual(0.9);
    expect(share(own, 'error')).toBeGreaterThanOrEqual(0.88);
    expect(share(own, 'flag')).toBeGreaterThanOrEqual(0.4);
  });
});
