/**
 * Front matter of other tools that chooses what Pilcrow does by itself or not at all: accepted, and said to have no effect. A key
 * that nobody could mistake for one of ours, with the reason.
 */
export const withoutEffect: Readonly<Record<string, string>> = {
  // reveal-md
  highlightTheme: 'code takes its colours from the theme',
  preprocessor: 'no program of the deck is run while it is compiled',
  template: 'the page is written by the tool',
  listingTemplate: 'the list of decks is written by the tool',
  absoluteUrl: 'outputs hold relative addresses only',
  assetsDir: 'assets are placed by the tool',
  favicon: 'outputs have no icon',
  // Pandoc
  abstract: 'no output shows it',
  aspectratio: 'the stage is 16:9',
  'header-includes': 'the page is written by the tool',
  institute: 'no output shows it; `course:` stands on the covers of papers',
  keywords: 'no output shows them',
  'link-citations': 'a citation always leads to its evidence',
  'revealjs-url': 'Reveal is part of what is made',
  toc: 'slides with a heading `#` alone list the parts of the talk',
  // Marp
  backgroundColor: 'a slide has it in its braces, `{background-color="#fff"}`',
  backgroundImage: 'a slide has it in its braces, `{background-image="picture.jpg"}`',
  class: 'a slide has classes in its braces, `{.name}`',
  color: 'a `style.css` beside the deck has it',
  footer: 'the foot of a slide names its sources',
  header: 'the head of a slide names its part of the talk',
  headingDivider: '`slide-level:` divides at headings',
  math: 'formulas are always drawn',
  paginate: 'slides are always numbered',
  size: 'the stage is 16:9',
  style: 'a `style.css` beside the deck has it',
};

/** What takes the place of a key that somebody will miss. */
export const insteadOf: Readonly<Record<string, { readonly message: string; readonly cure: string }>> = {
  bibliography: {
    message: '`bibliography` is no setting: references are read from `references.yaml` beside the deck.',
    cure: 'Name a file in CSL-YAML or CSL-JSON so, or make one with `pandoc refs.bib -t csljson -o references.yaml`.',
  },
  incremental: {
    message: '`incremental` is no setting: lists are shown at once.',
    cure: 'Write `::: incremental` around a list that comes item by item.',
  },
  marp: {
    message: 'The deck is written for Marp: its comments with settings and its `![bg]` pictures mean nothing here.',
    cure: 'Write backgrounds into a heading’s braces, `{background-image="picture.jpg"}`, and notes below a line `Note:`.',
  },
};
