import { type Zippable, zipSync } from 'fflate';

/** Pressed already: to press them again takes seconds and saves nothing. */
const isPressed = /\.(png|jpe?g|gif|webp|avif|mp4|webm)$/;

/**
 * Files as one archive: the same files give the same bytes, since each has the earliest date an archive knows. `stored` are not pressed,
 * nor are pictures.
 */
export function zipFiles(
  files: readonly { readonly name: string; readonly bytes: Uint8Array | string }[],
  stored: readonly string[] = [],
): Uint8Array {
  const encoder = new TextEncoder();
  const entries = files.map(({ name, bytes }): [string, Zippable[string]] => {
    const content = typeof bytes === 'string' ? encoder.encode(bytes) : bytes;
    return [
      name,
      [content, { level: stored.includes(name) || isPressed.test(name) ? 0 : 6, mtime: new Date(1980, 0, 1) }],
    ];
  });
  return zipSync(Object.fromEntries(entries));
}
