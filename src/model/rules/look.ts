import { rulesOf } from './rule.js';

/** What can be wrong with what people see. */
export const lookRules = rulesOf('look', {
  /** Found in the laid-out deck, by `measure/`. */
  overflow: {
    severity: 'error',
    needs: 'browser',
    what: 'Content that reaches beyond the stage, or that its own box cuts off, in any edition, length and step.',
    why: 'The audience does not see it, and the PDF does not have it.',
    wrong: `## Ports

- Ship number 1 is late
- Ship number 2 is late
- Ship number 3 is late
- Ship number 4 is late
- Ship number 5 is late
- Ship number 6 is late
- Ship number 7 is late
- Ship number 8 is late
- Ship number 9 is late
- Ship number 10 is late
- Ship number 11 is late
- Ship number 12 is late
- Ship number 13 is late
- Ship number 14 is late
- Ship number 15 is late
- Ship number 16 is late
- Ship number 17 is late
- Ship number 18 is late`,
    right: `## Ports

- One ship is late
- Two ships are early`,
  },
  /** Found in the laid-out deck, by `measure/`. */
  overlap: {
    severity: 'error',
    needs: 'browser',
    what: 'A text that lies over another text or a picture, and that its author did not place there.',
    why: 'It cannot be read, on the wall or in the PDF.',
    wrong: `## Ports

<p>The harbour was built in the year of the flood</p>

<p style="margin-top: -70px">Ships wait at its quay</p>`,
    right: `## Ports

The harbour was built in the year of the flood

Ships wait at its quay`,
  },
  /** Found in the laid-out deck, by `measure/`. */
  'min-text-size': {
    severity: 'warning',
    needs: 'browser',
    style: true,
    what: 'Text smaller than 18 px on a stage of 1280 × 720. Diagrams have a rule of their own (`diagram-size`).',
    why: 'It cannot be read from the back row.',
    wrong: `## Ports

<p style="font-size: 12px">Counted in March</p>`,
    right: `## Ports

Counted in March`,
  },
  /** Found in the laid-out deck, by `measure/`. */
  'text-contrast': {
    severity: 'warning',
    needs: 'browser',
    style: true,
    what: 'Text with too little contrast to what lies behind it: less than 4.5 : 1, or 3 : 1 from 24 px (bold: 18.7 px) up, as in WCAG 2.2. Pictures and gradients behind the text count.',
    why: 'A projector in a bright room takes away half of the contrast.',
    wrong: `## Ports

<p style="color: #bbb">Counted in March</p>`,
    right: `## Ports

Counted in March`,
  },
  'glyph-missing': {
    severity: 'warning',
    needs: 'text',
    what: 'Letters and signs that the theme’s fonts lack; they have Latin and Cyrillic. Where this machine has no font for them either, boxes are shown: then letters are an error in a deck for our theme.',
    why: 'Browsers take them from the system’s fonts, so each machine shows another slide, and some show boxes.',
    wrong: '## Ports Ꮳ',
    right: '## Ports',
  },
  'brand-letters': {
    severity: 'warning',
    needs: 'text',
    what: 'Letters that a font of the brand lacks and the deck shows. They stand in the theme’s own font.',
    why: 'A word in two fonts looks like a slip.',
  },
  /** Found where a slide is rendered; said once a deck. */
  'icon-font': {
    severity: 'warning',
    needs: 'text',
    what: 'A sign of an icon font, such as `<i class="fa fa-anchor">`, in a deck without that font.',
    why: 'The place stays empty, or shows the name of the sign.',
    wrong: `## Ports

<i class="fa fa-anchor"></i> Gdynia`,
    right: `## Ports

Gdynia`,
  },
  /** Found where pictures are rendered. */
  'alt-text': {
    severity: 'error',
    needs: 'text',
    what: 'A picture without a text alternative.',
    why: 'People who cannot see it do not know what it shows.',
    wrong: `## Ports

<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">`,
    right: `## Ports

<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="A quay">`,
  },
  /** Found where a student’s edition is rendered. */
  leak: {
    severity: 'error',
    needs: 'text',
    what: 'Text that is only for the teacher (an answer, notes, a `.teacher` block) and stands in what students get.',
    why: 'They would read the answer before the question is asked.',
    wrong: `## Why does the port stay? {layout=question}

::: question
Why?

::: answer
Because the insurers lower their premiums after two quiet winters
:::
:::

---

## Two winters

- Because the insurers lower their premiums after two quiet winters`,
    right: `## Why does the port stay? {layout=question}

::: question
Why?

::: answer
Because the insurers lower their premiums after two quiet winters
:::
:::

---

## Two winters

- Premiums fall`,
  },
});
