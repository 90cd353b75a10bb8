import type { Claim, Deck, Place, Slide } from '../model.js';
import type { ClaimText } from './claim-text.js';
import { type Cover, type Draft, noteDrafts, shownDrafts } from './drafts.js';

/** Everything the deck says that needs evidence, in reading order, each with the citations that cover it. */
export function claimsOf(deck: Deck): readonly Claim[] {
  return deck.slides.flatMap((slide) => slideClaims(slide, deck.settings.lang));
}

/** What the deck shows where no claims are held: it needs no evidence, but may not repeat a source without quotation marks. */
export function asidesOf(deck: Deck): readonly (ClaimText & { readonly place: Place })[] {
  return deck.slides.flatMap((slide) =>
    shownDrafts(slide, deck.settings.lang).filter(({ isAside }) => isAside === true),
  );
}

function slideClaims(slide: Slide, lang: string): readonly Claim[] {
  const shown = shownDrafts(slide, lang).filter(({ isAside }) => isAside !== true);
  const notes = noteDrafts(slide, lang);
  const [below, belowNotes] = [draftsBelow(shown), draftsBelow(notes)];
  return [
    ...shown.filter(hasWords).map((draft) => claimOf(draft, below(draft), slide)),
    ...notes.filter(hasWords).map((draft) => ({ ...claimOf(draft, belowNotes(draft), slide), kind: 'note' as const })),
  ];
}

function hasWords({ text, values }: Draft): boolean {
  return values !== undefined || /[\p{L}\p{N}]/u.test(text);
}

/** Own citations first, then those around it, then those of its parent item and of the headings above it, else those below it. */
function claimOf(draft: Draft, lower: readonly Draft[], slide: Slide): Claim {
  const { kind, place, text, quotations } = draft;
  const holdsOthers = draft.isFrame !== true && (kind === 'heading' || kind === 'item');
  const below = holdsOthers ? lower : [];
  const chain = [draft, ...ancestors(draft)].flatMap((one): readonly Cover[] => [one, ...one.around]);
  const cover =
    chain.find(saysSomething) ?? joined(below.flatMap((one) => [one, ...one.around].find(saysSomething) ?? []));
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
    ...(draft.values === undefined ? {} : { values: draft.values }),
    ...(draft.breaks === undefined ? {} : { breaks: draft.breaks }),
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

/** What stands below each draft: its items, and under a heading everything. */
function draftsBelow(all: readonly Draft[]): (draft: Draft) => readonly Draft[] {
  const byPlace = new Map<Place, { readonly above: Draft; readonly below: Draft[] }[]>();
  for (const one of all) {
    if (one.isFrame === true) continue;
    for (const above of new Set(allAbove(one))) {
      const entries = byPlace.get(above.place) ?? [];
      const entry = entries.find((other) => isSame(other.above, above));
      if (entry === undefined) byPlace.set(above.place, [...entries, { above, below: [one] }]);
      else if (entry.below.at(-1) !== one) entry.below.push(one);
    }
  }
  return (draft) => byPlace.get(draft.place)?.find(({ above }) => isSame(above, draft))?.below ?? [];
}

function allAbove({ parent, headings }: Draft): readonly Draft[] {
  const above = [...headings];
  for (let one = parent; one !== undefined; one = one.parent) above.push(one);
  return above;
}

/** A draft may have been replaced by one with more citations; its place and text stay. */
function isSame(one: Draft, other: Draft): boolean {
  return one === other || (one.place === other.place && one.text === other.text && one.kind === other.kind);
}
