import { dirname, join } from 'node:path';
import { type BrowserProvider, createBrowserProvider } from '../browser/browser-provider.js';
import { createFontReader, type FontReader } from '../fonts/font-reader.js';
import type { ClientBundle } from '../model.js';
import { createPictureStore, type PictureStore } from '../pictures/picture-copies.js';
import type { Sanitiser } from '../render/sanitiser.js';
import { type Cache, cacheFor, createCache, noCache } from '../system/cache.js';
import { userCacheFolder } from '../system/cache-folder.js';
import { loadClientBundle } from '../system/client-bundle.js';
import type { Effects } from '../system/effects.js';
import { limitKeptSeldom } from '../system/kept-files.js';
import { packageFingerprint } from '../system/package-fingerprint.js';
import { packageFolder, packageVersion } from '../system/package-folder.js';
import { createProgress, type Progress } from '../system/progress.js';
import type { DeckMemory } from './deck-memory.js';

/** What the command line can ask of any command. */
export interface CommandOptions {
  /** Minutes; absent: the deck's own length. */
  readonly cut?: number;
  readonly force?: boolean;
  readonly quiet?: boolean;
  /** `bundled`, `system`, a path, or addresses of browsers elsewhere. */
  readonly browser?: string;
  /** The decks are not trusted: none of their scripts runs, and no file outside their folders is read. */
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
  readonly pictures: PictureStore;
  readonly fonts: FontReader;
  /** What was made of decks, and from what. */
  readonly outputs: Cache;
  /** What was found in editions that were judged only. */
  readonly judgements: Cache;
  /**
   * Tells this build of the package from others. Absent where the command runs from its sources, which may change: then no earlier output
   * is used again.
   */
  readonly fingerprint?: string;
  readonly client: ClientBundle;
  readonly progress: Progress;
  /** There when decks are not trusted. */
  readonly sanitiser?: Sanitiser;
  /** Gathered for one such deck: what it asked for outside its folder, absolute. */
  readonly refused?: ReadonlySet<string>;
  /** Of one deck that is made anew after each change. */
  readonly memory?: DeckMemory;
}

/** Tools, and what closes them: the browser, its folder, the listener on the effects' signal. */
export interface OpenTools {
  readonly tools: Tools;
  readonly close: () => Promise<void>;
}

/** What tools are opened with; `keeping`: the folder of the cache, absolute, or false for none. */
export type ToolOptions = Omit<CommandOptions, 'cut'> & { readonly keeping?: string | false };

/** Runs a command's work with its tools; the browser is closed on every way out, an interruption among them. */
export async function withTools<T>(
  options: Omit<CommandOptions, 'cut'>,
  effects: Effects,
  use: (tools: Tools) => Promise<T>,
): Promise<T> {
  const { tools, close } = await openTools(options, effects);
  try {
    return await use(tools);
  } finally {
    await close();
  }
}

/** Opens tools. The browser is closed when the effects' signal is aborted, or by `close`, which must be called once. */
export async function openTools(options: ToolOptions, effects: Effects): Promise<OpenTools> {
  const browser = createBrowserProvider({
    ...(options.browser === undefined ? {} : { choice: options.browser }),
    env: effects.env,
    sandbox: options.sandbox === false ? 'off' : options.untrusted === true ? 'required' : 'if-possible',
    report: effects.report,
  });
  const folder = options.keeping ?? (await cacheFolder(effects));
  const sanitiser = options.untrusted === true ? await (await import('./sanitiser.js')).createSanitiser() : undefined;
  const cache = (name: string): Cache =>
    folder === false
      ? noCache
      : createCache(join(folder, name), { force: options.force ?? false, version: packageVersion() });
  const kept = {
    drawings: cache('drawings'),
    layouts: browser.isElsewhere ? cacheFor(cache('layouts'), browser.identity) : cache('layouts'),
    references: cache('references'),
    outputs: cache('outputs'),
    judgements: cache('judgements'),
  };
  const [copies, fonts] = [cache('pictures'), cache('fonts')];
  const pictures = createPictureStore(copies, effects.files);
  const fingerprint = packageFingerprint();
  const client = await loadClientBundle(join(packageFolder(), 'dist/client'));
  const stop = (): void => void browser.close();
  effects.signal.addEventListener('abort', stop);
  return {
    tools: {
      effects,
      browser,
      ...kept,
      pictures,
      fonts: createFontReader(fonts),
      client,
      ...(fingerprint === undefined ? {} : { fingerprint }),
      progress: createProgress(effects, options.quiet ?? false),
      ...(sanitiser === undefined ? {} : { sanitiser }),
    },
    async close() {
      effects.signal.removeEventListener('abort', stop);
      await browser.close();
      await pictures.close();
      const caches = [...Object.values(kept), copies, fonts];
      reportTrouble(caches, effects);
      if (folder !== false && caches.some(({ written }) => written())) await limitKeptSeldom(folder);
    },
  };
}

/** Beside the project's packages where there are any, else in the user's cache folder. */
export async function cacheFolder({ cwd, env, files }: Effects): Promise<string> {
  const packages = join(cwd, 'node_modules');
  if ((await files.kind(packages)) === 'folder') return join(packages, '.cache/pilcrow');
  return userCacheFolder(env);
}

/** A cache that fails stops nothing: it is said once, since it only costs time. */
function reportTrouble(caches: readonly Cache[], { report }: Effects): void {
  const failed = caches.find((cache) => cache.trouble() !== undefined);
  if (failed === undefined) return;
  report(
    `pilcrow: nothing was kept for the next run in ${dirname(failed.folder)}: ${failed.trouble()}. Drawings are made again each time until the folder can be written to and has room.`,
  );
}
