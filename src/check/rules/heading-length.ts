import { rule } from '../rule.js';

/** Found in the laid-out deck, by `measure/`. */
export const headingLength = rule('heading-length', {
  group: 'slides',
  severity: 'warning',
  needs: 'browser',
  style: true,
  what: 'A heading of more than two lines above a slide’s body. Title, section and statement slides are their heading.',
  why: 'It is one sentence that claims something; what does not fit into two lines belongs below it.',
  wrong: `## Ships that come late in winter wait longer at the outer quay than ships that come early, and never leave before all others have left the harbour

- Pilots are few
- Ice comes and goes
- Insurers wait`,
  right: `## Ships that come late in winter wait longer

- Pilots are few
- Ice comes and goes
- Insurers wait`,
});
