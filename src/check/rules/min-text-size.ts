import { rule } from '../rule.js';

/** Found in the laid-out deck, by `measure/`. */
export const minTextSize = rule('min-text-size', {
  group: 'look',
  severity: 'warning',
  needs: 'browser',
  style: true,
  what: 'Text smaller than 18 px of a stage of 1280 × 720, diagrams apart (`diagram-size`).',
  why: 'It is not read from the back row.',
  wrong: `## Ports

<p style="font-size: 12px">Counted in March</p>`,
  right: `## Ports

Counted in March`,
});
