import { rule } from '../rule.js';

/** Found where Markdown is parsed. */
export const markdownInHtml = rule('markdown-in-html', {
  group: 'writing',
  severity: 'warning',
  needs: 'text',
  what: 'A code block that begins inside raw HTML.',
  why: 'Raw HTML reaches to the next blank line, and Markdown in it is shown as it was typed.',
  wrong: `## Ports

<div>
\`\`\`js
let ships = 1;
\`\`\`
</div>`,
  right: `## Ports

<div>

\`\`\`js
let ships = 1;
\`\`\`

</div>`,
});
