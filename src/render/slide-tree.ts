import type { Abbreviation, Citation, Diagnostic, Edition, Place, Settings, Severity } from '../model.js';
import type { EditionSlide } from './edition.js';
import { type Markup, renderTokens } from './markup.js';
import { isOfSlide } from './meaning.js';
import type { Rendering } from './rendering.js';
import { bindCitations } from './text-scope.js';
import {
  append,
  closest,
  copied,
  create,
  type Element,
  type Fragment,
  hasClass,
  isElement,
  moveChildren,
  type Node,
  parse,
  type SeenElement,
  type SeenNode,
} from './tree.js';

/** One slide as a tree of elements, on its way through the passes. */
export interface SlideTree {
  readonly slide: EditionSlide;
  /** The slide's `<section>`. Its children are what the author wrote; the notes, where the edition has them, come last. */
  readonly section: Element;
  /** Whether this is the slide's prose for papers, whose marks stay where they were typed. */
  readonly isProse: boolean;
  /** Gathered: the abbreviations to spell out at the slide's foot, each with where the slide has it. */
  readonly abbreviations: { readonly abbreviation: Abbreviation; readonly uses: readonly Element[] }[];
  /** Gathered: what its questions cite as a whole. */
  readonly asked: Citation[];
  readonly placeOf: (node: SeenNode, within?: Within) => Place;
}

/** A place in an element: in the text of one of its attributes, or of a `<style>`, and how many lines below the beginning of that. */
export interface Within {
  readonly attribute: string;
  readonly below: number;
}

/** A slide's tree when the passes are done with it: to be read, and copied by who sets it in a way of its own. */
export interface SeenTree extends Pick<SlideTree, 'slide' | 'isProse'> {
  readonly section: SeenElement;
  readonly asked: readonly Citation[];
  readonly placeOf: (node: SeenNode) => Place;
}

/** A copy of a slide's tree, for one writer to change. */
export interface CopiedTree extends SeenTree {
  readonly section: Element;
}

/** A copy that may be changed; `copies`, where it is given, is told which element became which. */
export function copiedTree(tree: SeenTree, copies?: Map<SeenElement, Element>): CopiedTree {
  return { ...tree, section: copied(tree.section, copies) };
}

/** What a pass does to one slide. Passes run in the order of `passes.ts`. */
export type Pass = (tree: SlideTree, rendering: Rendering) => void;

/** Parses a slide's markup and its notes' apart, so that neither can swallow the other, nor the next slide. */
export function plantSlide(slide: EditionSlide, rendering: Rendering): SlideTree {
  const { id, layout, attributes, tokens, notes, place } = slide.slide;
  const section = create('section', { ...attributes, id, 'data-layout': layout });
  const content = renderTokens(tokens, rendering, slide, id);
  const tooDeep = (): void => void rendering.diagnostics.push(nestedTooDeep(place));
  moveChildren(treeOf(content, tooDeep), section);
  let spoken: Markup | undefined;
  if (notes.length > 0 && hasNotes(rendering)) {
    spoken = renderTokens(notes, rendering, slide, `${id}-notes`);
    moveChildren(treeOf(spoken, tooDeep), notesOf(section));
  }
  const placeOf = (node: SeenNode, within?: Within): Place => {
    const offset = offsetOf(node, within);
    const parent = node.parentNode;
    if (offset === undefined) return isElement(parent) && parent !== section ? placeOf(parent) : place;
    const isSpoken =
      spoken !== undefined && closest(node, isNotes) !== undefined && !isOfSlide(node) && !closest(node, isOfSlide);
    return below((isSpoken ? spoken : content)?.placeAt(offset) ?? place, within);
  };
  return { slide, section, isProse: false, abbreviations: [], asked: [], placeOf };
}

/** A slide's `::: handout` prose as a tree of its own: it is in the papers and on no slide. */
export function plantProse(slide: EditionSlide, rendering: Rendering): SlideTree {
  const { id, handout, place } = slide.slide;
  const { section, ...rest } = withoutProse(slide);
  const content = renderTokens(handout, rendering, slide, `${id}-handout`);
  moveChildren(treeOf(content), section);
  const placeOf = (node: SeenNode, within?: Within): Place => {
    const offset = offsetOf(node, within);
    if (offset !== undefined) return below(content.placeAt(offset), within);
    return isElement(node.parentNode) && node.parentNode !== section ? placeOf(node.parentNode) : place;
  };
  return { ...rest, section, placeOf };
}

function offsetOf(node: SeenNode, within: Within | undefined): number | undefined {
  const { sourceCodeLocation: location } = node;
  if (within === undefined || !isElement(node)) return location?.startOffset;
  const [text] = node.childNodes;
  if (node.tagName === 'style' && within.attribute === 'style' && text?.sourceCodeLocation != null) {
    return text.sourceCodeLocation.startOffset;
  }
  const attrs = location != null && 'attrs' in location ? location.attrs : undefined;
  return (attrs?.[within.attribute] ?? attrs?.[`xlink:${within.attribute}`] ?? location)?.startOffset;
}

function below(place: Place, within: Within | undefined): Place {
  return within === undefined || within.below === 0 ? place : { path: place.path, line: place.line + within.below };
}

/** An empty tree for a slide without prose, as most are: nothing is rendered, parsed and passed. */
export function withoutProse(slide: EditionSlide): SlideTree {
  const section = create('div', { class: 'prose' });
  const placeOf = (): Place => slide.slide.place;
  return { slide, section, isProse: true, abbreviations: [], asked: [], placeOf };
}

function treeOf({ html, scope }: Markup, tooDeep?: () => void): Fragment {
  const fragment = parse(html, tooDeep);
  bindCitations(fragment, scope);
  return fragment;
}

interface NotedEdition {
  readonly edition: Edition;
  readonly deck: { readonly settings: Settings };
}

function nestedTooDeep(place: Place): Diagnostic {
  const message = 'Elements are nested more than 256 deep; what lies deeper is shown as plain text.';
  return { rule: 'nesting', severity: 'warning', message, place, cure: 'Close what is opened.' };
}

/** Whether the edition holds speaker notes. */
export function hasNotes({ edition, deck }: NotedEdition): boolean {
  return edition.audience === 'teacher' || deck.settings.handoutNotes;
}

export function isNotes(element: SeenElement): boolean {
  return element.tagName === 'aside' && hasClass(element, 'notes');
}

/** The slide's speaker notes, made where it has none. */
export function notesOf(section: Element): Element {
  const found = section.childNodes.filter(isElement).findLast(isNotes);
  if (found !== undefined) return found;
  const notes = create('aside', { class: 'notes' });
  append(section, notes);
  return notes;
}

/** Says something about a node of the slide, at the node's place in the deck. */
export function report(
  rendering: Rendering,
  tree: SlideTree,
  node: Node,
  severity: Severity,
  said: Pick<Diagnostic, 'rule' | 'message' | 'cure'>,
  within?: Within,
): void {
  rendering.diagnostics.push({ ...said, severity, place: tree.placeOf(node, within) });
}
