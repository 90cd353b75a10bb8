import type { Token } from 'markdown-it';
import type { Citation, ClaimKind, ClaimValue, Diagram, Layout, Place, Slide, Unsourced } from '../model.js';
import { readCite } from '../parse/citation.js';
import { attributeOf, classesOf, placeOf } from '../parse/token.js';
import { type Block, blockTree } from './block-tree.js';
import { chartText, chartValues } from './chart-text.js';
import { type ClaimText, isDashed, joinTexts, readClaimText, readQuotation, readSpeaker } from './claim-text.js';
import { type DiagramText, diagramText } from './diagram-text.js';
import { htmlTexts } from './html-text.js';
import { mapText } from './map-text.js';
import { quotationsIn } from './quotation-marks.js';

/** Layouts that hold no claims; a quotation is one even there. */
const withoutClaims: ReadonlySet<Layout> = new Set(['title', 'section', 'question', 'sources', 'blank']);

/** Blocks that state nothing: what the tool lists, what a class is to learn, what it is to write. */
const unclaimed: ReadonlySet<string> = new Set([
  'sources',
  'coverage',
  'objectives',
  'ticket',
  'since',
  'qr',
  'paragraphs',
]);

/** What a claim may rest on: citations, or the word that it rests on none. */
export interface Cover {
  readonly citations: readonly Citation[];
  readonly unsourced?: Unsourced;
}

/** A claim before what covers it is known. */
export interface Draft extends ClaimText {
  readonly kind: ClaimKind;
  readonly place: Place;
  /** The headings it stands below, the nearest last. */
  readonly headings: readonly Draft[];
  readonly parent?: Draft | undefined;
  /** What the blocks around it cite, `cite="…"`, the nearest first. */
  readonly around: readonly Cover[];
  readonly level?: number;
  readonly ignoreNumbers?: boolean;
  /** A table's head, a term, a right choice: only what is wrong in it is said. */
  readonly isFrame?: boolean;
  /** A choice of a question that is wrong. */
  readonly isWrongChoice?: boolean;
  /** What a table's head and caption say of its rows. */
  readonly framedBy?: string;
  /** The numbers of a chart. */
  readonly values?: readonly ClaimValue[];
  /** It stands where no claims are held. */
  readonly isAside?: boolean;
}

/** Where a block stands: what covers it, and whether claims are held there. */
interface Position {
  readonly slide: Slide;
  /** The deck's. */
  readonly lang: string;
  readonly headings: readonly Draft[];
  readonly parent?: Draft | undefined;
  readonly around: readonly Cover[];
  readonly holdsClaims: boolean;
  readonly isQuoted: boolean;
  /** What stands here only frames claims. */
  readonly isFrame?: boolean;
  /** A paragraph that says who said the quotation above it. */
  readonly isSpeaker?: boolean;
}

const shown = new WeakMap<Slide, readonly Draft[]>();

/** What a slide and its handout prose show; read once a slide. */
export function shownDrafts(slide: Slide, lang: string): readonly Draft[] {
  const known = shown.get(slide);
  if (known !== undefined) return known;
  const made = draftsOf(slide, lang);
  shown.set(slide, made);
  return made;
}

function draftsOf(slide: Slide, lang: string): readonly Draft[] {
  const around = slide.attributes.cite === undefined ? [] : [readCite(slide.attributes.cite, slide.place)];
  const start = { ...startOf(slide, lang), around };
  const drafts: Draft[] = [];
  const blocks = blockTree(slide.tokens);
  const holdsClaims = !withoutClaims.has(slide.layout) && (around.length > 0 || !namesTasks(blocks));
  const headings = collect(blocks, { ...start, holdsClaims }, drafts);
  collect(blockTree(slide.handout), { ...start, headings: headings.slice(0, 1) }, drafts);
  return drafts;
}

/** Whether the headings only name what a class is to learn or to write: nothing else stands below them, and they cite nothing. */
function namesTasks(blocks: readonly Block[]): boolean {
  const headings = blocks.filter(({ token }) => token.type === 'heading_open');
  const below = blocks.filter((block) => !headings.includes(block));
  return (
    below.length > 0 &&
    below.every(({ token }) => ['objectives', 'ticket'].includes(token.info)) &&
    headings.every((heading) => readClaimText(inlineOf(heading)).citations.length === 0)
  );
}

