import type { Claim, SourceDigest } from '../model.js';
import { fingerprint } from './fingerprint.js';
import { pointsAt } from './locators.js';

/**
 * Of sources that are data only what the deck cites: a file has thousands of rows. Its head, ¶0, has the fingerprint of the whole file, so
 * that what rests on all of it is noticed to have changed. Digests out of the lock are as they were written.
 */
export function citedRows(digests: readonly SourceDigest[], claims: readonly Claim[]): readonly SourceDigest[] {
  return digests.map((digest) => {
    const { key, isData, isHere, paragraphs, places = [] } = digest;
    if (isData !== true || !isHere) return digest;
    const citations = claims.flatMap((claim) => [...claim.citations, ...claim.below]).filter((one) => one.key === key);
    const byRow = citations.filter(
      ({ parts = [], locators }) => locators.length > 0 || parts.some(({ kind }) => kind === 'row'),
    );
    const rows = paragraphs.filter(({ number }) => byRow.some((citation) => pointsAt(citation, number)));
    const columns = citations.flatMap(({ parts = [] }) =>
      parts.filter(({ kind }) => kind === 'column').map(({ from }) => from),
    );
    const head = { number: 0, words: 0, fingerprint: fingerprint(paragraphs.map((one) => one.fingerprint).join('')) };
    const kept = places.filter(({ kind, number, from }) =>
      kind === 'row' ? rows.some((row) => row.number === from) : columns.includes(number),
    );
    return { ...digest, paragraphs: [head, ...rows], ...(kept.length === 0 ? { places: [] } : { places: kept }) };
  });
}
