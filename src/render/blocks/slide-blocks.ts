import type { Block, Footnote, LocalAsset, SlideBlocks } from '../../model.js';
import type { SlideDocument } from '../slide-document.js';
import { isNotes, type SeenTree } from '../slide-tree.js';
import { attribute, childElements, hasClass, isElement, type SeenElement, type SeenNode } from '../tree.js';
import { type BlockContext, baseOf, readBlocks } from './read-blocks.js';
import { readInlines } from './read-inlines.js';
import { stepsOf } from './slide-steps.js';

/** The slides of a document as blocks, in whichever view it was rendered. Nothing of the document is changed. */
export function slideBlocks(document: SlideDocument): readonly SlideBlocks[] {
  const assets = new Map([...document.assets.values()].map((asset) => [asset.marker, asset]));
  return document.trees.map((tree, position) => blocksOf(tree, document.prose[position], document, assets));
}

function blocksOf(
  tree: SeenTree,
  prose: SeenTree | undefined,
  document: SlideDocument,
  assets: ReadonlyMap<string, LocalAsset>,
): SlideBlocks {
  const { section } = tree;
  const { slide, number } = tree.slide;
  const { id, layout, place } = slide;
  const context = contextOf(tree, document, assets);
  const within = (nodes: readonly SeenNode[]): readonly Block[] => readBlocks(nodes, section, context);
  const parts = partsOf(section);
  const [read] = parts.heading === undefined ? [] : within([parts.heading]);
  const marks = readInlines(parts.marks, context);
  const heading = read?.kind === 'heading' ? { ...read, content: [...read.content, ...marks] } : undefined;
  const proseContext = prose === undefined ? undefined : contextOf(prose, document, assets);
  return {
    id,
    number,
    layout,
    ...(heading === undefined ? {} : { heading }),
    blocks: within(parts.content),
    footnotes: parts.footnotes.map((item, index): Footnote => {
      const own = Number(attribute(item, 'value') ?? index + 1);
      return { ...baseOf(item, context), number: own, blocks: readBlocks(item.childNodes, item, context) };
    }),
    foot: within(parts.foot),
    notes: within(parts.notes.flatMap(({ childNodes }) => childNodes)),
    prose:
      prose === undefined || proseContext === undefined
        ? []
        : readBlocks(prose.section.childNodes, prose.section, proseContext),
    steps: context.steps.count,
    place,
  };
}

function contextOf(
  { section, placeOf, slide }: SeenTree,
  { drawings }: SlideDocument,
  assets: ReadonlyMap<string, LocalAsset>,
): BlockContext {
  const steps = stepsOf(section, drawings.byId);
  return { steps, assets, placeOf, diagrams: slide.slide.diagrams, drawings: drawings.byId };
}

/** Where a slide's parts stand. */
interface Parts {
  readonly heading?: SeenElement;
  /** The heading's marks, where they stand beside it. */
  readonly marks: readonly SeenNode[];
  readonly content: readonly SeenNode[];
  /** The items of its lists of footnotes. */
  readonly footnotes: readonly SeenElement[];
  readonly foot: readonly SeenNode[];
  readonly notes: readonly SeenElement[];
}

/** In the view for the stage they have been put into their places; in running text they stand one after another. */
function partsOf(section: SeenElement): Parts {
  const notes = childElements(section).filter(isNotes);
  const stage = childElements(section).find((one) => hasClass(one, 'stage'));
  const isList = (node: SeenNode): node is SeenElement => isElement(node) && hasClass(node, 'footnotes');
  if (stage === undefined) {
    const rest = section.childNodes.filter((node) => !notes.some((one) => one === node) && !isList(node));
    const first = rest.find((node) => isElement(node));
    const heading = first !== undefined && /^h[1-6]$/.test(first.tagName) ? first : undefined;
    return {
      ...(heading === undefined ? {} : { heading }),
      marks: [],
      content: rest.filter((node) => node !== heading),
      footnotes: section.childNodes.filter(isList).flatMap((list) => childElements(list)),
      foot: [],
      notes,
    };
  }
  const partsNamed = (name: string): readonly SeenElement[] =>
    childElements(stage).filter((one) => hasClass(one, name));
  const head = partsNamed('head').flatMap((one) => childElements(one));
  const heading = head.find(({ tagName }) => /^h[1-6]$/.test(tagName));
  const feet = partsNamed('foot').flatMap((one) => childElements(one));
  return {
    ...(heading === undefined ? {} : { heading }),
    marks: head.filter((one) => hasClass(one, 'marks')),
    content: [...partsNamed('dated'), ...partsNamed('body'), ...partsNamed('parts')],
    footnotes: feet.filter(isList).flatMap((list) => childElements(list)),
    foot: feet.filter((one) => hasClass(one, 'lines')).flatMap(({ childNodes }) => childNodes),
    notes,
  };
}
