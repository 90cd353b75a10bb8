import { escapeHtml } from '../escape-html.js';
import { isPassed, statusIn } from '../evidence/claim-status.js';
import { paragraphName } from '../evidence/locators.js';
import { filled, ownLang, ownLangHtml, wordsIn } from '../language/words/words.js';
import type { CheckedClaim, Citation, ClaimStatus, Deck, FoundWords, Settings } from '../model.js';
import type { PanelEntry } from './panel-entries.js';
import { typographic } from './passes/typography.js';
import { noteReference } from './reference.js';
import type { Rendered } from './rendering.js';
import { pageOf } from './text-fragment.js';

/** What was claimed, how it was checked, and in full where it comes from, as rows of a `<dl>`. */
export function rowsOf(entry: PanelEntry, { deck }: Rendered): string {
  const { claim, text, voice, citations } = entry;
  const { settings } = deck;
  const words = wordsIn(settings.lang);
  const keys = [...new Set(citations.map(({ key }) => key))];
  const rows: (readonly [name: string, html: string, lang: string])[] = [];
  if (claim !== undefined) {
    const spoken = voice === '' ? '' : ` <span class="voice">${escapeHtml(voice)}</span>`;
    if (text !== '') rows.push([words.claim, escapeHtml(typographic(text, settings)) + spoken, langOf(deck)]);
    rows.push([words.checked, checkedHtml(claim, entry, settings), '']);
  }
  if (keys.length > 0) {
    const references = keys.map((key) =>
      referenceHtml(
        deck,
        citations.filter((citation) => citation.key === key),
      ),
    );
    rows.push([words.from, references.join('<br>'), langOf(deck)]);
  }
  return rows.map(([name, html, lang]) => `<div><dt>${name}</dt><dd${lang}>${html}</dd></div>`).join('');
}

/** What comes from the deck is in the deck's language, which the panel's words are not always in. An attribute, or nothing. */
export function langOf({ settings: { lang } }: Deck): string {
  return ownLang(lang).lang === undefined ? '' : ` lang="${escapeHtml(lang)}"`;
}

/** What each status rests on. */
const kindsOf: Partial<Readonly<Record<ClaimStatus, readonly FoundWords['kind'][]>>> = {
  quoted: ['quotation'],
  anchored: ['anchor'],
  found: ['number', 'name'],
};

function checkedHtml(
  claim: CheckedClaim,
  { citations, found }: Pick<PanelEntry, 'citations' | 'found'>,
  { lang }: Settings,
): string {
  const { by, reviews } = claim;
  const status = statusOf(claim, found);
  const matched = found.filter(({ kind }) => kindsOf[status]?.includes(kind) === true);
  const inOrder = [...matched].sort((a, b) => a.paragraph - b.paragraph);
  const places = new Set(
    inOrder.map(({ source, paragraph }) => paragraphName([...citations, ...claim.below], source, paragraph)),
  );
  const words = wordsIn(lang);
  const what = statusIn(lang, status);
  const where = [...places].join(', ');
  const said = [
    where === '' ? what : filled(words.foundIn, { what, places: where }),
    status === 'quoted' || status === 'anchored' ? `, ${words.verbatim}` : '',
    by === 'lock' ? `; ${words.earlier}` : '',
  ].join('');
  const read = isPassed(status)
    ? reviews.map(({ who, when }) => filled(words.reviewed, { who, date: dayOf(when) }))
    : [];
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

/** A link to the public page at the words, where the reference has one and the deck names words. */
function thereHtml(deck: Deck, citation: Citation): string {
  const page = pageOf(deck, citation);
  const { lang } = deck.settings;
  if (page === undefined) return '';
  return ` <a class="there" href="${escapeHtml(page)}"${ownLangHtml(lang)}>${escapeHtml(wordsIn(lang).readThere)}</a>`;
}

/** A source in full, with the paragraph where only one place in it is cited. */
function referenceHtml(deck: Deck, citations: readonly Citation[]): string {
  const [first, ...others] = citations;
  if (first === undefined) return '';
  if (others.length > 0) return noteReference(deck, { key: first.key, locators: [], place: first.place });
  const before = first.prefix === undefined ? '' : `${escapeHtml(first.prefix)} `;
  const typed = [
    ...(first.parts ?? []).map((part) => part.typed),
    ...(first.suffix === undefined ? [] : [first.suffix]),
  ];
  const after = typed.map((one) => `, ${escapeHtml(one)}`).join('');
  const note = noteReference(deck, first);
  return before + (after === '' ? note : note.replace(/\.$/, '')) + after + thereHtml(deck, first);
}
