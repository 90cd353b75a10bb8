/** A word that nobody but the teacher may read, planted by a marker at a place. */
export interface Planted {
  readonly name: string;
  readonly token: string;
  /** The slide, or several, that holds it; `{T}` is exchanged for the token. */
  readonly slide: string;
  /** Files beside the deck that hold it too. */
  readonly files: Readonly<Record<string, string>>;
}

type Marker = readonly [name: string, mark: (text: string) => string];

/** What an author may do to keep words of a line for the teacher. */
export const inline: readonly Marker[] = [
  ['span', (text) => `[${text}]{.teacher}`],
  ['span with typographic marks', (text) => `[${text}]{.teacher title=“{T}t”}`],
  ['raw span', (text) => `<span class="teacher">${text}</span>`],
  ['comment', (text) => `<b>${text}</b><!-- .element: class="teacher" -->`],
  ['comment in single marks', (text) => `<b>${text}</b><!-- .element: class='teacher' -->`],
  ['braces behind emphasis', (text) => `*${text}*{.teacher}`],
  ['braces behind code', (text) => `\`${text}\`{.teacher}`],
  ['link', (text) => `[${text}](https://harbour.example/{T}){.teacher}`],
];

/** Where words of a line may stand; `{M}` is exchanged for the marked words. */
export const linePlaces: readonly (readonly [name: string, slide: string])[] = [
  ['heading', '## A head {M} for all\n\nWords'],
  ['first heading of a stack', '## Above\n\nWords\n\n----\n\n## Below {M}\n\nWords'],
  ['heading in a column', '::: columns\n::: column\n### Left {M}\n\nWords\n:::\n:::'],
  ['item', '## Items\n\n- One {M}\n- Two'],
  ['nested item', '## Items\n\n- One\n  - Below {M}\n- Two'],
  ['cell', '## Cells\n\n| a | b |\n|---|---|\n| c {M} | d |'],
  ['caption of a table', '## Cells\n\n| a | b |\n|---|---|\n| c | d |\n\n: A caption {M}'],
  ['cell of a table that is drawn', '## Drawn\n\n| a | b |\n|---|---|\n| c {M} | 3 |\n| d | 4 |\n\n{chart=bar}'],
  ['head of a table that is drawn', '## Drawn\n\n| a | b {M} |\n|---|---|\n| c | 3 |\n| d | 4 |\n\n{chart=bar}'],
  [
    'caption of a table that is drawn',
    '## Drawn\n\n| a | b |\n|---|---|\n| c | 3 |\n| d | 4 |\n\n: A caption {M} {chart=bar}',
  ],
  ['alternative', '## Picture\n\n![A quay {M} at low water](quay.svg)'],
  ['quotation', '## Said\n\n> A tug came {M} late.'],
  ['footnote', '## Noted\n\nWords[^n]\n\n[^n]: A note {M} for all'],
  ['footnote in place', '## Noted\n\nWords ^[A note {M} for all]'],
  ['term', '## Terms\n\nTerm {M}\n: What it means'],
  ['definition', '## Terms\n\nTerm\n: What it means {M}'],
  ['task of a question', '## Which? {layout=question}\n\n::: question\nWhat {M} is it?\n\n- [ ] a\n- [x] b\n:::'],
  ['choice', '## Which? {layout=question}\n\n::: question\nWhat is it?\n\n- [ ] a\n- [x] b {M}\n:::'],
  ['prose for papers', '## Prose\n\n::: handout\nIn prose {M} for all\n:::'],
  ['cut', '## Longer {cut=15}\n\nWords {M}'],
  ['include', '<!-- include: {T}.md -->'],
];

