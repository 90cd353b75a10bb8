import { rule } from '../rule.js';

/** Found in the laid-out deck, by `measure/`. */
export const textContrast = rule('text-contrast', {
  group: 'look',
  severity: 'warning',
  needs: 'browser',
  style: true,
  what: 'Text that differs too little from what is really behind it: 4.5 : 1, or 3 : 1 from 24 px (bold: 18.7 px) up, as WCAG 2.2 has it. Pictures and gradients behind the text count.',
  why: 'A beamer in a bright room takes away half of what contrast there is.',
  wrong: `## Ports

<p style="color: #bbb">Counted in March</p>`,
  right: `## Ports

Counted in March`,
});
