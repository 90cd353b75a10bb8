import type { Claim, Deck, Place, Slide } from '../model.js';
import type { ClaimText } from './claim-text.js';
import { type Cover, type Draft, noteDrafts, shownDrafts } from './drafts.js';

/** Everything the deck says that needs evidence, in reading order, each with the citations that cover it. */
export function claimsOf(deck: Deck): readonly Claim[] {
  return deck.slides.flatMap(slideClaims);
}

/** What the deck shows where no claims are held: it needs no evidence, but may not repeat a source without quotation marks. */
export function asidesOf(deck: Deck): readonly (ClaimText & { readonly place: Place })[] {
  return deck.slides.flatMap((slide) => shownDrafts(slide).filter(({ isAside }) => isAside === true));
}

function slideClaims(slide: Slide): readonly Claim[] {
  const shown = shownDrafts(slide).filter(({ isAside }) => isAside !== true);
  const notes = noteDrafts(slide);
  return [
    ...shown.filter(hasWords).map((draft) => claimOf(draft, shown, slide)),
    ...notes.filter(hasWords).map((draft) => ({ ...claimOf(draft, notes, slide), kind: 'note' as const })),
  ];
}

function hasWords({ text }: Draft): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** Own citations first, then those around it, then those of its parent item and of the headings above it, else those below it. */
function claimOf(draft: Draft, all: readonly Draft[], slide: Slide): Claim {
  const { kind, place, text, quotations } = draft;
  const holdsOthers = draft.isFrame !== true && (kind === 'heading' || kind === 'item');
  const below = holdsOthers ? all.filter((one) => one.isFrame !== true && isAbove(draft, one)) : [];
  const chain = [draft, ...ancestors(draft)].flatMap((one): readonly Cover[] => [one, ...one.around]);
  const lower = below.flatMap((one) => [one, ...one.around].find(saysSomething) ?? []);
  const cover = chain.find(saysSomething) ?? joined(lower);
  return {
    kind,
    slide: { id: slide.id, number: slide.number },
    place,
    text,
    quotations,
    citations: cover.citations,
    below: below.flatMap(({ citations }) => citations),
    ...(cover.unsourced === undefined ? {} : { unsourced: cover.unsourced }),
    ...(draft.ignoreNumbers === true ? { ignoreNumbers: true } : {}),
    ...(draft.isFrame === true ? { isFrame: true } : {}),
    ...(draft.isWrongChoice === true ? { isWrongChoice: true } : {}),
    ...(draft.framedBy === undefined ? {} : { framedBy: draft.framedBy }),
    ...(draft.unpaired === undefined ? {} : { unpaired: draft.unpaired }),
  };
}

function saysSomething({ citations, unsourced }: Cover): boolean {
  return citations.length > 0 || unsourced !== undefined;
}

/** Citations first: what follows from cited claims rests on them. */
function joined(covers: readonly Cover[]): Cover {
  const citations = covers.flatMap((cover) => cover.citations);
  const unsourced = covers.find((cover) => cover.unsourced !== undefined)?.unsourced;
  return citations.length > 0 || unsourced === undefined ? { citations } : { citations, unsourced };
}

function ancestors({ parent, headings }: Draft): readonly Draft[] {
  return parent === undefined ? headings.toReversed() : [parent, ...ancestors(parent)];
}

function isAbove(one: Draft, other: Draft): boolean {
  for (let parent = other.parent; parent !== undefined; parent = parent.parent) if (isSame(parent, one)) return true;
  return other.headings.some((heading) => isSame(heading, one));
}

/** A draft may have been replaced by one with more citations; its place and text stay. */
function isSame(one: Draft, other: Draft): boolean {
  return one === other || (one.place === other.place && one.text === other.text && one.kind === other.kind);
}
