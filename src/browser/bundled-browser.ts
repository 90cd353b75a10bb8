import { randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { extract } from 'tar-fs';
import { DeckError } from '../error.js';
import { escapeHtml } from '../escape-html.js';
import { cachePlaces, userCacheFolder } from '../system/cache-folder.js';
import { removeAtExit } from '../system/leftovers.js';
import { systemTrouble } from '../system/system-trouble.js';
import type { Environment, FoundBrowser } from './find-browser.js';
import { findBundle } from './find-bundle.js';

/**
 * The Chromium inside the npm package @sparticuz/chromium, so that `npm ci` alone is enough on Linux x64. The package's own unpacking is
 * made for AWS Lambda, so it is unpacked here: once a version, into the user's cache folder, about two seconds.
 * Undefined where the package is not installed or does not fit the machine.
 */
export async function bundledBrowser(env: Environment, signal: AbortSignal): Promise<FoundBrowser | undefined> {
  const bundle = findBundle();
  if (bundle === undefined) return undefined;
  const name = `chromium-${bundle.version}`;
  const [first] = cachePlaces(env);
  const isThere = first !== undefined && existsSync(join(first, name));
  const folder = join(isThere ? first : await userCacheFolder(env), name);
  if (!existsSync(folder)) await unpack(bundle.archives, folder, signal);
  return {
    executable: join(folder, 'chromium'),
    shell: true,
    origin: `@sparticuz/chromium ${bundle.version}, unpacked in ${folder}`,
    unpacked: folder,
    env: {
      ...env,
      LD_LIBRARY_PATH: [join(folder, 'lib'), env.LD_LIBRARY_PATH].filter(Boolean).join(delimiter),
      FONTCONFIG_PATH: join(folder, 'etc'),
    },
  };
}

/** Into a folder beside the place, renamed last: two commands at once do not meet, and a broken-off one leaves nothing that is taken for whole. */
async function unpack(archives: string, folder: string, signal: AbortSignal): Promise<void> {
  const temporary = join(dirname(folder), `.unpack-${randomBytes(6).toString('hex')}`);
  const gone = removeAtExit(temporary);
  const unpackOne = (name: string, target: NodeJS.WritableStream): Promise<void> => {
    const archive = createReadStream(join(archives, name), { highWaterMark: 1 << 20 });
    const contents = createBrotliDecompress({ chunkSize: 1 << 20 });
    // The pipeline says what went wrong; a stream that is broken off may say so once more, when nobody listens.
    const streams: NodeJS.EventEmitter[] = [archive, contents, target];
    const quieten = (stream: NodeJS.EventEmitter): void => void stream.on('error', () => undefined);
    streams.forEach(quieten);
    // So may a file of an archive for which no folder has been made yet.
    target.on('entry', (_header: unknown, file: NodeJS.EventEmitter) => quieten(file));
    return pipeline(archive, contents, target, { signal });
  };
  try {
    await removeAbandoned(dirname(folder));
    await mkdir(temporary);
    await Promise.all([
      unpackOne('chromium.br', createWriteStream(join(temporary, 'chromium'), { mode: 0o755 })),
      ...['al2023.tar.br', 'fonts.tar.br', 'swiftshader.tar.br'].map((name) => unpackOne(name, extract(temporary))),
    ]);
    await mkdir(join(temporary, 'etc'));
    await writeFile(join(temporary, 'etc', 'fonts.conf'), fontsConf(folder));
    await rename(temporary, folder);
  } catch (error) {
    await rm(temporary, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
    if (existsSync(folder)) return;
    throw signal.aborted ? error : notUnpacked(folder, error);
  } finally {
    gone();
  }
}

/** It takes about 250 MB. */
function notUnpacked(folder: string, error: unknown): unknown {
  const trouble = systemTrouble(error, 'set XDG_CACHE_HOME to a folder that may be written to');
  if (trouble === undefined) return error;
  const message = `The bundled browser could not be unpacked into ${folder}: ${trouble.why}; ${trouble.cure}. XDG_CACHE_HOME can name a folder with more room, --browser another browser.`;
  return new DeckError('write-failed', message, { cause: error });
}

/** What a killed command left behind more than an hour ago. */
async function removeAbandoned(cache: string): Promise<void> {
  for (const name of (await readdir(cache)).filter((entry) => entry.startsWith('.unpack-'))) {
    const path = join(cache, name);
    const made = await stat(path).catch(() => undefined);
    if (made !== undefined && Date.now() - made.mtimeMs > 3_600_000) await rm(path, { recursive: true, force: true });
  }
}

/** Chromium prints no text at all when fontconfig knows no font, web fonts included, and says nothing: so the bundle's own is named first. */
function fontsConf(folder: string): string {
  const folders = [join(folder, 'fonts'), '/usr/share/fonts', '/usr/local/share/fonts'];
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${folders.map((path) => `  <dir>${escapeHtml(path)}</dir>`).join('\n')}
  <dir prefix="xdg">fonts</dir>
  <cachedir>${escapeHtml(join(folder, 'font-cache'))}</cachedir>
</fontconfig>
`;
}
