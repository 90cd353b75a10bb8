import { rule } from '../rule.js';

/** Found where Markdown is parsed. */
export const foreignNotes = rule('foreign-notes', {
  group: 'writing',
  severity: 'error',
  needs: 'text',
  what: 'What another tool keeps for the speaker and Pilcrow does not: `\\note{…}`, `%%…%%`, comments in a deck for Marp or Slidev.',
  why: 'The audience would read it, or the speaker would miss it.',
  wrong: `## Ports

Gdynia and Riga

%%do not name Tallinn%%`,
  right: `## Ports

Gdynia and Riga

Note:
Do not name Tallinn`,
});
