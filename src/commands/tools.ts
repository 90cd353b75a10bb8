import { join } from 'node:path';
import { type BrowserProvider, createBrowserProvider } from '../browser/browser-provider.js';
import { type Cache, createCache } from '../cache.js';
import { userCacheFolder } from '../cache-folder.js';
import { loadClientBundle } from '../client-bundle.js';
import type { Effects } from '../effects.js';
import type { ClientBundle } from '../model.js';
import { packageFolder, packageVersion } from '../package-folder.js';
import { createProgress, type Progress } from '../progress.js';
import type { Sanitiser } from '../render/sanitiser.js';

/** What the command line can ask of any command. */
export interface CommandOptions {
  /** Minutes; absent: the deck's own length. */
  readonly cut?: number;
  readonly force?: boolean;
  readonly quiet?: boolean;
  /** `bundled`, `system` or a path. */
  readonly browser?: string;
  /** Nobody vouches for the decks: none of their scripts runs anywhere, and they see nothing outside their folders. */
  readonly untrusted?: boolean;
  /** False: the browser runs without its own sandbox, a deck that is not trusted too. */
  readonly sandbox?: boolean;
}

/** What a command works with: made once, shared by all its decks. */
export interface Tools {
  readonly effects: Effects;
  readonly browser: BrowserProvider;
  readonly drawings: Cache;
  readonly layouts: Cache;
  readonly references: Cache;
  readonly client: ClientBundle;
  readonly progress: Progress;
  /** There when decks are not trusted. */
  readonly sanitiser?: Sanitiser;
  /** Gathered for one such deck: what it asked for outside its folder, absolute. */
  readonly refused?: ReadonlySet<string>;
}

/** Runs a command's work with its tools; the browser is closed on every way out, an interruption among them. */
export async function withTools<T>(
  options: Omit<CommandOptions, 'cut'>,
  effects: Effects,
  use: (tools: Tools) => Promise<T>,
): Promise<T> {
  const browser = createBrowserProvider({
    ...(options.browser === undefined ? {} : { choice: options.browser }),
    env: effects.env,
    sandbox: options.sandbox === false ? 'off' : options.untrusted === true ? 'required' : 'if-possible',
  });
  const folder = await cacheFolder(effects);
  const sanitiser = options.untrusted === true ? await (await import('./sanitiser.js')).createSanitiser() : undefined;
  const cache = { force: options.force ?? false, version: packageVersion() };
  const kept = {
    drawings: createCache(join(folder, 'drawings'), cache),
    layouts: createCache(join(folder, 'layouts'), cache),
    references: createCache(join(folder, 'references'), cache),
  };
  const close = (): void => void browser.close();
  effects.signal.addEventListener('abort', close);
  try {
    return await use({
      effects,
      browser,
      ...kept,
      client: await loadClientBundle(join(packageFolder(), 'dist/client')),
      progress: createProgress(effects, options.quiet ?? false),
      ...(sanitiser === undefined ? {} : { sanitiser }),
    });
  } finally {
    effects.signal.removeEventListener('abort', close);
    await browser.close();
    reportTrouble(folder, Object.values(kept), effects);
  }
}

/** Beside the project's packages where there are any, else in the user's cache folder. */
async function cacheFolder({ cwd, env, files }: Effects): Promise<string> {
  const packages = join(cwd, 'node_modules');
  if ((await files.kind(packages)) === 'folder') return join(packages, '.cache/pilcrow');
  return userCacheFolder(env);
}

/** A cache that fails stops nothing: it is said once, since it only costs time. */
function reportTrouble(folder: string, caches: readonly Cache[], { report }: Effects): void {
  const why = caches.map((cache) => cache.trouble()).find((trouble) => trouble !== undefined);
  if (why === undefined) return;
  report(
    `pilcrow: nothing was kept for the next run in ${folder}: ${why}. Drawings are made anew each time until it may be written to and has room.`,
  );
}
