import type { ArticleBlocks, ArticlePartBlocks, Block, Footnote, Inline, ListBlock, SlideBlocks } from '../../model.js';
import { slideBlocks } from '../blocks/slide-blocks.js';
import { lettersOf } from '../claim-words.js';
import { shownTitle } from '../passes/typography.js';
import type { SlideDocument } from '../slide-document.js';
import { backMatter } from './back-matter.js';

/** What has been said is left to the prose; what can only be shown stays. */
const shownOnly: readonly Block['kind'][] = [
  'figure',
  'table',
  'quotation',
  'code',
  'definitions',
  'formula',
  'question',
  'answer',
];

/**
 * An edition as an article, in blocks: under each heading the handout's prose, or where there is none what the slide itself says; then
 * its figures, tables, quotations and code. `text` is the edition as running text, `document` the one it was rendered from.
 */
export function articleBlocks(text: SlideDocument, document: SlideDocument): ArticleBlocks {
  const { deck } = text;
  const { subtitle = '', course, author = '', date, asOf } = deck.settings;
  const own = new Set(deck.slides.map(({ id }) => id));
  let isInSection = false;
  const parts = slideBlocks(text).flatMap((slide) => {
    if (!own.has(slide.id)) return [];
    const isSection = slide.layout === 'section';
    isInSection ||= isSection;
    return partOf(slide, isInSection && !isSection ? 2 : 1, text);
  });
  const { glossary, references } = backMatter(document);
  return {
    title: shownTitle(deck),
    subtitle,
    facts: [course, author, date, asOf].flatMap((fact) => (fact === undefined || fact === '' ? [] : [fact])),
    author,
    settings: deck.settings,
    parts,
    glossary,
    references,
  };
}

function partOf(slide: SlideBlocks, level: 1 | 2, { deck }: SlideDocument): readonly ArticlePartBlocks[] {
  const { id, number, layout, heading, blocks, footnotes, notes, prose } = slide;
  const isTitle = layout === 'title' && number === 1;
  const isNamed = heading !== undefined && !(isTitle && isSame(heading, shownTitle(deck)));
  const said = prose.filter((block) => !isFootnotes(block));
  const own = flat(blocks).filter(({ classes }) => !classes.includes('coverage'));
  const shown = said.length === 0 ? own : own.filter(({ kind }) => shownOnly.includes(kind));
  const kept = isTitle ? shown.filter((block) => !isSame(block, deck.settings.subtitle)) : shown;
  const cites: Inline[] = [];
  const rest = kept.flatMap((block) => (block.kind === 'question' ? withoutCites(flat(block.blocks), cites) : [block]));
  if ((layout === 'sources' || !isNamed) && said.length + rest.length + notes.length === 0) return [];
  const named = isNamed ? { heading: { ...heading, content: [...heading.content, ...cites] } } : {};
  const part = { id, level, blocks: rest, footnotes, spoken: notes };
  if (said.length === 0) return [{ ...part, ...named }];
  // Footnotes of the prose have numbers of their own.
  const prosePart = { id, level, blocks: said, footnotes: prose.filter(isFootnotes).flatMap(notesOf), spoken: [] };
  return [...(isNamed ? [{ ...part, ...named, blocks: [], spoken: [] }] : []), prosePart, part];
}

/**
 * What a question cites as a whole stands beside the heading, as on its slide; so does what a choice cites, which may tell it from the
 * others.
 */
function withoutCites(blocks: readonly Block[], cites: Inline[]): readonly Block[] {
  const take = (content: readonly Inline[]): readonly Inline[] => {
    cites.push(...content.filter(({ kind }) => kind === 'mark'));
    return content.filter(({ kind }) => kind !== 'mark');
  };
  return blocks.flatMap((block): readonly Block[] => {
    if (block.kind === 'paragraph' && block.content.every((one) => one.kind === 'mark' || isSpace(one))) {
      take(block.content);
      return [];
    }
    if (block.kind !== 'list') return [block];
    const items = block.items.map((item) =>
      item.choice === undefined
        ? item
        : {
            ...item,
            blocks: item.blocks.map((inside) =>
              inside.kind === 'paragraph' ? { ...inside, content: take(inside.content) } : inside,
            ),
          },
    );
    return [{ ...block, items }];
  });
}

function isSpace(inline: Inline): boolean {
  return inline.kind === 'text' && inline.text.trim() === '';
}

/** Boxes and columns of a stage are taken away around what stands in them. */
function flat(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap((block): readonly Block[] => {
    if (block.kind === 'columns') return block.columns.flatMap(flat);
    return block.kind === 'box' ? flat(block.blocks) : [block];
  });
}

function isFootnotes(block: Block): block is ListBlock {
  return block.kind === 'list' && block.classes.includes('footnotes');
}

function notesOf({ items, start }: ListBlock): readonly Footnote[] {
  return items.map((item, index) => ({ ...item, number: start + index }));
}

function isSame(block: Block, words: string | undefined): boolean {
  if (words === undefined || !('content' in block)) return false;
  const said = block.content.map((inline) => (inline.kind === 'text' ? inline.text : '')).join('');
  return lettersOf(said) === lettersOf(words);
}
