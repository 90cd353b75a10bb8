import { rulesOf } from './rule.js';

const quay = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><path d="M0 2h4"/></svg>
`;

/** What can be wrong with what is written. */
export const writingRules = rulesOf('writing', {
  /** Found where a deck's files are read, and where those are looked up that its slides show. */
  'file-unread': {
    severity: 'error',
    needs: 'text',
    firm: true,
    what: 'A file that is not a regular file (a pipe, a socket, a device), or that is too large for its kind: 4 MB for a text (16 with pictures in it as data), 64 MB for a picture, 2 GB for a film.',
    why: 'Reading it would never end or take all memory, and the other decks would not be made.',
  },
  /** Found where blocks are parsed. */
  'unknown-directive': {
    severity: 'warning',
    needs: 'text',
    what: 'A block with an unknown name that is close to a known one.',
    why: 'It becomes a plain box: columns would not be columns, and students would see an answer.',
    wrong: `## Ports

::: colums
One
:::`,
    right: `## Ports

::: columns
One
:::`,
  },
  /** Found where the deck is parsed. */
  'marker-unread': {
    severity: 'error',
    needs: 'text',
    what: 'Something that looks like a mark for the teacher, an answer or notes, but cannot be read as one. `Note:` at the beginning of an item or a quotation is a warning, since every tool shows it.',
    why: 'Students would read what the mark should keep from them.',
    wrong: `## Ports

- Kalvik is the answer {.teachr}`,
    right: `## Ports

- Kalvik is the answer {.teacher}`,
  },
  /** Found where blocks are parsed. */
  'block-unclosed': {
    severity: 'error',
    needs: 'text',
    what: 'A block that is still open where the slide ends.',
    why: 'It also contains what follows, up to the next separator.',
    wrong: `## Ports

::: incremental
- One`,
    right: `## Ports

::: incremental
- One
:::`,
  },
  /** Found where blocks are parsed. */
  'block-surplus': {
    severity: 'error',
    needs: 'text',
    what: 'A closing `:::` where no block is open.',
    why: 'Most often the block was closed too early, and what follows is outside it.',
    wrong: `## Ports

One

:::`,
    right: `## Ports

One`,
  },
  /** Found where blocks are parsed. */
  'block-attributes': {
    severity: 'warning',
    needs: 'text',
    what: 'Words after a block’s name that are no attributes.',
    why: 'They are left out.',
    wrong: `## Ports

::: columns wide
One
:::`,
    right: `## Ports

::: columns {.wide}
One
:::`,
  },
  /** Found where Markdown is parsed. */
  nesting: {
    severity: 'error',
    needs: 'text',
    what: 'Lists, quotations or blocks that are nested too deep. What lies deeper is left out.',
    why: 'Text would be lost.',
    wrong: `## Ports

> > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > One`,
    right: `## Ports

> One`,
  },
  /** Found where Markdown is parsed. */
  'fence-unclosed': {
    severity: 'error',
    needs: 'text',
    what: 'A code block that is never closed.',
    why: 'What follows becomes code: the rest of its slide, and in other tools all slides after it.',
    wrong: `## Ports

