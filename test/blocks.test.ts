import { expect, test } from 'vitest';
import type {
  Audience,
  Block,
  BlockBase,
  BlockWriters,
  Drawings,
  Inline,
  InlineWriters,
  SlideBlocks,
} from '../src/model.js';
import { slideBlocks } from '../src/render/blocks/slide-blocks.js';
import { renderSlides, renderText } from '../src/render/render-slides.js';
import type { SlideDocument } from '../src/render/slide-document.js';
import { itemLabel } from '../src/write/item-label.js';
import { deckOf, evidenceOf } from './support/evidence.js';
import { testTwins } from './support/twins.js';

const none: Drawings = { byId: new Map(), diagnostics: [] };

function render(text: string, audience: Audience, drawings = none): Promise<SlideDocument> {
  const deck = deckOf(text);
  return renderSlides(deck, drawings, evidenceOf(text), { audience });
}

/** A writer that a reader can follow: a line a block, its words in marks of their own. */
const inlines: InlineWriters<string> = {
  text: ({ text }) => text.replaceAll('\u00A0', '~'),
  styled: ({ tag, classes, step, content }) =>
    `<${[tag, ...classes].join('.')}${step === undefined ? '' : `@${step}`} ${words(content)}>`,
  link: ({ href, content }) => `<a ${href} ${words(content)}>`,
  image: ({ file, address, alt }) => `<img ${file ?? address} "${alt}">`,
  formula: ({ tex }) => `<tex ${tex}>`,
  mark: ({ text, citations }) => `<¶ ${text} ${citations.map(({ key }) => key).join(' ')}>`,
  voice: ({ text }) => `<voice ${text}>`,
  footnote: ({ number }) => `<note ${number}>`,
  abbreviation: ({ short, long }) => `<abbr ${short}=${long}>`,
  break: () => '<br>',
  html: ({ element }) => `<html ${element.tagName}>`,
};

function words(content: readonly Inline[]): string {
  return content.map((inline) => (inlines[inline.kind] as (one: Inline) => string)(inline)).join('');
}

const writers: BlockWriters<readonly string[]> = {
  heading: (block) => [`${about(block, `h${block.level}`)} ${words(block.content)}`],
  paragraph: (block) => [`${about(block, 'p')} ${words(block.content)}`],
  list: (block) => [
    about(block, block.ordered ? `ol ${block.items.map((item) => itemLabel(block, item)).join(' ')}` : 'ul'),
    ...block.items.flatMap((item) => {
      const box = item.task === undefined ? [] : [item.task ? 'ticked' : 'open'];
      return indented([
        about(item, ['li', ...box, ...(item.choice === undefined ? [] : [item.choice])].join(' ')),
        ...indented(lines(item.blocks)),
      ]);
    }),
  ],
  definitions: (block) => [
    about(block, 'dl'),
    ...block.entries.flatMap(({ term, blocks }) => indented([term ? 'dt' : 'dd', ...indented(lines(blocks))])),
  ],
  table: (block) => [
    `${about(block, 'table')} ${words(block.caption)}`,
    ...block.rows.flatMap((row) =>
      indented([
        about(row, row.isHead ? 'head' : 'row'),
        ...row.cells.flatMap((cell) => indented([`${cell.isHead ? 'th' : 'td'} ${lines(cell.blocks).join(' ')}`])),
      ]),
    ),
  ],
  quotation: (block) => [about(block, 'quotation'), ...indented(lines(block.blocks))],
  figure: (block) => [
    `${about(block, 'figure')} ${block.images.map(({ file, address }) => file ?? address).join(' ')} ${block.drawing === undefined ? '' : `drawn ${block.drawing.width}×${block.drawing.height}, ${block.drawing.steps} steps after ${block.firstStep}`} "${block.alt}" ${words(block.caption)}`,
  ],
  code: (block) => [about(block, `code ${block.language}`), ...indented(block.text.split('\n'))],
  formula: (block) => [`${about(block, 'formula')} ${block.tex}`],
  question: (block) => [about(block, 'question'), ...indented(lines(block.blocks))],
  answer: (block) => [about(block, 'answer'), ...indented(lines(block.blocks))],
  columns: (block) => [
    about(block, 'columns'),
    ...block.columns.flatMap((column) => indented(['column', ...indented(lines(column))])),
  ],
  box: (block) => [about(block, `box ${block.tag}`), ...indented(lines(block.blocks))],
  html: (block) => [about(block, `html ${block.element.tagName}`)],
};

function lines(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) => (writers[block.kind] as (one: Block) => readonly string[])(block));
}

function indented(of: readonly string[]): readonly string[] {
  return of.map((line) => `  ${line}`);
}

/** Line, kind, step, claims and citations. */
function about({ place, step, claims, citations, id, classes, lang }: BlockBase, kind: string): string {
  const said = [
    ...(id === undefined ? [] : [`#${id}`]),
    ...classes.map((name) => `.${name}`),
    ...(lang === undefined ? [] : [`lang=${lang}`]),
    ...(step === undefined ? [] : [`@${step}`]),
    ...claims.map((claim) => `claims:${claim.kind}:${claim.status}`),
    ...citations.map(({ key }) => `cites:${key}`),
  ];
  return `${place.line} ${kind}${said.length === 0 ? '' : ` [${said.join(' ')}]`}`;
}

function outline({ number, id, layout, steps, heading, blocks, footnotes, foot, notes, prose }: SlideBlocks): string {
  const part = (name: string, of: readonly Block[]): readonly string[] =>
    of.length === 0 ? [] : [`${name}:`, ...indented(lines(of))];
  return [
    `slide ${number} ${id} ${layout}, ${steps} steps`,
    ...part('heading', heading === undefined ? [] : [heading]),
    ...part('blocks', blocks),
    ...footnotes.flatMap((note) => [about(note, `footnote ${note.number}`), ...indented(lines(note.blocks))]),
    ...part('foot', foot),
    ...part('notes', notes),
    ...part('prose', prose),
  ].join('\n');
}

function written(document: SlideDocument): string {
  const name = `==== ${document.view}, ${document.edition.audience}`;
  return [name, ...slideBlocks(document).map(outline), '']
    .join('\n')
    .replace(/\uFDD0(.*?)\uFDD1/g, '{$1}')
    .replace(/[^ ]*\/(?=boat|film)/g, '');
}

testTwins('blocks', 'txt', async (text) => {
  const student = await render(text, 'student');
  const teacher = await render(text, 'teacher');
  return [student, teacher, renderText(teacher, 'text')].map(written).join('\n');
});

test('a drawing is given by reference, with the click before its first step', async () => {
  const text = '## A\n\n. . .\n\nwords\n\n```mermaid {#ports alt="Two ports"}\nflowchart LR\n  a --> b\n```\n';
  const drawing = { svg: '<svg/>', width: 40, height: 20, smallestLabel: 22, steps: 2 };
  const document = await render(text, 'student', { byId: new Map([['ports', drawing]]), diagnostics: [] });
  const [slide] = slideBlocks(document);
  const figures = JSON.stringify(slide).match(/"kind":"figure"/g);
  expect(figures).toHaveLength(1);
  expect(slide?.steps).toBe(3);
  const inside = (blocks: readonly Block[]): readonly Block[] =>
    blocks.flatMap((block) => ('blocks' in block ? [block, ...inside(block.blocks)] : [block]));
  const figure = inside(slide?.blocks ?? []).find(({ kind }) => kind === 'figure');
  expect(figure).toMatchObject({ diagram: { id: 'ports' }, drawing, alt: 'Two ports' });
});
