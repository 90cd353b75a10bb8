import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';

/** The SHA-256 of a file of any size, in hexadecimal: read piece by piece, so that a film needs no more memory than a picture. */
export function hashFile(file: string): string {
  const hash = createHash('sha256');
  const piece = Buffer.alloc(2 ** 20);
  const handle = openSync(file, 'r');
  try {
    for (let count = readSync(handle, piece); count > 0; count = readSync(handle, piece)) {
      hash.update(piece.subarray(0, count));
    }
    return hash.digest('hex');
  } finally {
    closeSync(handle);
  }
}
