import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, link, lstat, mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DeckError } from '../error.js';
import type { Piece } from '../model.js';
import { removeAtExit } from './leftovers.js';
import { systemCode, systemTrouble } from './system-trouble.js';

/** A file to be written: what is to stand in it, whole or in pieces, or of which file it is a copy. */
export type WrittenFile =
  | { readonly file: string; readonly bytes: Uint8Array | string }
  | { readonly file: string; readonly pieces: readonly Piece[] }
  | { readonly file: string; readonly copyOf: string };

/**
 * Writes all files or, when one fails, none: everything is written beside its place first and renamed last, in the order given.
 * A file that has the same bytes already is left as it is. Throws a DeckError `write-failed` that names the file and the cure.
 */
export async function replaceFiles(files: readonly WrittenFile[]): Promise<void> {
  const staged: Staged[] = [];
  let at = '';
  try {
    for (const written of files) {
      at = written.file;
      if (!(await isThere(written))) staged.push(await stage(written));
    }
    await putInPlace(staged, (file) => {
      at = file;
    });
  } catch (error) {
    throw writeFailure(at, error);
  } finally {
    for (const { tidy } of staged) await tidy();
  }
}

/** Whether the bytes stand in their place already: to flush a small file to the disk takes ten times as long as to read it. */
async function isThere({ file, ...content }: WrittenFile): Promise<boolean> {
  if (!('bytes' in content)) return false;
  const bytes = typeof content.bytes === 'string' ? Buffer.from(content.bytes) : content.bytes;
  try {
    const found = await lstat(file);
    return found.isFile() && found.size === bytes.length && Buffer.compare(await readFile(file), bytes) === 0;
  } catch {
    // What is in the way is said when it is written.
    return false;
  }
}

/** A file that is written beside its place. `former` is where what it replaces is kept meanwhile. */
interface Staged {
  readonly file: string;
  readonly temporary: string;
  readonly former: string;
  readonly tidy: () => Promise<void>;
}

/** Flushed to the disk before it is put in place: a full disk is noticed here, not in the reader's hands. */
async function stage({ file, ...content }: WrittenFile): Promise<Staged> {
  await mkdir(dirname(file), { recursive: true });
  const temporary = join(dirname(file), `.pilcrow-${randomBytes(6).toString('hex')}.tmp`);
  const former = `${temporary}.former.tmp`;
  const kept = [removeAtExit(temporary), removeAtExit(former)];
  const tidy = async (): Promise<void> => {
    for (const path of [temporary, former]) await rm(path, { force: true }).catch(() => undefined);
    for (const forget of kept) forget();
  };
  try {
    const handle = await open(temporary, 'wx');
    try {
      await writeFile(handle, contentOf(content));
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    await tidy();
    throw error;
  }
  return { file, temporary, former, tidy };
}

type Content = WrittenFile extends infer One ? (One extends unknown ? Omit<One, 'file'> : never) : never;

function contentOf(content: Content): string | Uint8Array | AsyncIterable<string | Uint8Array> {
  if ('bytes' in content) return content.bytes;
  return 'pieces' in content ? joined(content.pieces) : createReadStream(content.copyOf);
}

async function* joined(pieces: readonly Piece[]): AsyncGenerator<string> {
  for (const piece of pieces) {
    if (typeof piece === 'string') yield piece;
    else yield* inBase64(createReadStream(piece.base64Of));
  }
}

/** Three bytes are four characters, so that what is left over waits for the next. */
async function* inBase64(bytes: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let left = Buffer.alloc(0);
  for await (const more of bytes) {
    const all = Buffer.concat([left, more]);
    const whole = all.length - (all.length % 3);
    yield all.toString('base64', 0, whole);
    left = all.subarray(whole);
  }
  yield left.toString('base64');
}

/** Renames one after the other, and when one fails (a program may hold it open) puts back those before it. */
async function putInPlace(staged: readonly Staged[], at: (file: string) => void): Promise<void> {
  const undo: (() => Promise<void>)[] = [];
  try {
    for (const { file, temporary, former } of staged) {
      at(file);
      const stood = await keepFormer(file, former);
      await rename(temporary, file);
      undo.unshift(() => (stood ? rename(former, file) : rm(file, { force: true })));
    }
  } catch (error) {
    for (const back of undo) await back();
    throw error;
  }
}

/** A second name for what stands in a place; false when nothing does. Some disks know no second names, there it is copied. */
async function keepFormer(file: string, former: string): Promise<boolean> {
  try {
    await link(file, former).catch(() => copyFile(file, former));
    return true;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return false;
    throw error;
  }
}

function writeFailure(file: string, error: unknown): Error {
  const trouble = systemTrouble(
    error,
    'put that in order, or choose another folder with --out, and run the command again',
  );
  if (trouble === undefined) return error instanceof Error ? error : new Error(String(error));
  const message = `${file} could not be written: ${trouble.why}; ${trouble.cure}. What was there before is unchanged.`;
  return new DeckError('write-failed', message, { cause: error });
}
