import { rule } from '../rule.js';

/** Found where code is coloured. */
export const codeLanguage = rule('code-language', {
  group: 'writing',
  severity: 'warning',
  needs: 'text',
  what: 'A code block in a language that is not known.',
  why: 'It is shown without colours.',
  wrong: `## Ports

\`\`\`javscript
let ships = 1;
\`\`\``,
  right: `## Ports

\`\`\`javascript
let ships = 1;
\`\`\``,
});
