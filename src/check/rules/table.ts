import { rule } from '../rule.js';

/** Found where tables drawn with characters are parsed. */
export const table = rule('table', {
  group: 'writing',
  severity: 'warning',
  needs: 'text',
  what: 'A grid table or simple table that cannot be read as one.',
  why: 'It is shown as typed, in letters of one width, and its rows are no claims.',
  wrong: `## Ports

+-------+------+
| Place | Year |
+=======+======+
| Riga | 1201  |
+-------+-----+`,
  right: `## Ports

+-------+------+
| Place | Year |
+=======+======+
| Riga  | 1201 |
+-------+------+`,
});
