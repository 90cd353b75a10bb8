import { rulesOf } from './rule.js';

/** What can be wrong with what people see. */
export const lookRules = rulesOf('look', {
  /** Found in the laid-out deck, by `measure/`. */
  overflow: {
    severity: 'error',
    needs: 'browser',
    what: 'What reaches beyond the stage or is cut off by a box of its own, in any edition, cut and step.',
    why: 'It is missing on the wall and in the PDF.',
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
    what: 'A text that lies over another text, or over a picture, and was not put there by a position of its own.',
    why: 'Neither can be read, on the wall or in the PDF.',
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
    what: 'Text smaller than 18 px of a stage of 1280 × 720, diagrams apart (`diagram-size`).',
    why: 'It is not read from the back row.',
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
    what: 'Text that differs too little from what is really behind it: 4.5 : 1, or 3 : 1 from 24 px (bold: 18.7 px) up, as WCAG 2.2 has it. Pictures and gradients behind the text count.',
    why: 'A beamer in a bright room takes away half of what contrast there is.',
    wrong: `## Ports

<p style="color: #bbb">Counted in March</p>`,
    right: `## Ports

Counted in March`,
  },
  'glyph-missing': {
    severity: 'warning',
    needs: 'text',
    what: 'Letters and signs that none of the theme’s fonts has, which hold Latin and Cyrillic. Where this machine has no font for them either, boxes stand in their place: in a deck for our theme letters are an error then.',
    why: 'Browsers take them from the system’s fonts: each machine shows another slide, and some show boxes.',
    wrong: '## Ports Ꮳ',
    right: '## Ports',
  },
  /** Found where a slide is rendered; said once a deck. */
  'icon-font': {
    severity: 'warning',
    needs: 'text',
    what: 'A sign of a font of icons, such as `<i class="fa fa-anchor">`, in a deck that does not have the font.',
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
    why: 'Who cannot see it does not know what it shows.',
    wrong: `## Ports

<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">`,
    right: `## Ports

<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="A quay">`,
  },
  /** Found where a student’s edition is rendered. */
  leak: {
    severity: 'error',
    needs: 'text',
    what: 'Text that is for the teacher only, an answer, notes or a `.teacher` block, and stands in what students get.',
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
