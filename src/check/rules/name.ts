import { rule } from '../rule.js';

/** Found where claims are verified. */
export const name = rule('name', {
  group: 'evidence',
  severity: 'error',
  needs: 'text',
  what: 'A name that the cited paragraph does not have.',
  why: 'Somebody is said to have done what another did.',
  wrong: '## It was said by Rautio in Kalvik [@ilvesson2021, ¶5, "lights"]',
  right: '## It was said by Morozova [@ilvesson2021, ¶5, "at night without lights"]',
});
