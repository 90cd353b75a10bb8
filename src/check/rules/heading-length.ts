import { rule } from '../rule.js';

/** Found in the laid-out deck, by `measure/`. */
export const headingLength = rule('heading-length', {
  group: 'slides',
  severity: 'warning',
  needs: 'browser',
  style: true,
  what: 'A slide’s heading of more than two lines.',
  why: 'It is one sentence that claims something; what does not fit into two lines belongs below it.',
  wrong:
    '## Ships that come late in winter wait longer at the outer quay than ships that come early and never Ships that come late in winter wait longer at the outer quay than ships that come early and never leave',
  right: '## Ships that come late in winter wait longer',
});
