import { rule } from '../rule.js';

/** Found by looking at the parsed deck. */
export const headingMissing = rule('heading-missing', {
  group: 'slides',
  severity: 'warning',
  needs: 'text',
  style: true,
  what: 'A slide without a heading. Blank slides need none.',
  why: 'It has no name in the table of contents, the bookmarks and the speaker’s list, and a screen reader announces nothing.',
  wrong: `## Ports

---

- One
- Two`,
  right: `## Ports

---

## Ships come later every year

- One
- Two`,
  check: ({ deck }) =>
    deck.slides
      .filter(({ title, layout, tokens }) => title === '' && layout !== 'blank' && tokens.length > 0)
      .map(({ number, place }) => ({
        message: `Slide ${number} has no heading.`,
        place,
        cure: 'Write one, `## What the slide claims`, or choose {layout=blank}.',
      })),
});
