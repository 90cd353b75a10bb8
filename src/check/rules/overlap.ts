import { rule } from '../rule.js';

/** Found in the laid-out deck, by `measure/`. */
export const overlap = rule('overlap', {
  group: 'look',
  severity: 'error',
  needs: 'browser',
  what: 'A text that lies over another text, or over a picture, and was not put there by a position of its own.',
  why: 'Neither can be read, on the wall or in the PDF.',
  wrong: `## Ports

<p>The harbour was built in the year of the flood</p>

<p style="margin-top: -70px">Ships wait at its quay</p>`,
  right: `## Ports

The harbour was built in the year of the flood

Ships wait at its quay`,
});
