import { rule } from '../rule.js';

/** Found where Markdown is parsed. */
export const foreignSyntax = rule('foreign-syntax', {
  group: 'writing',
  severity: 'warning',
  needs: 'text',
  what: 'What Marp, Slidev, Quarto, Pandoc, LaTeX, Obsidian, remark or Deckset read and Pilcrow does not; each kind once.',
  why: 'The room reads it as it was typed, or it does nothing.',
  wrong: `## Ports

The ==oldest== of them, see [[Gdynia]]`,
  right: `## Ports

The <mark>oldest</mark> of them, see [Gdynia](#gdynia)

---

## Gdynia`,
});
