import { rule } from '../rule.js';

/** Found where pictures are rendered. */
export const altText = rule('alt-text', {
  group: 'look',
  severity: 'error',
  needs: 'text',
  what: 'A picture without a text alternative.',
  why: 'Who cannot see it does not know what it shows.',
  wrong: `## Ports

<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">`,
  right: `## Ports

<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="A quay">`,
});
