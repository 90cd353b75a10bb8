import { citationTexts } from '../evidence/claim-id.js';
import { pointsAt } from '../evidence/locators.js';
import type { CheckedClaim, Citation, FoundWords } from '../model.js';
import { claimText, lettersOf } from './claim-words.js';
import { citationsOf, claimsOf } from './meaning.js';
import type { Rendered } from './rendering.js';
import { isNotes, type SeenTree } from './slide-tree.js';
import { childElements, closest, elements, hasClass, isElement, type SeenElement } from './tree.js';
import { voiceOf } from './voice-of.js';

/** What the panel shows of one claim, or of a mark where nothing is claimed. */
export interface PanelEntry {
  readonly claim?: CheckedClaim;
  /** The claim as the slide has it, without its marks. */
  readonly text: string;
  /** Whose word it is, as the slide says it; empty where it does not. */
  readonly voice: string;
  readonly citations: readonly Citation[];
  readonly found: readonly FoundWords[];
}

/** The panel of a slide, or of its prose. */
export interface Panel {
  readonly entries: readonly PanelEntry[];
  /** The entries of each element that makes a claim, and of each mark: their numbers, from 1. */
  readonly numbers: ReadonlyMap<SeenElement, readonly number[]>;
}

/**
 * The claims that stand on a slide as this edition has it, in reading order. What an edition leaves out is nowhere in them: a heading
 * also rests on what stands below it, and a sentence may have lost words, so what is cited or quoted only there goes too. Where a
 * question's answer stands a student may know, but not in which words. `beside` is the slide whose heading covers the claims as well.
 */
export function panelEntries(
  { section, slide: { slide }, asked }: SeenTree,
  { edition, deck }: Pick<Rendered, 'edition' | 'deck'>,
  beside?: SeenElement,
): Panel {
  const shown = elements(section).filter(
    (element) => !isNotes(element) && closest(element, isNotes) === undefined && element !== section,
  );
  const above = beside === undefined ? [] : [beside, ...elements(beside)];
  // a drawing of relations has no marks of its own in the tree: what it shows stands with it
  const drawn = shown.flatMap(claimsOf).filter(({ kind }) => kind === 'relation');
  const standing = new Set([
    ...citationTexts([section, ...shown, ...above].flatMap(citationsOf)),
    ...drawn.flatMap(({ citations }) => citationTexts(citations)),
  ]);
  const typed = new Set(citationTexts(slide.citations));
  const isStanding = (citation: Citation): boolean => citationTexts([citation]).every((one) => standing.has(one));
  const isLeftOut = (citation: Citation): boolean =>
    !isStanding(citation) && citationTexts([citation]).every((one) => typed.has(one));
  const questions = citationTexts(asked);
  const isAsked = (mark: SeenElement, cites: readonly string[]): boolean =>
    edition.audience === 'student' &&
    (cites.some((one) => questions.includes(one)) || closest(mark, (one) => hasClass(one, 'question')) !== undefined);
  const entries: PanelEntry[] = [];
  const numbers = new Map<SeenElement, readonly number[]>();
  for (const element of shown) {
    if (!hasClass(element, 'pm')) {
      const made = claimsOf(element).flatMap((claim) => entryOf(claim, element, isLeftOut, deck.settings.lang) ?? []);
      if (made.length > 0)
        numbers.set(
          element,
          made.map((entry) => entries.push(entry)),
        );
      continue;
    }
    const cites = citationTexts(citationsOf(element));
    const isSame = ({ citations }: PanelEntry): boolean => citationTexts(citations).some((one) => cites.includes(one));
    const own = holderOf(element, numbers) ?? [];
    const index =
      own.find((number) => isSame(entries[number - 1] ?? bare)) ?? own[0] ?? entries.findLastIndex(isSame) + 1;
    const cited = slide.citations.filter((citation) => citationTexts([citation]).some((one) => cites.includes(one)));
    const citations = isAsked(element, cites) ? cited.map(({ anchor: _, ...one }): Citation => one) : cited;
    if (index > 0) numbers.set(element, [index]);
    else if (citations.length > 0) numbers.set(element, [entries.push({ ...bare, citations: once(citations) })]);
  }
  return { entries, numbers };
}

const bare: PanelEntry = { text: '', voice: '', citations: [], found: [] };

/** The numbers of the claim a mark stands in; a heading's marks stand beside it. */
function holderOf(mark: SeenElement, numbers: Panel['numbers']): readonly number[] | undefined {
  const holds = (element: SeenElement): boolean => numbers.has(element);
  const head = closest(mark, (element) => hasClass(element, 'head'));
  const holder = closest(mark, holds) ?? (head === undefined ? undefined : childElements(head).find(holds));
  return holder === undefined ? undefined : numbers.get(holder);
}

function entryOf(
  claim: CheckedClaim,
  element: SeenElement,
  isLeftOut: (citation: Citation) => boolean,
  lang: string,
): PanelEntry | undefined {
  const voice = voiceOf(speaker(element), lang);
  if (claim.kind === 'relation')
    return { claim, text: claim.text, voice, citations: once(claim.citations), found: claim.found };
  const text = claimText(element, claim.kind);
  const letters = lettersOf(text);
  const isWhole = claim.kind === 'figure' || letters === lettersOf(claim.text);
  if (claim.kind === 'quotation' && !letters.includes(lettersOf(claim.text))) return undefined;
  const citations = claim.citations.filter((citation) => !isLeftOut(citation));
  const kept = [...citations, ...claim.below.filter((citation) => !isLeftOut(citation))];
  const found = claim.found.filter(({ kind, source, paragraph, words }) => {
    const citing = kept.filter((citation) => citation.key === source && pointsAt(citation, paragraph));
    if (kind === 'anchor') return citing.some(({ anchor = '' }) => lettersOf(anchor) === lettersOf(words));
    return citing.length > 0 && (isWhole || letters.includes(lettersOf(words)));
  });
  return { claim, text: claim.kind === 'quotation' ? claim.text : text, voice, citations: once(citations), found };
}

/** The element that says whose word a claim is: for a heading the slide, for an item's or a quotation's paragraph these, or a list of them. */
function speaker(element: SeenElement): SeenElement {
  const isSlide = ({ attrs }: SeenElement): boolean => attrs.some(({ name }) => name === 'data-layout');
  const { parentNode } = element;
  if (!isElement(parentNode)) return element;
  if (hasClass(parentNode, 'head')) return closest(element, isSlide) ?? element;
  const own = element.tagName === 'p' && ['li', 'blockquote'].includes(parentNode.tagName) ? parentNode : element;
  let around: SeenElement = own;
  while (voiceOf(around, 'en') === '' && isElement(around.parentNode) && isWhole(around.parentNode))
    around = around.parentNode;
  return around;
}

/** What says for all it holds whose word it is. */
function isWhole({ tagName }: SeenElement): boolean {
  return ['ul', 'ol', 'dl', 'div', 'table', 'tbody'].includes(tagName);
}

function once(citations: readonly Citation[]): readonly Citation[] {
  return [...new Map(citations.map((citation) => [citationTexts([citation]).join(), citation])).values()];
}