/** What its notes say. */
export function noteDrafts(slide: Slide, lang: string): readonly Draft[] {
  const drafts: Draft[] = [];
  collect(blockTree(slide.notes), startOf(slide, lang), drafts);
  return drafts;
}

function startOf(slide: Slide, lang: string): Position {
  return { slide, lang, headings: [], around: [], holdsClaims: true, isQuoted: false };
}

/** Adds the drafts of sibling blocks; returns the headings that are open after them. */
function collect(blocks: readonly Block[], position: Position, drafts: Draft[]): readonly Draft[] {
  let { headings } = position;
  let previous: readonly Draft[] = [];
  for (const block of blocks) {
    const before = drafts.length;
    const here: Position = { ...position, headings, around: [...citeOf(block.token), ...position.around] };
    const { type, info } = block.token;
    if (type === 'heading_open') {
      const level = Number(block.token.tag.slice(1));
      headings = headings.filter((one) => (one.level ?? 0) < level);
      const draft = addText('heading', [block], { ...here, headings }, drafts, level);
      if (draft !== undefined) headings = [...headings, draft];
    } else if (type === 'paragraph_open') addParagraph(block, here, drafts, previous);
    else if (type === 'list_item_open') addItem(block, here, drafts);
    else if (type === 'tr_open') addText('row', block.children.flatMap(textBlocks), here, drafts);
    else if (type === 'table_open') addTable(block, here, drafts);
    else if (type === 'dl_open') addDefinitions(block, here, drafts);
    else if (type === 'html_block') addHtml(block.token, here, drafts);
    else if (type === 'footnote_open') addFootnote(block, here, drafts);
    else if (type === 'diagram') addDiagram(block.token, here, drafts);
    else if (type === 'blockquote_open') collect(block.children, { ...here, isQuoted: true }, drafts);
    else if (type === 'container_open') {
      const holdsClaims = here.holdsClaims && info !== 'question' && info !== 'answer';
      const isAnswer = info === 'answer' && isCited(here);
      const frame = isAnswer ? { holdsClaims, isFrame: true } : { holdsClaims };
      if (!unclaimed.has(info)) collect(block.children, { ...here, ...frame }, drafts);
    } else if (!['caption_open', 'inline'].includes(type)) collect(block.children, here, drafts);
    previous = drafts.slice(before);
  }
  return headings;
}

/** Whether the blocks around cite a source. */
function isCited({ around }: Position): boolean {
  return around.some(({ citations }) => citations.length > 0);
}

/** A table's head and caption name what its rows say: they rest on what the rows rest on. */
function addTable(block: Block, here: Position, drafts: Draft[]): void {
  const caption = captionOf(block);
  const from = drafts.length;
  const body = block.children.filter(({ token }) => token.type !== 'thead_open');
  collect(body, { ...here, around: [...caption, ...here.around] }, drafts);
  const rows = drafts
    .slice(from)
    .flatMap((row) => [row, ...row.around].find(({ citations }) => citations.length > 0) ?? []);
  const said = block.children.filter(({ token }) => token.type === 'thead_open' || token.type === 'caption_open');
  const framedBy = said
    .flatMap(textBlocksWithin)
    .map((one) => readClaimText(inlineOf(one)).text)
    .join('\n');
  for (let index = from; index < drafts.length; index++) {
    const row = drafts[index];
    if (row !== undefined && framedBy !== '') drafts[index] = { ...row, framedBy };
  }
  const around = [...caption, ...here.around, { citations: rows.flatMap(({ citations }) => citations) }];
  const heads = block.children.filter(({ token }) => token.type === 'thead_open').flatMap(({ children }) => children);
  for (const head of heads)
    addText('row', head.children.flatMap(textBlocks), { ...here, around, isFrame: true }, drafts);
  const captions = block.children.filter(({ token }) => token.type === 'caption_open');
  for (const one of captions) addText('paragraph', [one], { ...here, around, isFrame: true }, drafts);
}

