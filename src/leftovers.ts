import { rmSync } from 'node:fs';

const standing = new Set<string>();

/**
 * Remembers a file or folder that must not outlive the process: a second Ctrl-C ends it with no other chance to tidy up.
 * Call what is returned when it is gone, or has become what it was made for.
 */
export function removeAtExit(path: string): () => void {
  if (standing.size === 0) process.on('exit', removeAll);
  standing.add(path);
  return () => {
    standing.delete(path);
    if (standing.size === 0) process.off('exit', removeAll);
  };
}

function removeAll(): void {
  for (const path of standing) rmSync(path, { recursive: true, force: true, maxRetries: 5 });
}
