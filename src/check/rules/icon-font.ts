import { rule } from '../rule.js';

/** Found where a slide is rendered; said once a deck. */
export const iconFont = rule('icon-font', {
  group: 'look',
  severity: 'warning',
  needs: 'text',
  what: 'A sign of a font of icons, such as `<i class="fa fa-anchor">`, in a deck that does not have the font.',
  why: 'The place stays empty, or shows the name of the sign.',
  wrong: `## Ports

<i class="fa fa-anchor"></i> Gdynia`,
  right: `## Ports

Gdynia`,
});
