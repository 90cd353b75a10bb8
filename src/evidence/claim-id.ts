import type { Citation, Claim } from '../model.js';
import { fingerprint } from './fingerprint.js';
import { normalise } from './normalise.js';

/** What makes a claim the same claim wherever it stands: its words, a chart's numbers, and what it cites, typography aside. */
export function claimId(claim: Pick<Claim, 'text' | 'quotations' | 'citations' | 'values'>): string {
  const quoted = claim.quotations.map(({ start, end }) => normalise(claim.text.slice(start, end)).text);
  const values = (claim.values ?? []).map(({ names, value }) => [...names, value].join(' '));
  return fingerprint([claimWords(claim), ...quoted, ...citationTexts(claim.citations), ...values].join('\n'));
}

/** A claim's text as the lock has it. */
export function claimWords({ text }: Pick<Claim, 'text'>): string {
  return text
    .split('\n')
    .map((line) => normalise(line).text.trim())
    .join(' / ');
}

/** `preiherman2024, ¶5, "a basis for enhanced"`, each once, in the order of writing. */
export function citationTexts(citations: readonly Citation[]): readonly string[] {
  return [...new Set(citations.map(citationText))];
}

function citationText({ key, locators, parts = [], anchor, suffix }: Citation): string {
  const numbers = locators.map(([from, to]) => (from === to ? `¶${from}` : `¶${from}–${to}`));
  const words = anchor === undefined ? [] : [`"${normalise(anchor).text}"`];
  return [
    key,
    ...numbers,
    ...parts.map(({ typed }) => typed),
    ...(suffix === undefined ? [] : [suffix]),
    ...words,
  ].join(', ');
}