/** What an author may do to keep whole blocks for the teacher. */
export const block: readonly Marker[] = [
  ['block', (text) => `::: teacher\n${text}\n\n:::`],
  ['block by its class', (text) => `::: {.wide .teacher}\n${text}\n\n:::`],
  ['notes', (text) => `::: notes\n${text}\n\n:::`],
  ['raw div', (text) => `<div class="teacher">\n\n${text}\n\n</div>`],
  ['raw aside', (text) => `<aside class="notes">\n\n${text}\n\n</aside>`],
  ['answer', (text) => `::: question\nWhy?\n\n::: answer\n${text}\n\n:::\n:::`],
  ['answer by its class', (text) => `::: question\nWhy?\n\n::: {.wide .answer}\n${text}\n\n:::\n:::`],
  ['likely question', (text) => `::: likely-question\n${text}\n\n:::`],
  ['prose in a teacher’s div', (text) => `<div class="teacher">\n\n::: handout\n${text}\n\n:::\n\n</div>`],
];

/** What may stand in such a block. */
export const blocks: readonly (readonly [name: string, text: string])[] = [
  ['paragraph', '{T} in a paragraph, see [here](#{T}id){title="{T}l"}\n\nAnd [there]{#{T}id}'],
  ['list', '- {T} in an item\n- Another'],
  ['table', '| {T} | b |\n|---|---|\n| c | d |\n\n: {T} caption'],
  ['code', '```js\nconst {T} = 1;\n```'],
  ['formula', '$$\n\\text{{T}}\n$$'],
  ['picture', '![{T} alternative](q{T}.svg "{T}title")'],
  ['mermaid', '```mermaid {#{T}d caption="{T}c" alt="{T}a"}\nflowchart LR\n    a[{T}] --> b[Quay]\n```'],
  [
    'map',
    '```map {#{T}m caption="{T}c" alt="{T}a"}\nfit: [21, 51, 33, 57]\nplaces:\n  - { name: {T}, lon: 27.56, lat: 53.9 }\n```',
  ],
  ['relations', '```relations {#{T}r caption="{T}c"}\nshow: [ferry, tug]\n```'],
  ['quotation', '> {T} was said'],
  ['definition', '{T}\n: What {T} means'],
  ['raw HTML', '<p data-word="{T}" title="{T}t">{T}</p>'],
  ['footnote', 'Words[^{T}]\n\n[^{T}]: {T} in a note'],
  ['heading', '### {T} head'],
];

