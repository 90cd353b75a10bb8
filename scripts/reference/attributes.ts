import { hues, layouts } from '../../src/model.js';

/** An attribute that authors write in braces. */
export interface AttributeHelp {
  /** As it is typed. */
  readonly name: string;
  /** What it may be; empty for a class. */
  readonly may: string;
  readonly does: string;
  /** A slide's Markdown, or more slides, that has it and is right. */
  readonly example: string;
}

const question = (braces: string): string =>
  `## When?\n\n::: question {${braces}}\n- [x] Now\n- [ ] Later\n\n::: answer\nNow.\n:::\n:::`;
const figure = (braces: string): string =>
  `## Paths\n\n\`\`\`mermaid {${braces}}\nflowchart LR\n  accTitle: Two\n  accDescr: One leads to two.\n  a --> b\n\`\`\``;

/** Attributes by what they stand behind. There is no schema for them: each example is compiled by a test. */
export const attributes: Readonly<Record<string, readonly AttributeHelp[]>> = {
  'On the heading of a slide': [
    {
      name: 'layout',
      may: layouts.join(', '),
      does: 'How the slide is composed. Without it the content decides.',
      example: '## A quay {layout=statement}',
    },
    {
      name: 'minutes',
      may: 'a number',
      does: 'How long the slide takes.',
      example: '## A quay {minutes=4}\n\nIt is open.',
    },
    {
      name: 'cut',
      may: 'a number of minutes',
      does: 'From which length on the slide belongs to the deck.',
      example: '# Ports\n\n---\n\n## A quay {cut=15}\n\nIt is open.',
    },
    { name: '#id', may: 'a word', does: 'What `#id` links to.', example: '## A quay {#quay}\n\nIt is open.' },
    {
      name: 'aliases',
      may: 'ids',
      does: 'Ids that the slide had before: links to them still lead to it.',
      example: '## A new quay {#quay aliases="old-quay pier"}\n\nIt is open.',
    },
    {
      name: '.teacher, .student',
      may: '',
      does: 'For whom the slide is.',
      example: '# Ports\n\n---\n\n## A quay {.teacher}\n\nIt is open.',
    },
    {
      name: 'background-color …',
      may: 'as in Reveal',
      does: 'The ground of the slide; Reveal’s other attributes too, with or without `data-`.',
      example: '## A quay {background-color="#123456"}\n\nIt is open.',
    },
  ],
  'On anything': [
    {
      name: '#id, .class',
      may: 'a word',
      does: 'A name for links and style rules.',
      example: '## A quay\n\nIt is [open]{.loud #open}.',
    },
    {
      name: '.teacher, .student',
      may: '',
      does: 'For whom it is.',
      example: '## A quay\n\nIt is [open]{.teacher} now.',
    },
    {
      name: '.fragment',
      may: '',
      does: 'Comes with a step, as in Reveal.',
      example: '## A quay\n\nIt is [open]{.fragment}.',
    },
    {
      name: 'lang',
      may: 'a language tag',
      does: 'The language of this part.',
      example: '## A quay\n\nIt is a [Hafen]{lang=de}.',
    },
    {
      name: `.${hues.join(', .')}`,
      may: '',
      does: 'A colour of the theme, on a column’s head in a table.',
      example: '## Ships\n\n| Port | Ships {.teal} |\n|---|---|\n| North | 12 |',
    },
  ],
  'On an item, paragraph, quotation, row or figure': [
    {
      name: '.official, .assessment, .contested',
      may: '',
      does: 'Whose word the claim is; readers see it beside the mark.',
      example: '## A quay\n\n- It is open [@lecturer] {.official}',
    },
    {
      name: 'asof',
      may: 'a year and month, such as 2024-02',
      does: 'When the claim was true; stands beside its mark. On a heading it holds for the slide.',
      example: '## A quay\n\n- It is open [@lecturer] {asof=2024-02}',
    },
    {
      name: '.term',
      may: '',
      does: 'Words in quotation marks that are no quotation: `["so-called"]{.term}`.',
      example: '## A quay\n\nA ["free port"]{.term} is open.',
    },
  ],
  'On a figure, picture or table': [
    {
      name: 'cite',
      may: '`key, ¶5`; also `inference` or `lecturer`',
      does: 'What it rests on.',
      example: figure('cite="lecturer"'),
    },
    { name: 'caption', may: 'a text', does: 'Stands below it.', example: figure('caption="Two places"') },
    { name: 'alt', may: 'a text', does: 'The text alternative.', example: figure('alt="One leads to two."') },
    { name: 'width', may: 'a percentage', does: 'How much of its place a figure takes.', example: figure('width=70%') },
    {
      name: 'caption, credit',
      may: 'a text',
      does: 'Of a picture in a paragraph of its own: what stands beside it, and whose it is.',
      example: '## A quay\n\n![A quay](quay.svg){caption="In May" credit="Ann Lee"}',
    },
    {
      name: 'focus',
      may: 'two shares, from the left and from the top',
      does: 'Which part of a picture stays in sight where it is cut.',
      example: '## A quay {layout=photo}\n\n![A quay](quay.svg){focus="30% 20%"}',
    },
    {
      name: '.decorative',
      may: '',
      does: 'A picture that says nothing.',
      example: '## A quay\n\n![](quay.svg){.decorative}',
    },
    {
      name: '.r-fit-text',
      may: '',
      does: 'A heading or paragraph as wide as its place.',
      example: '# Ports {.r-fit-text}',
    },
  ],
  'On a column': [
    {
      name: 'width',
      may: 'a percentage',
      does: 'How wide it is.',
      example: '## Two\n\n::: columns\n::: column {width=40%}\nOne\n:::\n::: column\nTwo\n:::\n:::',
    },
  ],
  'On `::: question`': [
    { name: 'choose', may: 'a number', does: 'How many choices to tick.', example: question('choose=1') },
    {
      name: 'lines',
      may: 'a number up to 40',
      does: 'How many lines the worksheet leaves.',
      example: '## When?\n\n::: question {lines=6}\nWhy then?\n\n::: answer\nBecause.\n:::\n:::',
    },
    { name: 'minutes', may: 'a number', does: 'How much time there is.', example: question('minutes=5') },
    {
      name: 'cite',
      may: '`key, ¶5`',
      does: 'What the right choices and the answer rest on.',
      example: question('cite="lecturer"'),
    },
    {
      name: 'answer',
      may: '`later`',
      does: 'The slide that asks again shows the answer.',
      example: `${question('#vote answer=later')}\n\n---\n\n## And now?\n\n::: question {again=vote}\n:::`,
    },
    {
      name: 'objective',
      may: 'ids of objectives',
      does: 'Which objectives the question serves.',
      example: `## What for\n\n::: objectives\n- Read a chart {#read}\n:::\n\n---\n\n${question('objective=read')}`,
    },
    {
      name: 'again',
      may: 'the id of a question',
      does: 'Asks that question once more.',
      example: `${question('#vote answer=later')}\n\n---\n\n## And now?\n\n::: question {again=vote}\n:::`,
    },
  ],
  'On a table': [
    {
      name: 'chart',
      may: 'bar, line, dot, slope, area',
      does: 'Draws the table; `unit`, `format`, `scale`, `focus`, `hues`, `sort` and `steps` may stand beside it.',
      example: '## Ships\n\n| port | ships |\n|---|--:|\n| North | 12 |\n| South | 9 |\n{chart=bar unit="ships"}',
    },
  ],
  'On a row of a table': [
    {
      name: '.focus',
      may: '',
      does: 'The row that the table is about: in bold, with a chip in the colour given beside it (`{.focus .blue}`) or in that of the actor it names.',
      example: '## Ships\n\n| port | ships |\n|---|--:|\n| North | 12 {.focus .blue} |\n| South | 9 |',
    },
    {
      name: '.total',
      may: '',
      does: 'A sum: in bold, below a rule.',
      example: '## Ships\n\n| port | ships |\n|---|--:|\n| North | 12 |\n| South | 9 |\n| Together | 21 {.total} |',
    },
  ],
  'On `::: coverage` and `::: paragraphs`': [
    {
      name: 'source',
      may: 'a key of `references.yaml`',
      does: 'The source whose paragraphs are shown.',
      example: '## Used\n\n::: coverage {source=ilvesson2021}\n:::',
    },
  ],
};

/** Blocks that mean something; any other name is a plain block with that class. */
export const blocks: readonly (readonly [name: string, does: string])[] = [
  ['columns, column', 'Columns beside each other.'],
  ['incremental, nonincremental', 'List items one by one, or all at once.'],
  ['notes', 'Speaker notes.'],
  ['likely-question', 'A question somebody may ask, and its answer; among the notes.'],
  ['handout', 'Prose for the papers.'],
  ['question, answer', 'A question and its answer.'],
  ['teacher, student', 'A part for one of them.'],
  ['sources', 'The references that the deck cites.'],
  ['coverage', 'The paragraphs of a source, and the slides that use them.'],
  ['paragraphs', 'The paragraphs of a source with their first words, to number one’s own copy by.'],
  ['since', 'What no longer holds of the cited sources, by day.'],
  [
    'callout-note',
    'A remark beside the argument; also `callout-tip`, `-important`, `-warning`, `-caution` and any other word.',
  ],
  ['qr', 'A QR code of the address in it, else of the deck’s own `url:`.'],
  ['objectives', 'What the hour is for, a list with ids; in the teacher’s handout and the key.'],
  ['ticket', 'What each student hands in at the end; on a paper of its own.'],
];
