import { DeckError } from '../error.js';

/** Throws a DeckError where a source could not be cited by a key. */
export function checkKey(key: string): void {
  if (!/^[\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.+-](?=[\p{L}\p{N}_]))*$/u.test(key)) {
    throw new DeckError(
      'usage',
      `"${key}" cannot be cited: a key is of letters, digits, "_", "-" and ".". For example smith2024.`,
    );
  }
  if (key === 'inference' || key === 'lecturer') {
    throw new DeckError('usage', `"${key}" marks claims without a source and cannot be one. Choose another --key.`);
  }
}