/** Whole slides, and other ways that have their own form. */
export const wholes: readonly (readonly [name: string, slide: string])[] = [
  ['slide', '## {T} {.teacher}\n\n{T} words'],
  ['slide by a comment', '<!-- .slide: class="teacher" -->\n\n## {T}\n\nWords'],
  ['slide by a comment with typographic marks', '<!-- .slide: class=“teacher” -->\n\n## {T}\n\nWords'],
  ['slide with two groups', '## {T} {.teacher} {#{T}id}\n\n<p class="{T}c">Words</p>'],
  ['slide with spaces', '## {T} {.teacher minutes = 3}\n\nWords'],
  ['slide of a stack', '## Above\n\nWords\n\n----\n\n## {T} {.teacher}\n\nWords'],
  ['section', '# {T} {layout=section .teacher}'],
  ['notes line', '## Noted\n\nWords\n\nNote: {T}'],
  ['notes line, indented', '## Noted\n\nWords\n\n  Note: {T}'],
  ['notes line, as in French', '## Noted\n\nWords\n\nNotes : {T}'],
  ['notes line behind a no-break space', '## Noted\n\nWords\n\n\u00a0Note: {T}'],
  ['notes attribute', '<!-- .slide: data-notes="{T}" -->\n\n## Noted\n\nWords'],
  ['item', '## Items\n\n- {T} {.teacher}\n- Another'],
  ['item with attributes', '## Items\n\n- {T} {.teacher #{T}id data-word="{T}w"}\n- Another, see [it](#{T}id)'],
  ['row', '## Cells\n\n| a | b |\n|---|---|\n| {T} | d {.teacher} |\n| c | d |'],
  [
    'row of a table that is drawn',
    '## Drawn\n\n| a | b |\n|---|---|\n| c | 3 |\n| {T} | 4 {.teacher} |\n\n{chart=bar}',
  ],
  ['table that is drawn', '## Drawn\n\n| a | b |\n|---|---|\n| c | 3 |\n| {T} | 4 |\n\n{.teacher chart=bar}'],
  [
    'source of a row of a table that is drawn',
    '## Drawn\n\n| a | b |\n|---|---|\n| c | 3 |\n| d [@k{T}, ¶1] | 4 {.teacher} |\n\n{chart=bar}',
  ],
  ['paragraph', '## Words\n\n{T} {.teacher}\n\nWords'],
  ['paragraph by a line', '## Words\n\n{T}\n{.teacher}\n\nWords'],
  ['term and definition', '## Terms\n\n{T} {.teacher}\n: {T} definition\n\nOther\n: Words'],
  ['quotation', '## Said\n\n> {T} {.teacher}\n\nWords'],
  ['fence', '## Code\n\n```js {.teacher}\n{T}\n```\n\nWords'],
  ['fence by its only class', '## Code\n\n```{.teacher}\n{T}\n```\n\nWords'],
  ['picture', '## Picture\n\n![{T}](q{T}.svg "{T}t"){.teacher}\n\nWords'],
  [
    'diagram',
    '## Drawn\n\n```mermaid {.teacher #{T}d caption="{T}c" alt="{T}a"}\nflowchart LR\n    a[{T}] --> b[Quay]\n```\n\nWords',
  ],
  ['heading by a comment', '## {T}\n<!-- .element: class="teacher" -->\n\nWords'],
  ['heading in a raw div', '<div class="teacher">\n\n## {T}\n\n</div>\n\nWords'],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a formula and its braces
  ['formula in a line', '## Sum\n\nWords $\\text{{T}}${.teacher} and more'],
  [
    'footnote of a teacher’s item',
    '## Noted\n\n- One[^a{T}] {.teacher}\n- Two[^b{T}x]\n\n[^a{T}]: {T}\n[^b{T}x]: For all',
  ],
  ['abbreviation of a teacher’s item', '## Short\n\n- The {T} {.teacher}\n- Two\n\n*[{T}]: {T} in long'],
  [
    'right choice',
    '## Which? {layout=question}\n\n::: question\nWhat?\n\n- [ ] a\n- [x] b {#{T}id .official data-word="{T}w" title="{T}t"}\n:::',
  ],
  [
    'source of a right choice',
    '## Which? {layout=question}\n\n::: question\nWhat?\n\n- [ ] a\n- [x] b [@k{T}, ¶1]\n:::\n\n---\n\n## Sources {layout=sources}\n\n::: sources\n:::',
  ],
  ['source of an answer', '## Why? {layout=question}\n\n::: question\nWhy?\n\n::: answer\nSo [@k{T}, ¶1]\n:::\n:::'],
  ['source of a raw teacher’s part', '## Raw\n\nWords <span class="teacher">so [@k{T}, ¶1]</span>'],
  ['source of an alternative', '## Raw\n\n![A quay [so [@k{T}, ¶1]]{.teacher}](quay.svg)'],
  [
    'style for a teacher’s part',
    '## Styled\n\n<style>.c{T} b::after{content:"{T}"} [class*="c{T}"]{color:red} p:not(#i{T}){color:red}</style>\n\n<p class="teacher c{T}" id="i{T}">Words</p>\n\nWords',
  ],
  [
    'attributes that name a teacher’s part',
    '## Named\n\n<p class="teacher" id="i{T}">Words</p>\n\n<button popovertarget="i{T}" data-target="#i{T}" aria-activedescendant="i{T}">Words</button><input list="i{T}"><a href="#i{T}">there</a><img alt="" src="quay.svg" usemap="#m{T}"><map class="teacher" name="m{T}"><area alt="x"></map>',
  ],
  ['part of a drawing', '## Drawn\n\n![A quay](drawing-{N}.svg)'],
  ['part of a framed page', '## Framed\n\n<iframe src="page-{N}.html" title="A page"></iframe>'],
  ['template', '## Raw\n\n<template><p class="teacher">{T}</p></template>\n\nWords'],
];

