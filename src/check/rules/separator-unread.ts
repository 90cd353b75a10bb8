import { rule } from '../rule.js';

/** Found where Markdown is parsed. */
export const separatorUnread = rule('separator-unread', {
  group: 'writing',
  severity: 'warning',
  needs: 'text',
  what: 'A line that looks like a separator and is none: other tools’ (`***`, `--`), an indented one, a dash of another kind.',
  why: 'It begins no slide, so that two slides become one.',
  wrong: `## Ports

***

## Ferries`,
  right: `## Ports

---

## Ferries`,
});
