import { DeckError } from '../../error.js';
import type { SourceFile } from './source-block.js';

/** So much is unpacked of one archive at most, bytes: more is a mistake or means harm. */
const mostUnpacked = 256 * 2 ** 20;

/** Whether bytes are a zip archive that has a file of one of these names near its start, which says what it is. */
export function isZipWith(bytes: Uint8Array, ...names: readonly string[]): boolean {
  if (String.fromCharCode(...bytes.subarray(0, 4)) !== 'PK\u0003\u0004') return false;
  const latin = new TextDecoder('latin1');
  const ends = [bytes.subarray(0, 4096), bytes.subarray(-65536)].map((part) => latin.decode(part));
  return names.some((name) => ends.some((end) => end.includes(name)));
}

/** Unpacks the files of a zip archive that are wanted. Throws a DeckError, with a cure of the caller, where it is damaged, locked or too large. */
export async function unzip(
  { bytes, path }: SourceFile,
  wants: (name: string, size: number) => boolean,
  cures = { damaged: 'Fetch or save it again.', large: 'Save its text by itself.' },
): Promise<Readonly<Record<string, Uint8Array>>> {
  const { unzipSync } = await import('fflate');
  let sum = 0;
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!wants(name, originalSize)) return false;
        sum += originalSize;
        return sum <= mostUnpacked;
      },
    });
    if (sum <= mostUnpacked) return files;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new DeckError('read-failed', `${path} is damaged: it cannot be unpacked. ${cures.damaged}`, {
      cause: error,
    });
  }
  throw new DeckError('read-failed', `${path} unpacks to more than 256 MB. ${cures.large}`);
}