/** Everything: each marker at each place that it can mark, each with a word of its own. */
export function plantedSlides(): readonly Planted[] {
  const all: (readonly [name: string, slide: string])[] = [];
  for (const [place, slide] of linePlaces)
    for (const [marker, mark] of slide.includes('{M}') ? inline : inline.slice(0, 1))
      all.push([`${marker} in ${place}`, slide.replace('{M}', mark('{T}'))]);
  for (const [marker, mark] of block)
    for (const [kind, text] of blocks) all.push([`${kind} in ${marker}`, `## Block\n\n${mark(text)}\n\nWords`]);
  all.push(...wholes);
  return all.map(([name, slide], index) => plant(name, slide, index));
}

/** A slide with the word of a number in it, and the files it names. */
export function plant(name: string, slide: string, index: number): Planted {
  const token = tokenOf(index);
  const typed = slide.replaceAll('{T}', token).replaceAll('{N}', String(index));
  const picture = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><desc>${token}</desc></svg>`;
  return {
    name,
    token,
    slide: typed,
    files: {
      ...(typed.includes(`q${token}.svg`) ? { [`q${token}.svg`]: picture } : {}),
      ...(typed.includes(`drawing-${index}.svg`) ? { [`drawing-${index}.svg`]: markedDrawing(token) } : {}),
      ...(typed.includes(`page-${index}.html`) ? { [`page-${index}.html`]: markedPage(token) } : {}),
      ...(typed.includes(`include: ${token}.md`)
        ? { [`${token}.md`]: `## Included [${token}]{.teacher}\n\nWords\n` }
        : {}),
    },
  };
}

function markedDrawing(word: string): string {
  const inside = `<!-- ${word} --><metadata>${word}</metadata><g class="teacher"><text y="5">${word}</text></g>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${inside}<path d="M0 0h9"/></svg>`;
}

function markedPage(word: string): string {
  const style = `<style>/*! ${word} */ .teacher::after { content: "${word}" }</style>`;
  return `<!doctype html><html lang="en"><title>Page</title>${style}<!-- ${word} --><p class="teacher">${word}</p><p>Words</p></html>`;
}

/** The deck of some planted slides, with the files it needs. */
export function plantedDeck(planted: readonly Planted[]): Readonly<Record<string, string>> {
  const head =
    '---\ntitle: Planted\nlang: en-GB\nminutes: 45\nrules: { evidence-missing: off, no-anchor: off, duplicate-title: off, overflow: off }\n---\n';
  const cited = planted.filter(({ slide, token }) => slide.includes(`@k${token}`)).map(({ token }) => token);
  const references = [
    '- { id: open, title: An open source }',
    ...cited.map((token) => `- { id: k${token}, title: ${token} title }`),
  ];
  return {
    'deck.md': `${head}# Planted\n\n---\n\n${planted.map(({ slide }) => slide).join('\n\n---\n\n')}\n`,
    'quay.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"></svg>',
    'references.yaml': `${references.join('\n')}\n`,
    'relations.yaml': relations,
    ...Object.assign({}, ...planted.map(({ files }) => files)),
  };
}

const relations = `actors:
  ferry: { name: Ferry }
  tug: { name: Tug }
kinds:
  pulls: { name: pulls, line: solid, sentence: "{from} pulls {to} of {what}" }
relations:
  - { id: rope, from: tug, to: ferry, kind: pulls, what: rope, cite: "open, ¶1" }
`;

/** `quokka`, then letters that say which: none is the beginning of another, and none a word. */
function tokenOf(index: number): string {
  const letters = 'bcdfghjklm';
  const digits = String(index).padStart(3, '0');
  return `quokka${[...digits].map((digit) => letters[Number(digit)] ?? 'z').join('')}`;
}
