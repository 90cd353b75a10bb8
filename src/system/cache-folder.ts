import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { homedir, tmpdir, userInfo } from 'node:os';
import { join, posix, win32 } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Pilcrow's folder for what can be made anew: the first place that may be written to, since a home folder can be absent or
 * read-only, as in a container. Where there is none, what is written there fails and says why.
 */
export async function userCacheFolder(env: Environment): Promise<string> {
  for (const place of cachePlaces(env)) {
    try {
      await mkdir(place, { recursive: true });
      await rm(await mkdtemp(join(place, '.try-')), { recursive: true });
      return place;
    } catch {
      // The next one.
    }
  }
  return privateTemporaryFolder();
}

/**
 * Where it may lie, best first. A relative XDG_CACHE_HOME counts for none (XDG Base Directory Specification). Windows keeps such folders in
 * LOCALAPPDATA, and has no HOME.
 */
export function cachePlaces(env: Environment, platform: string = process.platform): readonly string[] {
  const { isAbsolute, join } = platform === 'win32' ? win32 : posix;
  const own = platform === 'win32' ? env.LOCALAPPDATA : env.HOME && join(homedir(), '.cache');
  return [env.XDG_CACHE_HOME ?? '', own ?? '']
    .filter((folder) => isAbsolute(folder))
    .map((folder) => join(folder, 'pilcrow'));
}

/**
 * The temporary folder is open to everyone, so what lies there is only used when the folder is this user's own. On Windows each user has
 * one, and no number (`uid` is -1).
 */
async function privateTemporaryFolder(): Promise<string> {
  const { uid } = userInfo();
  const folder = join(tmpdir(), `pilcrow-cache-${uid}`);
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch(() => undefined);
  const found = await stat(folder).catch(() => undefined);
  return found === undefined || uid === -1 || found.uid === uid ? folder : mkdtemp(`${folder}-`);
}
