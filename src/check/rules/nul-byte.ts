import { rule } from '../rule.js';

/** Found where the Markdown is parsed. */
export const nulByte = rule('nul-byte', {
  group: 'settings',
  severity: 'error',
  needs: 'text',
  what: 'A NUL byte in the text.',
  why: 'Markdown replaces it by another sign; the file is damaged or is no text.',
  wrong: `# Ports\0`,
  right: '# Ports',
});
