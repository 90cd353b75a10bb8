import type { ForeignTool } from '../model/settings.js';

/** Settings that only one tool has. */
const telling: Readonly<Record<ForeignTool, readonly string[]>> = {
  marp: ['marp', 'headingDivider', 'paginate'],
  slidev: [
    'mdc',
    'drawings',
    'highlighter',
    'colorSchema',
    'routerMode',
    'themeConfig',
    'monaco',
    'twoslash',
    'clicks',
  ],
  quarto: ['format', 'execute', 'engine', 'jupyter', 'knitr'],
  obsidian: ['cssclass', 'cssclasses'],
};

/** The tool a setting tells of; undefined for all that several have. */
export function toolOf(setting: string): ForeignTool | undefined {
  const tools = Object.keys(telling) as readonly ForeignTool[];
  return tools.find((tool) => telling[tool].includes(setting));
}

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
  favicon: 'outputs have an icon of their own',
  host: '`dev` is reached from this machine only',
  port: '`dev --port` has it',
  watch: '`dev` shows a saved slide by itself',
  static: '`build` writes a site',
  print: '`export` prints',
  disableAutoOpen: '`dev` opens no window by itself',
  puppeteerLaunchArgs: 'the browser is started by the tool',
  // Pandoc and Quarto
  abstract: 'no output shows it',
  aspectratio: 'the stage is 16:9',
  'header-includes': 'the page is written by the tool',
  institute: 'no output shows it; `course:` stands on the covers of papers',
  keywords: 'no output shows them',
  'link-citations': 'a citation always leads to its evidence',
  'revealjs-url': 'Reveal is part of what is made',
  toc: 'slides with a heading `#` alone list the parts of the talk',
  'toc-title': 'slides with a heading `#` alone list the parts of the talk',
  'toc-depth': 'slides with a heading `#` alone list the parts of the talk',
  editor: 'it is for another program',
  execute: 'code is shown and not run',
  engine: 'code is shown and not run',
  jupyter: 'code is shown and not run',
  knitr: 'code is shown and not run',
  output: '`export --to` names what is made',
  'pdf-engine': 'the browser prints',
  'number-sections': 'parts of the talk are numbered by themselves',
  documentclass: 'nothing here is LaTeX',
  classoption: 'nothing here is LaTeX',
  fontsize: 'a `style.css` beside the deck has it',
  mainfont: 'a `style.css` beside the deck has it',
  lof: 'no output has a list of figures',
  lot: 'no output has a list of tables',
  // Beamer
  colortheme: 'a `style.css` beside the deck has it',
  fonttheme: 'a `style.css` beside the deck has it',
  innertheme: 'a `style.css` beside the deck has it',
  outertheme: 'a `style.css` beside the deck has it',
  titlegraphic: 'a picture stands on a slide',
  // Slidev
  addons: 'no program of the deck is run while it is compiled',
  aspectRatio: 'the stage is 16:9',
  background: 'a slide has it in its braces, `{background-image="picture.jpg"}`',
  canvasWidth: 'the stage is 1280 pixels wide',
  clicks: 'steps are counted by themselves',
  colorSchema: 'the `theme:` is light or dark',
  download: '`export` makes the PDF',
  drawings: 'nothing is drawn on slides',
  exportFilename: 'outputs are named after the deck',
  fonts: 'a `style.css` beside the deck has them',
  hideInToc: 'slides with a heading `#` alone list the parts of the talk',
  highlighter: 'code takes its colours from the theme',
  htmlAttrs: 'the page is written by the tool',
  info: 'no output shows it',
  layout: 'a slide has it in its braces, `{layout=quote}`',
  lineNumbers: 'a fence has it in its braces, `{.numberLines}`',
  mdc: 'attributes in braces are always read',
  monaco: 'code cannot be edited in the deck',
  plantUmlServer: 'outputs ask the network for nothing',
  presenter: 'the presenter’s file always has a speaker view',
  record: 'nothing is recorded',
  remoteAssets: 'outputs ask the network for nothing',
  routerMode: 'addresses are the tool’s own',
  selectable: 'text can always be selected',
  themeConfig: 'a `style.css` beside the deck has it',
  twoslash: 'no program of the deck is run while it is compiled',
  wakeLock: 'the screen is left to the system',
  // Obsidian, Jekyll, Hugo
  aliases: 'no output shows them',
  categories: 'no output shows them',
  created: 'no output shows it',
  cssclass: 'a slide has classes in its braces, `{.name}`',
  cssclasses: 'a slide has classes in its braces, `{.name}`',
  draft: '`build --draft` makes drafts',
  permalink: 'outputs are named after the deck',
  publish: '`build` writes a site',
  published: '`build` writes a site',
  slug: 'outputs are named after the deck',
  tags: 'no output shows them',
  updated: 'no output shows it',
  // Marp
  backgroundColor: 'a slide has it in its braces, `{background-color="#fff"}`',
  backgroundImage: 'a slide has it in its braces, `{background-image="picture.jpg"}`',
  class: 'a slide has classes in its braces, `{.name}`',
  color: 'a `style.css` beside the deck has it',
  footer: 'the foot of a slide names its sources',
  header: 'the head of a slide names its part of the talk',
  math: 'formulas are always drawn',
  paginate: 'slides are always numbered',
  size: 'the stage is 16:9',
  style: 'a `style.css` beside the deck has it',
};

/** What takes the place of a key that somebody will miss. */
export const insteadOf: Readonly<Record<string, { readonly message: string; readonly cure: string }>> = {
  format: {
    message:
      '`format` is Quarto’s: of the options in it, such as a theme, a style sheet, a logo or a foot, none is read.',
    cure: 'Write `theme:`, `css:` and `slide-level:` as settings of their own; without `slide-level: 2` headings begin no slides.',
  },
  headingDivider: {
    message: '`headingDivider` is Marp’s: no heading begins a slide by itself.',
    cure: 'Write `slide-level: 2` for slides at headings of the first and second level.',
  },
  incremental: {
    message: '`incremental` is no setting: lists are shown at once.',
    cure: 'Write `::: incremental` around a list that comes item by item.',
  },
  marp: {
    message:
      'The deck is written for Marp: its directives in comments, its `![bg]` pictures and its notes in comments mean nothing here.',
    cure: 'Write backgrounds into a heading’s braces, `{background-image="picture.jpg"}`, and notes below a line `Note:`.',
  },
};