\`\`\`js
let ships = 1;`,
    right: `## Ports

\`\`\`js
let ships = 1;
\`\`\``,
  },
  /** Found where Markdown is parsed. */
  'comment-unclosed': {
    severity: 'error',
    needs: 'text',
    what: 'A comment that is never closed.',
    why: 'Everything after it becomes part of the comment.',
    wrong: `## Ports

<!-- to do

One`,
    right: `## Ports

<!-- to do -->

One`,
  },
  /** Found where Markdown is parsed. */
  'separator-in-html': {
    severity: 'error',
    needs: 'text',
    what: 'Raw HTML that is still open where a separator ends its slide.',
    why: 'What was meant to stand in it is on the next slide.',
    wrong: `## Ports

<div>
---
</div>`,
    right: `## Ports

<div>
</div>

---`,
  },
  /** Found where Markdown is parsed. */
  'separator-unread': {
    severity: 'warning',
    needs: 'text',
    what: 'A line that looks like a separator but is none: one of another tool (`***`, `--`), an indented one, a dash of another kind.',
    why: 'No slide begins there, so two slides become one.',
    wrong: `## Ports

***

## Ferries`,
    right: `## Ports

---

## Ferries`,
  },
  /** Found where Markdown is parsed. */
  'markdown-in-html': {
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
  },
  /** Found where Markdown is parsed. */
  'markup-slip': {
    severity: 'warning',
    needs: 'text',
    what: 'Markdown that misses a character or stands in the wrong place: `##Words`, `[^1]` without its footnote, `$$` that is not closed, `![…]()`, attributes before a heading’s words, `{cut=15}` on a block, two voices on one claim.',
    why: 'It is shown as it was typed, or does nothing.',
    wrong: `## Ports

##Ferries

Counted in March[^1]`,
    right: `## Ports

### Ferries

Counted in March[^1]

[^1]: By the harbour office`,
  },
  /** Found where Markdown is parsed. */
  'foreign-notes': {
    severity: 'error',
    needs: 'text',
    what: 'Speaker notes in the form of another tool, which Pilcrow does not read: `\\note{…}`, `%%…%%`, comments in a deck for Marp or Slidev.',
    why: 'The audience would read it, or the speaker would miss it.',
    wrong: `## Ports

Gdynia and Riga

%%do not name Tallinn%%`,
    right: `## Ports

Gdynia and Riga

Note:
Do not name Tallinn`,
  },
  /** Found where Markdown is parsed. */
  'foreign-syntax': {
    severity: 'warning',
    needs: 'text',
    what: 'Syntax of Marp, Slidev, Quarto, Pandoc, LaTeX, Obsidian, remark or Deckset that Pilcrow does not read. Each kind is reported once.',
    why: 'The audience sees it as it was typed, or it does nothing.',
    wrong: `## Ports

The ==oldest== of them, see [[Gdynia]]`,
    right: `## Ports

The <mark>oldest</mark> of them, see [Gdynia](#gdynia)

---

## Gdynia`,
  },
  /** Found where the deck is parsed. */
  undivided: {
    severity: 'warning',
    needs: 'text',
    what: 'A text with many headings and nothing that divides it into slides.',
    why: 'Pandoc begins a slide at each heading. Here a line `---` does, or `slide-level` in the front matter.',
    wrong: `---
title: Ports
lang: en
---

# Gdynia

# Tallinn

# Turku

# Riga
`,
    right: `---
title: Ports
lang: en
slide-level: 1
---

# Gdynia

# Tallinn

# Turku

# Riga
`,
  },
  /** Found where a slide’s attributes are read. */
  'unknown-layout': {
    severity: 'error',
    needs: 'text',
    what: 'A layout that does not exist. The message names the nearest.',
    why: 'The content decides the layout instead, and it may be another than you meant.',
    wrong: '## Ports {layout=statment}',
    right: '## Ports {layout=statement}',
  },
  /** Found where a slide’s attributes are read. */
  'slide-value': {
    severity: 'error',
    needs: 'text',
    what: 'A slide’s `minutes` or `cut` that is no number of minutes, or a slide marked for both audiences.',
    why: 'The slide would be in the wrong length, or reach the wrong reader.',
    wrong: '## Ports {minutes=soon}',
    right: '## Ports {minutes=3}',
  },
  /** Found where ids are given out, and for raw HTML where the deck is rendered. */
  'duplicate-id': {
    severity: 'error',
    needs: 'text',
    what: 'An id that is used twice.',
    why: 'Links and steps lead to the first of them only.',
    wrong: `## Ports {#ports}

---

## Ships {#ports}`,
    right: `## Ports {#ports}

---

## Ships {#ships}`,
  },
  /** Found where footnotes are parsed. */
  'footnote-unused': {
    severity: 'warning',
    needs: 'text',
    what: 'A footnote that nothing refers to.',
    why: 'It is shown nowhere.',
    wrong: `## Ports

One

[^1]: Counted in March`,
    right: `## Ports

One[^1]

[^1]: Counted in March`,
  },
  /** Found where abbreviations are parsed. */
  'abbreviation-twice': {
    severity: 'warning',
    needs: 'text',
    what: 'An abbreviation with two different explanations.',
    why: 'Only the first explanation is shown.',
    wrong: `## Ports

*[CTA]: Coastal Traffic Authority
*[CTA]: Central Tug Agency`,
    right: `## Ports

*[CTA]: Coastal Traffic Authority`,
  },
  /** Found where code is coloured. */
  'code-language': {
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
  },
  /** Found where formulas are set. */
  formula: {
    severity: 'error',
    needs: 'text',
    what: 'A formula that cannot be read, or a sign in it that the fonts for formulas lack.',
    why: 'It is shown as code, or in another typeface.',
    wrong: `## Ports

$\\frac{1$`,
    right: `## Ports

$\\frac{1}{2}$`,
  },
  /** Found where tables drawn with characters are parsed. */
  table: {
    severity: 'warning',
    needs: 'text',
    what: 'A table that cannot be read as one, or a row with more cells than its table has columns.',
    why: 'It is shown as typed, and its rows are not checked as claims. Cells beyond the last column are not shown.',
    wrong: `## Ports

+-------+------+
| Place | Year |
+=======+======+
| Riga | 1201  |
+-------+-----+`,
    right: `## Ports

+-------+------+
| Place | Year |
+=======+======+
| Riga  | 1201 |
+-------+------+`,
  },
  /** Found where links are written. */
  'link-broken': {
    severity: 'error',
    needs: 'text',
    what: 'A link to a slide, an element or a file that is not there.',
    why: 'Whoever follows it during the talk arrives nowhere.',
    wrong: `## Ports {#ports}

[back](#harbours)`,
    right: `## Ports {#ports}

[back](#ports)`,
  },
  /** Found where QR codes are drawn. */
  'qr-address': {
    severity: 'error',
    needs: 'text',
    what: 'A `::: qr` without an address, or with one that is too long for a code that a phone can read.',
    why: 'There is nothing to draw, and who points a phone at the slide arrives nowhere.',
    wrong: `## Ports

::: qr
Our form
:::`,
    right: `## Ports

::: qr
<https://example.org/form>
:::`,
  },
  /** Found where an edition’s files are looked up; that one holds no picture, in the laid-out deck. */
  'photo-slide': {
    severity: 'error',
    needs: 'text',
    what: 'A slide with `layout=photo` that has no picture, or more than its heading and one picture.',
    why: 'The picture fills the slide, and words would lie on it. The slide is set as one with a figure.',
    wrong: {
      'deck.md': `## Ice closes the harbour {layout=photo}

![Ice at the quay](quay.svg)

- It comes in January
`,
      'quay.svg': quay,
    },
    right: {
      'deck.md': `## Ice closes the harbour in January {layout=photo}

![Ice at the quay](quay.svg)
`,
      'quay.svg': quay,
    },
  },
  'picture-caption': {
    severity: 'warning',
    needs: 'text',
    what: 'A picture in a line of text that has a caption.',
    why: 'A caption has no place there, and is not shown.',
    wrong: {
      'deck.md': `## Ice

The quay ![](quay.svg){.decorative caption="The quay in May"} is closed
`,
      'quay.svg': quay,
    },
    right: {
      'deck.md': `## Ice

![Ice at the quay](quay.svg){caption="The quay in May"}
`,
      'quay.svg': quay,
    },
  },
  'picture-focus': {
    severity: 'warning',
    needs: 'text',
    what: 'A `focus` that is not two shares of the picture.',
    why: 'Where the picture is cut, its middle stays in sight, which may not be what the slide is about.',
    wrong: {
      'deck.md': `## Ice

![Ice at the quay](quay.svg){focus=left}
`,
      'quay.svg': quay,
    },
    right: {
      'deck.md': `## Ice

![Ice at the quay](quay.svg){focus="20% 50%"}
`,
      'quay.svg': quay,
    },
  },
  /** Found where copies of pictures are made. */
  'picture-place': {
    severity: 'note',
    needs: 'browser',
    what: 'A picture whose EXIF or XMP data say where it was taken.',
    why: 'Who gets the picture could find the place, of a home or of a witness. The copies that outputs have say nothing of it; the file itself still does.',
  },
  'drawing-hides': {
    severity: 'warning',
    needs: 'text',
    what: 'Words in an SVG file that one of its elements hides by `display`, `visibility` or `opacity`, such as a layer that is switched off.',
    why: 'They stand in every file that shows the drawing, a student’s too.',
    wrong: {
      'deck.md': `## Ports

![A quay](quay.svg)`,
      'quay.svg':
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><g style="display:none"><text>12 metres</text></g></svg>',
    },
    right: {
      'deck.md': `## Ports

![A quay](quay.svg)`,
      'quay.svg':
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><g class="teacher"><text>12 metres</text></g></svg>',
    },
  },
  'picture-damaged': {
    severity: 'warning',
    needs: 'browser',
    what: 'A picture file that ends too early or is damaged within.',
    why: 'A browser may show the upper half of it, and grey below.',
  },
  'image-missing': {
    severity: 'error',
    needs: 'text',
    what: 'A picture, film, sound or background that is not beside the deck, whose name has other capitals, or whose file holds no picture; also what a drawing takes from other files.',
    why: 'The slide shows a broken picture, or nothing.',
    wrong: `## Ports

![A quay](quay.svg)`,
    right: {
      'deck.md': `## Ports

![A quay](quay.svg)
`,
      'quay.svg': `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><path d="M0 2h4"/></svg>
`,
    },
  },
  /** Found where the files of an edition are looked up, and in the slides’ own SVG. */
  'image-costly': {
    severity: 'error',
    needs: 'text',
    firm: true,
    what: 'An SVG picture whose `<use>` elements draw each other more than 100,000 times, or without end.',
    why: 'A browser would draw it for minutes or hours, so it is left out.',
  },
  /** Found where slides, settings and style sheets name addresses, and where the deck is shown. */
  'remote-resource': {
    severity: 'warning',
    needs: 'text',
    what: 'A picture, script, style or frame that lies on another host.',
    why: 'Outputs ask the network for nothing: a room may have none, and nobody should count your readers. A box names what was left out.',
    wrong: `## Ports

![A quay](https://example.org/quay.jpg)`,
    right: `## Ports

[The quay](https://example.org/quay.jpg)`,
  },
  /** Found where raw HTML is tamed. */
  'raw-script': {
    severity: 'warning',
    needs: 'text',
    what: 'A script, an event attribute or a `javascript:` link in a slide. It is left out.',
    why: 'All scripts of a deck are named in one place: `scripts:` in the front matter.',
    wrong: `## Ports

<p onclick="next()">One</p>`,
    right: `## Ports

<p>One</p>`,
  },
  /** Found where a deck that is not trusted is read and tamed. */
  untrusted: {
    severity: 'warning',
    needs: 'text',
    firm: true,
    what: 'With `--untrusted`: something that could run, change styles, send data, embed a page, or lies outside the deck’s folder. It is left out.',
    why: 'You should know what your readers do not get.',
  },
  /** Found where the deck is shown. */
  'script-failed': {
    severity: 'warning',
    needs: 'browser',
    what: 'A script of the deck that fails while the deck is shown.',
    why: 'What it should do is not done.',
    wrong: {
      'deck.md': `---
lang: en
scripts: ships.js
---

# Ports
`,
      'ships.js': `missing();
`,
    },
    right: {
      'deck.md': `---
lang: en
scripts: ships.js
---

# Ports
`,
      'ships.js': `let ships = 1;
`,
    },
  },
  /** Found where a deck is written. */
  'changed-meanwhile': {
    severity: 'error',
    needs: 'browser',
    firm: true,
    what: 'A file that was changed or removed while the deck was made from it.',
    why: 'The site would show one state of the deck and the PDF another. The deck is not written; run the command again.',
  },
  /** Found where the deck is shown. */
  'deck-not-ready': {
    severity: 'error',
    needs: 'browser',
    firm: true,
    what: 'A deck whose page does not finish loading: one of its scripts stops it, or a picture is too much for the browser.',
    why: 'It cannot be measured or printed.',
  },
  /** Found where a PDF is read again. */
  'pdf-mismatch': {
    severity: 'error',
    needs: 'browser',
    firm: true,
    what: 'A PDF whose pages or words differ from the slides when it is read again.',
    why: 'You would hand it out with a slide missing.',
  },
  'as-of-date': {
    severity: 'error',
    needs: 'text',
    what: 'An `asof` that is not a year, month or day.',
    why: 'Readers would not know when the claim was true.',
    wrong: '## Ports {asof=spring}',
    right: '## Ports {asof=2024-02}',
  },
});