/** A term rests on what its definitions rest on. */
function addDefinitions(block: Block, here: Position, drafts: Draft[]): void {
  let terms: Block[] = [];
  for (const child of block.children) {
    if (child.token.type === 'dt_open') {
      terms.push(child);
      continue;
    }
    const from = drafts.length;
    collect([child], here, drafts);
    const citations = drafts.slice(from).flatMap((one) => one.citations);
    for (const term of terms)
      addText('paragraph', [term], { ...here, around: [...here.around, { citations }], isFrame: true }, drafts);
    terms = [];
  }
}

/** What raw HTML says, block by block. */
function addHtml(token: Token, here: Position, drafts: Draft[]): void {
  if (!here.holdsClaims) return;
  for (const claim of htmlTexts(token.content)) drafts.push(draftOf('paragraph', claim, here, token));
}

/** A footnote rests on what the claim that refers to it rests on. */
function addFootnote(block: Block, here: Position, drafts: Draft[]): void {
  const id: unknown = block.token.meta?.id;
  const owner = drafts.find(({ notes }) => typeof id === 'number' && notes?.includes(id) === true);
  collect(block.children, { ...here, parent: owner ?? here.parent, isFrame: true }, drafts);
}

function addItem(block: Block, here: Position, drafts: Draft[]): void {
  const own = block.children.filter(({ token }) => token.type === 'paragraph_open' || token.type === 'inline');
  const isRight = block.token.meta?.choice === 'right' && isCited(here);
  if (block.token.meta?.choice === 'wrong' && isCited(here) && own[0] !== undefined) {
    const claim = joinTexts(own.map((one) => readClaimText(inlineOf(one))));
    drafts.push({ ...draftOf('item', claim, { ...here, isFrame: true }, own[0].token), isWrongChoice: true });
  }
  const draft = addText('item', own, isRight ? { ...here, isFrame: true } : here, drafts);
  const rest = block.children.filter((child) => !own.includes(child));
  collect(rest, { ...here, parent: draft ?? here.parent }, drafts);
}

/** A paragraph; one that holds pictures only is a figure, and one that holds citations only cites for the block before it. */
function addParagraph(block: Block, here: Position, drafts: Draft[], previous: readonly Draft[]): void {
  const inline = inlineOf(block);
  const images = inline.filter(({ type }) => type === 'image');
  const claim = readClaimText(inline);
  if (images.length > 0 && claim.text.trim() === '') {
    const shown = images.filter((image) => !classesOf(image).includes('decorative'));
    const around = [...shown.flatMap((image) => citeOf(image, placeOf(block.token))), ...here.around];
    const texts = shown.flatMap((image) => [readClaimText(image.children ?? []), ...captionTexts(image)]);
    if (here.holdsClaims)
      drafts.push(
        draftOf('figure', { ...joinTexts(texts), citations: claim.citations }, { ...here, around }, block.token),
      );
    return;
  }
  if (claim.text.trim() === '' && claim.citations.length > 0) {
    coverAlso(previous, claim, drafts);
    return;
  }
  const [above] = previous;
  const isSpeaker = here.isQuoted && above !== undefined && isDashed(claim.text) && !isDashed(above.text);
  if (isSpeaker) coverAlso(previous, claim, drafts);
  addText('paragraph', [block], { ...here, isSpeaker }, drafts);
}

function captionTexts(image: Token): readonly ClaimText[] {
  const text = attributeOf(image, 'caption');
  return text === undefined ? [] : [{ text, quotations: quotationsIn(text).quotations, citations: [] }];
}

/** What stands behind blocks and cites for them too. */
function coverAlso(blocks: readonly Draft[], cover: Cover, drafts: Draft[]): void {
  for (const draft of blocks) drafts[drafts.indexOf(draft)] = { ...draft, around: [cover, ...draft.around] };
}

