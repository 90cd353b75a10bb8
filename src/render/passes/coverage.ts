import { filled, ownLang, wordsIn } from '../../language/words/words.js';
import { nearest } from '../../nearest.js';
import { type CoverageStrip, coverageStrips, type ParagraphUse, type StripParagraph } from '../coverage.js';
import { shortReference } from '../reference.js';
import type { Rendered, Rendering } from '../rendering.js';
import { type Pass, report, type SlideTree } from '../slide-tree.js';
import {
  append,
  attribute,
  create,
  type Element,
  elements,
  hasClass,
  type Node,
  removeAttribute,
  text,
} from '../tree.js';

/** In a row. */
const mostColumns = 20;
/** Heights, px of the stage: what a slide has for rows; a row without its boxes; a strip's title; the boxes. As `coverage.css` has them. */
const room = { rows: 362, row: 66, title: 48, boxes: 240, gap: 6, box: 43, leastBox: 26 };

/**
 * `::: coverage` shows what the deck makes of its sources: a column a paragraph, a box a slide that cites it, filled where it
 * quotes. `{source=key}` shows one source only.
 */
export const showCoverage: Pass = (tree, rendering) => {
  for (const block of elements(tree.section).filter((element) => hasClass(element, 'coverage'))) {
    const key = attribute(block, 'data-source');
    removeAttribute(block, 'data-source');
    const strips = stripsFor(key, block, tree, rendering);
    append(block, ...coverageOf(strips, rendering));
  }
};

/** Strips as a slide shows them, with their legend. */
export function coverageOf(strips: readonly CoverageStrip[], rendering: Rendered): readonly Element[] {
  if (strips.length === 0) return [];
  const height = heightOfBoxes(strips);
  const shown = strips.flatMap((strip) => {
    const name = create('p', { class: 'source' }, text(shortReference(rendering.deck, strip.key)));
    return [...(strips.length > 1 ? [name] : []), ...rowsOf(strip, height, rendering.deck.settings.lang)];
  });
  return [...shown, legend(strips, rendering)];
}

function stripsFor(
  key: string | undefined,
  block: Element,
  tree: SlideTree,
  rendering: Rendering,
): readonly CoverageStrip[] {
  const strips = coverageStrips(rendering);
  const chosen = key === undefined ? strips : strips.filter((strip) => strip.key === key);
  if (chosen.length > 0) return chosen;
  const near =
    key === undefined
      ? undefined
      : nearest(
          key,
          strips.map((strip) => strip.key),
        );
  const what = key === undefined ? 'the sources of this deck' : `a source \`${key}\``;
  report(rendering, tree, block, 'warning', {
    rule: 'coverage-empty',
    message: `Nothing is known of the paragraphs of ${what}, so there is no coverage to show.`,
    cure: near === undefined ? 'Add the text with `pilcrow source add`.' : `Did you mean \`${near}\`?`,
  });
  return [];
}

/** What each row has for its boxes. */
function heightOfBoxes(strips: readonly CoverageStrip[]): number {
  const rows = strips.reduce((sum, strip) => sum + countRows(strip), 0);
  const titles = strips.length > 1 ? strips.length * room.title : 0;
  return Math.max(room.leastBox, Math.min(room.boxes, Math.floor((room.rows - titles) / rows) - room.row));
}

function countRows({ paragraphs }: CoverageStrip): number {
  return Math.ceil(paragraphs.length / mostColumns);
}

/** Rows of about as many columns each. Boxes that do not fit stand two abreast; where that is not enough the row grows. */
function rowsOf(strip: CoverageStrip, height: number, lang: string): readonly Element[] {
  const columns = Math.ceil(strip.paragraphs.length / countRows(strip));
  return Array.from({ length: countRows(strip) }, (_, row) => {
    const part = strip.paragraphs.slice(row * columns, (row + 1) * columns);
    const tallest = Math.max(1, ...part.map(({ uses }) => uses.length));
    const fitting = (boxes: number): number => Math.floor((height + room.gap) / boxes) - room.gap;
    const across = fitting(tallest) < room.leastBox && columns <= 12 ? 2 : 1;
    const high = Math.ceil(tallest / across);
    const box = Math.max(room.leastBox, Math.min(room.box, fitting(high)));
    const stack = Math.max(height, high * (box + room.gap) - room.gap);
    const style = `--columns: ${columns}; --stack: ${stack}px; --box: ${box}px; --across: ${across}`;
    return create(
      'div',
      { class: 'strip', role: 'list', style },
      ...part.map((paragraph) => columnOf(paragraph, lang)),
    );
  });
}

function columnOf({ number, uses }: StripParagraph, lang: string): Element {
  const words = wordsIn(lang);
  const mark = `¶${number}`;
  const boxes = uses.map((use) =>
    create(
      'a',
      {
        ...boxOf(use),
        href: `#${use.id}`,
        'aria-label': filled(use.quotes ? words.slideQuotes : words.slideUses, { n: use.number, mark }),
        ...ownLang(lang),
      },
      text(String(use.number)),
    ),
  );
  const leftOut = filled(words.leftOut, { mark });
  const none = create('span', { class: 'none', role: 'img', 'aria-label': leftOut, ...ownLang(lang) }, text('–'));
  const stack = create('div', { class: 'stack' }, ...(boxes.length === 0 ? [none] : boxes));
  const label = create('p', {}, text(mark));
  return create('div', { role: 'listitem', ...(uses.length === 0 ? { class: 'unused' } : {}) }, stack, label);
}

function boxOf({ quotes }: ParagraphUse): { readonly class: string } {
  return { class: quotes ? 'box quoted' : 'box' };
}

/** Explains the signs that are there, by the first of each; by two slides where one both quotes and uses. */
function legend(strips: readonly CoverageStrip[], { deck }: Rendered): Element {
  const paragraphs = strips.flatMap((strip) => strip.paragraphs);
  const uses = paragraphs.flatMap((paragraph) => paragraph.uses);
  const { lang } = deck.settings;
  const words = wordsIn(lang);
  const entry = (sign: Element, meaning: string): Element => create('span', ownLang(lang), sign, text(` ${meaning}`));
  const quoting = uses.find(({ quotes }) => quotes);
  const using = uses.filter(({ quotes }) => !quotes);
  const use = (example: ParagraphUse | undefined, meaning: string): readonly Node[] => {
    if (example === undefined) return [];
    const { number } = example;
    return [entry(create('b', boxOf(example), text(String(number))), filled(meaning, { n: number }))];
  };
  return create(
    'p',
    { class: 'key' },
    ...use(quoting, words.coverageQuotes),
    ...use(using.find(({ number }) => number !== quoting?.number) ?? using[0], words.coverageUses),
    ...(paragraphs.some((one) => one.uses.length === 0) ? [entry(create('b', {}, text('–')), words.coverageNone)] : []),
  );
}
