import { isPassed, statusWords } from '../evidence/claim-status.js';
import type { CheckedClaim, Citation, ClaimStatus, Deck, FoundWords } from '../model.js';
import { escapeHtml } from './escape-html.js';
import type { PanelEntry } from './panel-entries.js';
import { typographic } from './passes/typography.js';
import { noteReference } from './reference.js';
import type { Rendering } from './rendering.js';

/** What was claimed, how it was checked, and in full where it comes from, as rows of a `<dl>`. */
export function rowsOf(entry: PanelEntry, { deck }: Rendering): string {
  const { claim, text, voice, citations, found } = entry;
  const keys = [...new Set(citations.map(({ key }) => key))];
  const rows: (readonly [name: string, html: string, lang: string])[] = [];
  if (claim !== undefined) {
    const spoken = voice === '' ? '' : ` <span class="voice">${escapeHtml(voice)}</span>`;
    if (text !== '') rows.push(['Claim', escapeHtml(typographic(text, deck.settings)) + spoken, langOf(deck)]);
    rows.push(['Checked', checkedHtml(claim, found), '']);
  }
  if (keys.length > 0) {
    const references = keys.map((key) =>
      referenceHtml(
        deck,
        citations.filter((citation) => citation.key === key),
      ),
    );
    rows.push(['Source', references.join('<br>'), langOf(deck)]);
  }
  return rows.map(([name, html, lang]) => `<div><dt>${name}</dt><dd${lang}>${html}</dd></div>`).join('');
}

/** The panel speaks English; what comes from the deck is in the deck's language. An attribute, or nothing. */
export function langOf({ settings: { lang } }: Deck): string {
  return lang.startsWith('en') ? '' : ` lang="${escapeHtml(lang)}"`;
}

/** What each status rests on. */
const kindsOf: Partial<Readonly<Record<ClaimStatus, readonly FoundWords['kind'][]>>> = {
  quoted: ['quotation'],
  anchored: ['anchor'],
  found: ['number', 'name'],
};

/** What rests on no source says so in full. */
const spelledOut: Partial<Readonly<Record<ClaimStatus, string>>> = {
  inference: 'inferred from cited claims',
  lecturer: "the lecturer's own knowledge",
};

function checkedHtml(claim: CheckedClaim, found: readonly FoundWords[]): string {
  const { by, reviews } = claim;
  const status = statusOf(claim, found);
  const matched = found.filter(({ kind }) => kindsOf[status]?.includes(kind) === true);
  const places = [...new Set(matched.map(({ paragraph }) => paragraph))].sort((a, b) => a - b);
  const said = [
    spelledOut[status] ?? statusWords[status],
    places.length === 0 ? '' : ` in ${places.map((paragraph) => `¶${paragraph}`).join(', ')}`,
    status === 'quoted' || status === 'anchored' ? ', word for word' : '',
    by === 'lock' ? '; checked against the source on an earlier run; the source is not here' : '',
  ].join('');
  const read = isPassed(status) ? reviews.map(({ who, when }) => `reviewed by ${who} on ${dayOf(when)}`) : [];
  return [said, ...read].map((line) => escapeHtml(line.charAt(0).toUpperCase() + line.slice(1))).join('<br>');
}

/** A claim that lost words in an edition has the status of what is left. */
function statusOf({ status, by }: CheckedClaim, found: readonly FoundWords[]): ClaimStatus {
  if (by !== 'source' || kindsOf[status] === undefined) return status;
  const left = (['quoted', 'anchored', 'found'] as const).find((one) =>
    found.some(({ kind }) => kindsOf[one]?.includes(kind)),
  );
  return left ?? 'cited';
}

/** An ISO date as references have it. */
function dayOf(when: string): string {
  return when.split('-').reverse().join('.');
}

/** A source in full, with the paragraph where only one place in it is cited. */
function referenceHtml(deck: Deck, citations: readonly Citation[]): string {
  const [first, ...others] = citations;
  if (first === undefined) return '';
  if (others.length > 0) return noteReference(deck, { key: first.key, locators: [], place: first.place });
  return noteReference(deck, first) + (first.suffix === undefined ? '' : `, ${escapeHtml(first.suffix)}`);
}
