/**
 * Trouble with the user's setup: a folder without a deck, no browser, a full disk. Printed as one line without a stack.
 * What is wrong in a deck is a Diagnostic; anything else thrown is a bug and is printed with its stack.
 */
export class DeckError extends Error {
  readonly code: DeckErrorCode;

  /** `message` says what is there, what was expected and what to do. */
  constructor(code: DeckErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'DeckError';
    this.code = code;
  }
}

export type DeckErrorCode =
  | 'usage'
  | 'deck-not-found'
  | 'browser-not-found'
  | 'browser-failed'
  | 'sandbox-missing'
  | 'page-crashed'
  | 'write-failed'
  | 'read-failed'
  | 'interrupted'
  | 'machine'
  | 'not-built'
  | 'deck-not-ready'
  | 'pdf-mismatch'
  | 'pdf-unreadable';
