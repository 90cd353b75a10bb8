import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from './support/command.js';
import { pathological } from './support/fuzz/pathological.js';
import { plantedSlides } from './support/planted/planted-decks.js';
import { foreignOrigins, foreignPaths, refusedMethods, undecodable } from './support/refused-requests.js';

const fixture = (path: string): string => readFileSync(join(root, 'test/fixtures/security', path), 'utf8');
const distinct = (text: string, form: RegExp): number => new Set(text.match(form)).size;

/** How many of each the tests have, by how its row begins. */
const counts: Readonly<Record<string, number>> = {
  'slides with payloads': distinct(fixture('markup/deck.md'), /^## .*/gm),
  'payloads in YAML': distinct(
    fixture('data/deck.md') + fixture('data/references.yaml') + fixture('data/relations.yaml'),
    /\b[a-z]+-\d\d\b/g,
  ),
  'paths and links': distinct(fixture('paths/deck.md'), /^## .*/gm),
  'addresses of other hosts': distinct(
    ['deck.md', 'own.css', 'more.css', 'page.html'].map((file) => fixture(`requests/${file}`)).join(''),
    /\bh\d+\.invalid/g,
  ),
  'paths, headers and methods': [foreignPaths, undecodable, foreignOrigins, refusedMethods].flat().length,
  'words for the teacher': plantedSlides().length,
  'inputs of one kind': Object.keys(pathological).length,
};

test.each(Object.entries(counts))('docs/quality.md counts what the tests have: %s', (begin, count) => {
  const row = readFileSync(join(root, 'docs/quality.md'), 'utf8')
    .split('\n')
    .find((line) => line.startsWith(`| ${begin}`));
  expect(row?.split(' | ')[1]).toBe(count.toLocaleString('en'));
});
