import { rule } from '../rule.js';

/** Found where abbreviations are parsed. */
export const abbreviationTwice = rule('abbreviation-twice', {
  group: 'writing',
  severity: 'warning',
  needs: 'text',
  what: 'An abbreviation that is explained twice, differently.',
  why: 'Only the first explanation is shown.',
  wrong: `## Ports

*[CTA]: Coastal Traffic Authority
*[CTA]: Central Tug Agency`,
  right: `## Ports

*[CTA]: Coastal Traffic Authority`,
});
