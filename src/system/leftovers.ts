import { rmSync } from 'node:fs';

const standing = new Set<string>();

/**
 * Remembers a file or folder that must not outlive the process: a second Ctrl-C ends it with no other chance to tidy up.
 * Call what is returned when it is gone, or has become what it was made for.
 */
export function removeAtExit(path: string): () => void {
  if (standing.size === 0) process.on('exit', removeAll).on('newListener', comeLast);
  standing.add(path);
  return () => {
    standing.delete(path);
    if (standing.size === 0) process.off('exit', removeAll).off('newListener', comeLast);
  };
}

/** Puppeteer kills its browser in a listener of its own, and a browser that lives makes its profile anew. */
function comeLast(event: string | symbol, listener: unknown): void {
  if (event !== 'exit' || listener === removeAll) return;
  queueMicrotask(() => {
    if (standing.size > 0) process.off('exit', removeAll).on('exit', removeAll);
  });
}

function removeAll(): void {
  for (const path of standing) rmSync(path, { recursive: true, force: true, maxRetries: 5 });
}
