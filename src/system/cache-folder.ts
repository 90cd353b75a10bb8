import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { homedir, tmpdir, userInfo } from 'node:os';
import { isAbsolute, join } from 'node:path';

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

/** Where it may lie, best first. A relative XDG_CACHE_HOME counts for none (XDG Base Directory Specification). */
export function cachePlaces(env: Environment): readonly string[] {
  return [env.XDG_CACHE_HOME ?? '', env.HOME ? join(homedir(), '.cache') : '']
    .filter((folder) => isAbsolute(folder))
    .map((folder) => join(folder, 'pilcrow'));
}

/** The temporary folder is open to everyone, so what lies there is only used when the folder is this user's own. */
async function privateTemporaryFolder(): Promise<string> {
  const { uid } = userInfo();
  const folder = join(tmpdir(), `pilcrow-cache-${uid}`);
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch(() => undefined);
  const found = await stat(folder).catch(() => undefined);
  return found === undefined || found.uid === uid ? folder : mkdtemp(`${folder}-`);
}
