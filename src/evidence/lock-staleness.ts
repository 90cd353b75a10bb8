import type { Deck, Diagnostic, Evidence } from '../model.js';
import { type EvidenceLock, lockName, updateLock, writeLock } from './lock.js';

/** A lock is stale where writing it anew, with the sources that are here, would change it. Without a source nothing can be said. */
export function lockDiagnostics(
  deck: Deck,
  evidence: Evidence,
  lock: EvidenceLock | undefined,
  frozen: boolean,
): readonly Diagnostic[] {
  if (!evidence.sources.some(({ isHere }) => isHere)) return [];
  const message =
    lock === undefined
      ? `There is no ${lockName}: without the sources, no claim can be verified.`
      : staleness(evidence, lock);
  if (message === undefined) return [];
  return [
    {
      rule: 'lock-stale',
      severity: frozen ? 'error' : 'warning',
      message,
      place: { path: deck.path.replace(/[^/]*$/, lockName), line: 1 },
      cure: 'Write it with `pilcrow check --update-lock`.',
    },
  ];
}

/** What writing the lock anew would change. */
function staleness(evidence: Evidence, lock: EvidenceLock): string | undefined {
  const next = updateLock(evidence, lock);
  if (writeLock(next) === writeLock(lock)) return undefined;
  const [before, after] = [lock, next].map(({ claims }) => new Set(claims.map(({ id }) => id)));
  const added = next.claims.filter(({ id }) => before?.has(id) !== true).length;
  const gone = lock.claims.filter(({ id }) => after?.has(id) !== true).length;
  const changed = next.sources.filter(
    ({ key, paragraphs }) =>
      JSON.stringify(lock.sources.find((one) => one.key === key)?.paragraphs) !== JSON.stringify(paragraphs),
  );
  const parts = [
    ...(added > 0 ? [`${added} verified ${added === 1 ? 'claim is' : 'claims are'} not in it`] : []),
    ...(gone > 0 ? [`${gone} of its claims ${gone === 1 ? 'does' : 'do'} not pass or stand in the deck any more`] : []),
    ...(changed.length > 0 ? [`the text of ${changed.map(({ key }) => key).join(', ')} has changed`] : []),
  ];
  const why = parts.length === 0 ? 'what some of its claims rest on has changed' : parts.join(', ');
  return `${lockName} is not up to date: ${why}.`;
}
