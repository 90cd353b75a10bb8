import { DeckError } from '../error.js';

/** The browser is closed, and with it what was asked of it. */
export function interrupted(): DeckError {
  return new DeckError('interrupted', 'Stopped: the browser was closed before its work was done.');
}
