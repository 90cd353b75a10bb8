import { rule } from '../rule.js';

/** Found where slides, settings and style sheets name addresses, and where the deck is shown. */
export const remoteResource = rule('remote-resource', {
  group: 'writing',
  severity: 'warning',
  needs: 'text',
  what: 'A picture, script, style or frame that lies on another host.',
  why: 'Outputs ask nothing of the network: rooms have none, and readers are not to be counted by others. A box names what was left out.',
  wrong: `## Ports

![A quay](https://example.org/quay.jpg)`,
  right: `## Ports

[The quay](https://example.org/quay.jpg)`,
});