/** Returns the draft of a claim; where no claims are held its quotations become drafts instead. */
function addText(
  kind: ClaimKind,
  blocks: readonly Block[],
  here: Position,
  drafts: Draft[],
  level?: number,
): Draft | undefined {
  const [first] = blocks;
  if (first === undefined) return undefined;
  const read = here.isSpeaker === true ? readSpeaker : here.isQuoted ? readQuotation : readClaimText;
  const line = placeOf(first.token).line;
  const claim = joinTexts(
    blocks.map((block) => read(inlineOf(block))),
    blocks.map(({ token }) => placeOf(token).line - line),
  );
  const draft = { ...draftOf(kind, claim, here, first.token), ...(level === undefined ? {} : { level }) };
  if (here.holdsClaims) drafts.push(draft);
  else {
    if (here.isFrame === true) drafts.push(draft);
    drafts.push({ ...draft, isFrame: false, isAside: true });
    for (const { start, end } of claim.quotations) {
      const text = claim.text.slice(start, end);
      const breaks = draft.breaks?.map(({ at, line }) => ({ at: Math.max(0, at - start), line }));
      drafts.push({
        ...draft,
        ...(breaks === undefined ? {} : { breaks }),
        isFrame: false,
        kind: 'quotation',
        text,
        quotations: [{ start: 0, end: text.length }],
      });
    }
  }
  return draft;
}

function addDiagram(token: Token, here: Position, drafts: Draft[]): void {
  const diagram = here.slide.diagrams.find(({ id }) => id === token.meta?.id);
  if (diagram === undefined || !here.holdsClaims) return;
  const { text, ignoreNumbers, breaks } = labelsOf(diagram, here.lang);
  const shown = [text, diagram.isOfTable === true ? undefined : diagram.caption]
    .filter((part) => part !== undefined && part !== '')
    .join('\n');
  drafts.push({
    ...draftOf(
      'figure',
      {
        text: shown,
        quotations: quotationsIn(shown).quotations,
        citations: diagram.routes === undefined ? (diagram.citations ?? []) : [],
        breaks,
      },
      here,
      token,
    ),
    ignoreNumbers,
    ...(diagram.chart === undefined || diagram.isOfTable === true
      ? {}
      : { values: chartValues(diagram.chart), framedBy: diagram.chart.unit }),
  });
}

/** The labels of a view are claimed by its relations, one by one. */
function labelsOf({ language, code, chart, isOfTable }: Diagram, lang: string): DiagramText {
  // The rows of its table are claims of their own.
  if (isOfTable === true) return { text: '', ignoreNumbers: false, breaks: [] };
  if (chart !== undefined) return { text: chartText(chart), ignoreNumbers: false, breaks: [] };
  if (language === 'mermaid') return diagramText(code);
  return { ...(language === 'map' ? mapText(code, lang) : { text: '', breaks: [] }), ignoreNumbers: false };
}

function draftOf(kind: ClaimKind, claim: ClaimText, here: Position, token: Token): Draft {
  const { headings, parent, around, isFrame } = here;
  return { ...claim, kind, headings, parent, around, place: placeOf(token), ...(isFrame === true ? { isFrame } : {}) };
}

/** Every block that holds text, however deep. */
function textBlocksWithin(block: Block): readonly Block[] {
  return textBlocks(block).flatMap((one) => (one === block ? [one] : textBlocksWithin(one)));
}

/** The blocks of a cell that hold text: itself, or, where it holds blocks, those. */
function textBlocks(block: Block): readonly Block[] {
  const holdsText = block.children.some(({ token }) => token.type === 'inline');
  return holdsText ? [block] : block.children.flatMap(textBlocks);
}

function inlineOf({ token, children }: Block): readonly Token[] {
  if (token.type === 'inline') return token.children ?? [];
  return children.flatMap(({ token }) => (token.type === 'inline' ? (token.children ?? []) : []));
}

function captionOf(table: Block): readonly Cover[] {
  const caption = table.children.find(({ token }) => token.type === 'caption_open');
  return caption === undefined ? [] : [readClaimText(inlineOf(caption))];
}

function citeOf(token: Token, place: Place = placeOf(token)): readonly Cover[] {
  const cite = attributeOf(token, 'cite');
  return cite === undefined ? [] : [readCite(cite, place)];
}
