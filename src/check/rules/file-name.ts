import { rule } from '../rule.js';

/** Found where the deck's folder is read. */
export const fileName = rule('file-name', {
  group: 'settings',
  severity: 'warning',
  needs: 'text',
  what: 'A file beside the deck whose name is almost one that is read: `references.yml`, `relation.yaml`, `Style.css`.',
  why: 'It is not read, and nothing of it is in the deck.',
  wrong: {
    'deck.md': '# Ports\n',
    'styles.css': 'p { color: #1b2230 }\n',
  },
  right: {
    'deck.md': '# Ports\n',
    'style.css': 'p { color: #1b2230 }\n',
  },
});
