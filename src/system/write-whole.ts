import { randomBytes } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { removeAtExit } from './leftovers.js';

/** Writes a file beside its place and renames it, so that nobody meets half of it. Makes its folder. Fails as the file system does. */
export async function writeWhole(file: string, content: string | Uint8Array): Promise<void> {
  const folder = dirname(file);
  const part = join(folder, `.${basename(file).slice(0, 80)}.${randomBytes(6).toString('hex')}.tmp`);
  const gone = removeAtExit(part);
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(part, content, { flag: 'wx' });
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined);
    throw error;
  } finally {
    gone();
  }
}
