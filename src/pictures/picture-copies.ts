import { basename, extname, join } from 'node:path';
import type { Room } from '../model.js';
import { type Cache, cacheKey } from '../system/cache.js';
import type { Files } from '../system/effects.js';
import { hashFile } from '../system/hash-file.js';
import { type TemporaryFolder, temporaryFolder } from '../system/temporary-folder.js';
import { writeWhole } from '../system/write-whole.js';
import { type Copy, encodePicture } from './encode-picture.js';
import { tonesOf } from './picture-tones.js';

/** The two copies of a picture that outputs have in its place; absolute. */
export interface PictureCopies {
  readonly screen: string;
  readonly print: string;
}

/** What is known of a picture that was looked at. */
export interface PreparedPicture {
  /** Absent where the picture itself goes into outputs. */
  readonly copies?: PictureCopies;
  readonly hasPlace: boolean;
}

/** A picture to look at: its path, its SHA-256, its bytes when they are wanted, and the room it is shown in. */
export interface PictureToPrepare {
  readonly file: string;
  readonly hash: string;
  readonly read: () => Promise<Uint8Array>;
  readonly room: Room;
}

/** Makes copies of pictures, each once, and keeps them in a cache. */
export interface PictureStore {
  /** Throws what sharp throws for a picture that is damaged. */
  readonly prepare: (picture: PictureToPrepare) => Promise<PreparedPicture>;
  /** Its darkest and lightest colour (`tonesOf`); empty for a picture that cannot be read. */
  readonly tones: (picture: Pick<PictureToPrepare, 'hash' | 'read'>) => Promise<string>;
  /** The files of copies: they lie outside the deck, and are the tool's own. */
  readonly files: Pick<Files, 'readNow' | 'sizeNow' | 'hashNow' | 'stream' | 'read'>;
  readonly close: () => Promise<void>;
}

/** How copies are made; another number makes all of them anew. */
const recipe = '1';

/** The same for what is said of their colours. */
const tonesRecipe = '1';

/** Letters of a copy's name, so that every file system takes it. */
const longestName = 60;

/** What the cache says of a picture. Copies stand beside it as files, so that no command holds all of them in memory. */
interface Kept {
  readonly hasPlace: boolean;
  readonly copies?: Readonly<Record<keyof PictureCopies, { readonly path: string; readonly hash: string }>>;
}

/** `cache` says what was made; without a folder of its own the copies lie in a temporary one until `close`. */
export function createPictureStore(cache: Cache, files: Files): PictureStore {
  const known = new Map<string, Promise<PreparedPicture>>();
  let temporary: Promise<TemporaryFolder> | undefined;
  const folder = async (): Promise<string> => {
    if (cache.folder !== '' && cache.trouble() === undefined) return join(cache.folder, 'files');
    temporary ??= temporaryFolder('pictures');
    return (await temporary).path;
  };
  const make = async ({ file, read, room }: PictureToPrepare, key: string): Promise<PreparedPicture> => {
    const kept = await cache.read(key);
    const before = kept === undefined ? undefined : (JSON.parse(kept) as Kept);
    if (before !== undefined && isWhole(before)) return preparedAs(before);
    const { copies, hasPlace } = await encodePicture(await read(), room);
    if (copies === undefined) {
      await cache.write(key, JSON.stringify({ hasPlace } satisfies Kept));
      return { hasPlace };
    }
    const name = basename(file, extname(file)).slice(0, longestName);
    const place = async (copy: Copy): Promise<{ path: string; hash: string }> => {
      const path = await written(copy, join(await folder(), key.slice(0, 16)), name).catch(async () => {
        temporary ??= temporaryFolder('pictures');
        return written(copy, join((await temporary).path, key.slice(0, 16)), name);
      });
      return { path, hash: hashFile(path) };
    };
    const made: Kept = { hasPlace, copies: { screen: await place(copies.screen), print: await place(copies.print) } };
    if (temporary === undefined) await cache.write(key, JSON.stringify(made));
    return preparedAs(made);
  };
  return {
    prepare(picture) {
      const { width, height, isFilled = false } = picture.room;
      const key = cacheKey([recipe, basename(picture.file), picture.hash, `${width}×${height}`, String(isFilled)]);
      const making = known.get(key) ?? make(picture, key);
      known.set(key, making);
      return making;
    },
    async tones({ hash, read }) {
      const key = cacheKey(['tones', tonesRecipe, hash]);
      const kept = await cache.read(key);
      if (kept !== undefined) return kept;
      const tones = await tonesOf(await read()).catch(() => '');
      await cache.write(key, tones);
      return tones;
    },
    files,
    async close() {
      await (await temporary)?.remove();
    },
  };
}

/** Whether the copies are still there as they were made. */
function isWhole({ copies }: Kept): boolean {
  try {
    return Object.values(copies ?? {}).every(({ path, hash }) => hashFile(path) === hash);
  } catch {
    return false;
  }
}

function preparedAs({ hasPlace, copies }: Kept): PreparedPicture {
  if (copies === undefined) return { hasPlace };
  return { hasPlace, copies: { screen: copies.screen.path, print: copies.print.path } };
}

async function written({ bytes, ending }: Copy, folder: string, name: string): Promise<string> {
  const path = join(folder, `${name}.${ending}`);
  await writeWhole(path, bytes);
  return path;
}
