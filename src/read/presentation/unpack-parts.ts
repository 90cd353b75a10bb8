import { unzip } from '../sources/zip.js';

/** Parts of a presentation as they are, by their paths; those that are not there are missing. Throws a DeckError where they are too large. */
export async function unpackParts(
  { bytes, path }: { readonly bytes: Uint8Array; readonly path: string },
  parts: readonly string[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  const wanted = new Set(parts);
  if (wanted.size === 0) return new Map();
  const files = await unzip({ bytes, path, name: path }, (name) => wanted.has(name), {
    damaged: 'Open it in the program it was made with and save it again as .pptx.',
    large: 'Make its pictures and films smaller: in PowerPoint by File, Info, Compress Media.',
  });
  return new Map(Object.entries(files));
}
