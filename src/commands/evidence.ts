import { join } from 'node:path';
import { type EvidenceLock, lockName, readLock, reviewClaims, updateLock, writeLock } from '../evidence/lock.js';
import { verifyEvidence } from '../evidence/verify.js';
import type { CommonWords } from '../language/common-words.js';
import { hasErrors } from '../model/diagnostic.js';
import type { Deck, Evidence } from '../model.js';
import { readCommonWords } from '../read/common-words.js';
import type { DeckLocation } from '../read/deck.js';
import { readSources } from '../read/source-text.js';
import { readTextFile } from '../read/text-file.js';
import type { Effects } from '../system/effects.js';

/** What a check of the evidence is asked for beside its diagnostics. */
export interface EvidenceOptions {
  /** A stale lock is an error rather than a warning. */
  readonly frozen?: boolean;
  /** Writes the lock anew with the claims that pass. */
  readonly updateLock?: boolean;
  /** Who has read each claim that passes against its source; writes the lock too. */
  readonly review?: string;
}

/**
 * Checks a deck's claims against the sources and the lock beside it. A lock that cannot be read is never overwritten: it may be
 * of a newer version, or hold reviews. A Markdown file by itself has no sources and makes no claims.
 */
export async function checkEvidence(
  deck: Deck,
  { folder, isFolder }: DeckLocation,
  { frozen = false, updateLock: updates = false, review }: EvidenceOptions,
  effects: Effects,
): Promise<Evidence> {
  if (!isFolder) return { claims: [], sources: [], diagnostics: [] };
  const { sources, diagnostics: unreadable } = await readSources(
    folder,
    deck.references.map(({ id }) => id),
    effects,
  );
  const file = join(folder, lockName);
  const locked = await readTextFile(file, effects);
  const { lock, diagnostics: broken } = locked === undefined ? { diagnostics: [] } : readLock(locked);
  const dictionaries = new Map<string, CommonWords | undefined>();
  const dictionary = (tag: string): CommonWords | undefined => {
    if (!dictionaries.has(tag)) dictionaries.set(tag, readCommonWords(tag, effects));
    return dictionaries.get(tag);
  };
  const verify = (by: EvidenceLock | undefined): Evidence => {
    const evidence = verifyEvidence(deck, sources, by, { frozen, dictionary });
    return { ...evidence, diagnostics: [...unreadable, ...broken, ...evidence.diagnostics] };
  };
  const evidence = verify(lock);
  const isKnown = evidence.sources.some(({ paragraphs }) => paragraphs.length > 0);
  if (!(updates || review !== undefined) || !isKnown || hasErrors(broken)) return evidence;
  const today = effects.now().toISOString().slice(0, 10);
  const next = updateLock(review === undefined ? evidence : reviewClaims(evidence, review, today), lock);
  const text = writeLock(next);
  if (text !== locked?.text) await effects.files.replace([{ file, bytes: text }]);
  return verify(next);
}
