import { join } from 'node:path';
import { expect, test } from 'vitest';
import { harmlessKinds } from '../scripts/evidence-harmless.js';
import { trialOf, tryChanges } from '../scripts/evidence-mutate.js';
import { mutationKinds } from '../scripts/evidence-mutations.js';
import { fixtureFolder } from './support/twins.js';

test('a deck made wrong is noticed, one edited harmlessly is left in peace', async () => {
  const trial = await trialOf(join(fixtureFolder('evidence'), 'harbour'), 7);
  const wrong = tryChanges(trial, mutationKinds, 36);
  const made = wrong.reduce((sum, row) => sum + row.made, 0);
  const detected = wrong.reduce((sum, row) => sum + row.errors, 0);
  expect(made).toBe(36);
  expect(detected / made).toBeGreaterThanOrEqual(0.98);
  expect(tryChanges(trial, harmlessKinds, 20).flatMap(({ silent }) => silent)).toEqual([]);
});
