import { DeckError } from '../error.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { DeckLocation } from '../read/deck.js';
import { shownPath } from '../read/text-file.js';
import type { Effects } from '../system/effects.js';
import { machineFailure, systemCode } from '../system/system-trouble.js';

/**
 * Works on one deck. Trouble of this deck alone becomes a diagnostic, so that the other decks are made; so does a bug of ours, whose
 * stack is reported. Trouble of the machine or of the whole command is thrown.
 */
export async function withDeckTrouble<T>(
  location: DeckLocation,
  effects: Effects,
  work: () => Promise<T>,
): Promise<{ readonly done: T } | { readonly trouble: Diagnostic }> {
  try {
    return { done: await work() };
  } catch (error) {
    if (effects.signal.aborted || machineFailure(error) !== undefined) throw error;
    if (error instanceof DeckError && !isOfOneDeck(error)) throw error;
    if (!(error instanceof DeckError)) {
      const stack = error instanceof Error ? error.stack : String(error);
      effects.report(`pilcrow: this is a bug in Pilcrow, please report it.\n${stack}`);
    }
    const message = error instanceof DeckError ? error.message : 'The deck could not be made: Pilcrow failed at it.';
    const place = { path: shownPath(location.file, effects), line: 1 };
    return { trouble: { rule: 'deck-failed', severity: 'error', message, place } };
  }
}

/** A folder that may not be written to, or a disk that is full, is in the way of every deck; a name that no file can have is not. */
function isOfOneDeck({ code, cause }: DeckError): boolean {
  if (code === 'write-failed') return ['ENAMETOOLONG', 'EISDIR', 'EEXIST', 'ENOTDIR'].includes(systemCode(cause));
  return code === 'read-failed' || code === 'page-crashed' || code === 'deck-not-ready' || code === 'pdf-mismatch';
}
