import { claimsOf } from '../../evidence/claims.js';
import { isDate } from '../../language/words/dates.js';
import type { Claim, Deck, Reference, Slide } from '../../model.js';
import { attributeOf, placeOf } from '../../parse/token.js';
import type { Checked, Finding } from '../finding.js';

/** Where the front matter has `stale-after`: one finding a slide, since its claims mostly rest on the same source. */
export function claimStale({ deck, today }: Checked): readonly Finding[] {
  const { staleAfter } = deck.settings;
  if (staleAfter === undefined || today === undefined) return [];
  const claims = claimsOf(deck);
  const isRead = /^en\b/i.test(deck.settings.lang);
  return deck.slides.flatMap((slide) => {
    if (slide.attributes.asof !== undefined) return [];
    const dated = datedLines(slide);
    const old = claims.filter(
      (claim) =>
        claim.slide.id === slide.id &&
        isStated(claim) &&
        !dated.has(`${claim.place.path}:${claim.place.line}`) &&
        !(isRead && tellsOfPast(claim.text)) &&
        (ageOf(claim, deck, today) ?? 0) > staleAfter,
    );
    const [first] = old;
    const age = first === undefined ? undefined : ageOf(first, deck, today);
    if (first === undefined || age === undefined) return [];
    const others = old.length === 1 ? '' : ` ${old.length - 1} more on this slide.`;
    const message = `"${shortened(first.text)}" speaks of the present, and its newest source is ${age} months old.${others}`;
    const cure = 'Write at its end or on the heading what date it speaks of, `{asof=2024-02}`, or cite a newer source.';
    return [{ message, place: first.place, cure }];
  });
}

/** What is shown as a claim of its own; a heading that rests on what stands below it is as old as that. */
function isStated({ kind, citations, below, isFrame, isWrongChoice }: Claim): boolean {
  if (isFrame === true || isWrongChoice === true || kind === 'note' || kind === 'quotation') return false;
  return kind !== 'heading' || !citations.every((citation) => below.includes(citation));
}

function datedLines({ tokens, handout }: Slide): ReadonlySet<string> {
  const dated = [...tokens, ...handout].filter((token) => token.block && attributeOf(token, 'asof') !== undefined);
  return new Set(dated.map(placeOf).map(({ path, line }) => `${path}:${line}`));
}

/** Months since the newest of the sources it cites; undefined where one has no date that is known. */
function ageOf({ citations }: Claim, { references }: Deck, today: Date): number | undefined {
  const cited = citations.flatMap(({ key }) => references.find(({ id }) => id === key) ?? []);
  const ages = cited.map((reference) => monthsSince(reference, today));
  if (ages.length === 0 || ages.some((age) => age === undefined)) return undefined;
  return Math.min(...ages.flatMap((age) => age ?? []));
}

function monthsSince({ issued }: Reference, today: Date): number | undefined {
  const text = String(issued ?? '');
  if (!isDate(text)) return undefined;
  const [year = 0, month = 12] = text.split('-').map(Number);
  return (today.getUTCFullYear() - year) * 12 + today.getUTCMonth() + 1 - month;
}

/** English verbs of the past, and none of the present: a few common ones, and those in -ed. */
const past =
  /\b(?:was|were|had|did|said|told|went|paid|built|bought|brought|lost|sold|sought|thought|left|came|took|gave|made|became|began|chose|held|kept|led|met|saw|sent|spent|stood|won|wrote|grew|fell|rose|\p{L}{2,}ed)\b/iu;
const present = /\b(?:is|are|has|have|does|do|will|can|says?|remains?|keeps?|wants?|holds?)\b/i;

function tellsOfPast(text: string): boolean {
  return past.test(text) && !present.test(text);
}

function shortened(text: string): string {
  const line = text.replaceAll('\n', ' ');
  return line.length <= 60 ? line : `${line.slice(0, 57).replace(/\s+\S*$/, '')} …`;
}
