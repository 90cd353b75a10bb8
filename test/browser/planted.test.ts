import { describe, expect, test } from 'vitest';
import { audienceFiles } from '../support/planted/audience-files.js';
import { plantedDeck, plantedSlides } from '../support/planted/planted-decks.js';
import { searchRandomDecks } from '../support/planted/random-planted.js';

const planted = plantedSlides();

describe('words for the teacher, by each marker at each place', () => {
  test('are more than 250', () => {
    expect(planted.length).toBeGreaterThan(250);
    expect(new Set(planted.map(({ token }) => token)).size).toBe(planted.length);
  });

  test('are in no file of the students', async () => {
    const { files, diagnostics } = await audienceFiles(plantedDeck(planted), 'student');
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ rule, place, message }) => `${place.path}:${place.line} ${rule} ${message}`)).toEqual([]);
    const leaks = planted.flatMap(({ name, token }) =>
      files
        .filter(({ text, path }) => `${path} ${text}`.toLowerCase().includes(token))
        .map(({ path }) => `${name}: ${path}`),
    );
    expect(leaks).toEqual([]);
  });

  test('are all in those of the teacher', async () => {
    const { files } = await audienceFiles(plantedDeck(planted), 'teacher');
    const text = files.map((file) => `${file.path} ${file.text}`.toLowerCase()).join('\n');
    expect(planted.filter(({ token }) => !text.includes(token)).map(({ name }) => name)).toEqual([]);
  });
});

test('100 random decks give students none of their words, and few of them are stopped', async () => {
  const { leaks, stopped } = await searchRandomDecks(100, 1);
  expect(leaks).toEqual([]);
  expect(stopped).toBeLessThan(20);
});
