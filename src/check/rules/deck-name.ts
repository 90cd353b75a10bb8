import { rule } from '../rule.js';

/** Found where a deck is read. */
export const deckName = rule('deck-name', {
  group: 'settings',
  severity: 'error',
  needs: 'text',
  firm: true,
  what: 'A deck whose name no folder of outputs can have: `index.html`, `assets`, a name that Windows has for a device, such as `con`, one of more than 200 bytes.',
  why: 'Its outputs would take the place of the site’s own files, or could not be written or copied.',
});
