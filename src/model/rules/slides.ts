import { rulesOf } from './rule.js';

/** What can be wrong with slides and questions. */
export const slidesRules = rulesOf('slides', {
  /** Found where the single file is composed. */
  'file-left-out': {
    severity: 'warning',
    needs: 'browser',
    what: 'A film or picture that does not fit into the single file and the PDFs, which hold 64 MB together.',
    why: 'Only the site shows it. In the single file its place is empty.',
  },
  /** Found where slides are laid out for print. */
  'film-unseen': {
    severity: 'warning',
    needs: 'browser',
    what: 'A film without a poster that the printing browser cannot show: its file is damaged, or its kind (often H.264) is not free.',
    why: 'Of other films the PDFs show the first frame; of this one they show an empty frame, or the colour of the slide.',
  },
  /** Found where a site is built over an earlier one. */
  'address-changed': {
    severity: 'warning',
    needs: 'site',
    what: 'A slide that has another address than in the site that `build` made before, so that links to it lead nowhere. A deck with `url:` says so until the old address leads to the slide again, another deck once.',
    why: 'An id is made of the heading, and changes with it. Who opens a shared link gets the first slide. A slide that was removed is not reported.',
  },
  'empty-slide': {
    severity: 'warning',
    needs: 'text',
    what: 'A slide with nothing on it. One with a background, a class or another attribute is meant to be empty.',
    why: 'The audience sees an empty page. Most often a separator stands there twice, or the slide’s text was read as notes.',
    wrong: `## Ports

---

---

## Ferries`,
    right: `## Ports

---

## Ferries`,
  },
  'stack-hidden': {
    severity: 'note',
    needs: 'text',
    what: 'An `r-stack` whose layers leave one after the other.',
    why: 'They stand in one place, so a page shows one of them. On the screen all are seen, in PDFs and papers the last.',
    wrong: `## Tide

<div class="r-stack">
<p class="fragment fade-out">Low water</p>
<p class="fragment">High water</p>
</div>`,
    right: `## Tide

- Low water
- High water`,
  },
  'heading-missing': {
    severity: 'warning',
    needs: 'text',
    style: true,
    what: 'A slide without a heading. Blank slides need none.',
    why: 'It has no name in the table of contents, the bookmarks and the list of slides, and a screen reader announces nothing.',
    wrong: `## Ports

---

- One
- Two`,
    right: `## Ports

---

## Ships come later every year

- One
- Two`,
  },
  'heading-order': {
    severity: 'warning',
    needs: 'text',
    style: true,
    what: 'A heading more than one level below the heading before it on its slide, or a slide that begins below the second level.',
    why: 'People who listen to a page go from heading to heading. A missing level sounds like a missing part.',
    wrong: `## Ports

#### Kalvik`,
    right: `## Ports

### Kalvik`,
  },
  /** Found in the laid-out deck, by `measure/`. */
  'heading-length': {
    severity: 'warning',
    needs: 'browser',
    style: true,
    what: 'A heading of more than two lines above other content. Title, section and statement slides may have longer ones.',
    why: 'A heading is one sentence that claims something; what does not fit into two lines belongs below it.',
    wrong: `## Ships that come late in winter wait longer at the outer quay than ships that come early, and never leave before all others have left the harbour

- Pilots are few
- Ice comes and goes
- Insurers wait`,
    right: `## Ships that come late in winter wait longer

- Pilots are few
- Ice comes and goes
- Insurers wait`,
  },
  'words-per-slide': {
    severity: 'warning',
    needs: 'text',
    style: true,
    what: 'More than forty words below a slide’s heading. Headings of columns and tables, numbers in tables, captions, labels of diagrams, code, citations, footnotes and what only the teacher gets do not count, nor do title, question and source slides.',
    why: 'The audience reads or listens; forty words are what it reads while it listens.',
    wrong: `## Ports

The harbour master says that ships which arrive late in winter wait longer than all others, that pilots are few, that the ice comes and goes, that nobody knows why, and that insurers, who know it least of all, ask the highest price for it.`,
    right: `## Ports

- Ships that arrive late wait longer
- Pilots are few in winter`,
  },
  unfinished: {
    severity: 'warning',
    needs: 'text',
    what: 'A deck marked `unfinished: true`, and a heading `…` that is still to be written.',
    why: 'A draft that is made from a source has its open points, and is handed out by mistake.',
    wrong: `## …

> The port opened in autumn`,
    right: `## The port opened late

> The port opened in autumn`,
  },
  'duplicate-title': {
    severity: 'warning',
    needs: 'text',
    style: true,
    what: 'Two slides with the same heading, unless one is for students and one for the teacher.',
    why: 'Nobody can tell them apart in the table of contents and the bookmarks, and a claim made twice is one slide too many.',
    wrong: `## Ports

---

## Ports`,
    right: `## Ports grow

---

## Ports shrink`,
  },
  'abbreviation-undefined': {
    severity: 'warning',
    needs: 'text',
    style: true,
    what: 'A word of three or more capitals that the deck does not spell out, in a deck that spells out others. Roman numerals, shouted lines, names of actors, what stands in brackets behind its long form, and what everybody knows (PDF, USA) are left alone.',
    why: 'People who do not know it stop listening.',
    wrong: `## The CTA and the BBC agree

*[CTA]: Coastal Traffic Authority`,
    right: `## The CTA and the BBC agree

*[CTA]: Coastal Traffic Authority
*[BBC]: Baltic Berth Convention`,
  },
  timing: {
    severity: 'warning',
    needs: 'text',
    style: true,
    what: 'Slides whose minutes add up to more than the deck’s length, in any of its cuts; or, where every slide has its minutes, to less than three quarters of it; and a slide whose notes have more words than its minutes hold at 150 a minute.',
    why: 'The talk would not end on time.',
    wrong: `---
lang: en
minutes: 10
---

# Ports {minutes=2}

---

## Ships {minutes=9}`,
    right: `---
lang: en
minutes: 10
---

# Ports {minutes=2}

---

## Ships {minutes=8}`,
  },
  'notes-missing': {
    severity: 'note',
    needs: 'text',
    style: true,
    what: 'A slide without speaker notes in a deck that has notes. Title, section, question, source and blank slides need none.',
    why: 'Whoever gives the talk again, or in your place, does not know what to say.',
    wrong: `## Ports

Note:
Say why.

---

## Ships`,
    right: `## Ports

Note:
Say why.

---

## Ships

Note:
Say how many.`,
  },
  'question-again': {
    severity: 'error',
    needs: 'text',
    what: 'A second question (`again=`) that repeats no earlier question or has choices of its own; an answer that is kept for later and never shown.',
    why: 'The second vote would be on another question than the first, or the first would give its answer away.',
    wrong: `## Which is the port? {layout=question}

::: question {#vote answer=later}
- [x] Kalvik
- [ ] Sola
:::

---

## Which is it now? {layout=question}

::: question {again=vot}
:::`,
    right: `## Which is the port? {layout=question}

::: question {#vote answer=later}
- [x] Kalvik
- [ ] Sola
:::

---

## Which is it now? {layout=question}

::: question {again=vote}
:::`,
  },
  'question-answer-missing': {
    severity: 'warning',
    needs: 'text',
    style: true,
    what: 'A question without a right answer: none of its choices is marked, or an open one has no `::: answer`.',
    why: 'The teacher’s key would be empty.',
    wrong: `## Which of these are ports? {layout=question}

::: question
- [ ] Kalvik
- [ ] Sola
:::`,
    right: `## Which of these are ports? {layout=question}

::: question
- [x] Kalvik
- [ ] Sola
:::`,
  },
  'question-answer-outside': {
    severity: 'error',
    needs: 'text',
    what: 'An answer outside any question.',
    why: 'The key cannot say what it answers.',
    wrong: `## Ports

::: answer
Kalvik
:::`,
    right: `## Which is the port? {layout=question}

::: question
Name it.

::: answer
Kalvik
:::
:::`,
  },
  'question-attributes': {
    severity: 'error',
    needs: 'text',
    what: 'A number on a question that makes no sense, an item without a box beside items with one, a question without words.',
    why: 'The worksheet cannot be set from it.',
    wrong: `## Which of these is a port? {layout=question}

::: question {choose=2}
- [x] Kalvik
- [ ] Sola
:::`,
    right: `## Which of these is a port? {layout=question}

::: question {choose=1}
- [x] Kalvik
- [ ] Sola
:::`,
  },
  'question-choices': {
    severity: 'warning',
    needs: 'text',
    style: true,
    what: 'A question with a single choice, with the same choice twice, or with two right ones where its words ask for one.',
    why: 'Students cannot answer it, or lose points for a right answer.',
    wrong: `## Which one of these is a port? {layout=question}

::: question
- [x] Kalvik
- [x] Lindhamn
:::`,
    right: `## Which one of these is a port? {layout=question}

::: question
- [x] Kalvik
- [ ] Sola
:::`,
  },
  /** Found where the worksheet is written. */
  'question-objective': {
    severity: 'error',
    needs: 'text',
    what: 'A question that names an objective which is not listed; as a warning, in a deck with objectives, a question that serves none, and an objective that no question serves.',
    why: 'The teacher’s handout says which question serves which objective.',
    wrong: `## What you can do in the end

::: objectives
- Read a chart {#read}
:::

---

## Which is the port? {layout=question}

::: question {objective=raed}
- [x] Kalvik
- [ ] Sola
:::`,
    right: `## What you can do in the end

::: objectives
- Read a chart {#read}
:::

---

## Which is the port? {layout=question}

::: question {objective=read}
- [x] Kalvik
- [ ] Sola
:::`,
  },
  'no-questions': {
    severity: 'note',
    needs: 'text',
    what: 'A worksheet, a key or a quiz is asked for, but the students’ version has no question.',
    why: 'Pilcrow makes no empty paper.',
  },
  'quiz-question': {
    severity: 'note',
    needs: 'text',
    what: 'A question that `export --to quiz` cannot give to learning platforms as it is: none of its choices is right, or more than twenty are.',
    why: 'It is in the quiz all the same, in another form.',
  },
});
