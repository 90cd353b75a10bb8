import { expect, test } from 'vitest';
import { deckNameDiagnostics } from '../src/commands/deck-name.js';

const said = (name: string): readonly string[] =>
  deckNameDiagnostics({ name }, 'deck.md').map(({ severity, message }) => `${severity} ${message}`);

test.each(['ports', '2024 plan', 'Häfen', 'a.b', "master's"])('a deck called %s', (name) => {
  expect(said(name)).toEqual([]);
});

test.each([
  ['ports: an overview', 'with : in it'],
  ['why?', 'with ? in it'],
  ['a\\b', 'with \\ in it'],
  ['etc.', 'that ends with a stop or a space'],
  ['ports ', 'that ends with a stop or a space'],
])('a deck called %s cannot be copied to Windows', (name, what) => {
  expect(said(name)).toEqual([
    `warning The deck is called "${name}"; Windows takes no name ${what}, so its files cannot be copied there.`,
  ]);
});

test.each(['con', 'LPT1', 'nul.txt', 'index.html', 'a'.repeat(201)])('a deck called %s cannot be made', (name) => {
  expect(said(name)).toEqual([expect.stringMatching(/^error The deck is called .*, and its outputs cannot be: /)]);
});
