import { resolve } from 'node:path';
import { type OpenTools, openTools } from '../commands/tools.js';
import { hostEffects } from './host-effects.js';
import { type DeckInput, locate } from './locate.js';
import { type Rendering, type RenderOptions, renderLocated } from './rendering.js';
import { unlessStopped } from './unless-stopped.js';

/** What a program that embeds Pilcrow may choose. */
export interface PilcrowOptions {
  /** `bundled`, `system`, the path of a browser, or addresses of browsers elsewhere with commas between them. Not given: `PILCROW_BROWSER`, else the first that is found. */
  readonly browser?: string;
  /**
   * The folder that keeps drawings, layouts and references for the next time; `false` keeps nothing. Not given: `.cache` in the
   * `node_modules` of the working folder, else the user's cache folder.
   */
  readonly cache?: string | false;
  /** The decks are someone else's: none of their scripts runs, and nothing outside their folders is read. */
  readonly untrusted?: boolean;
  /** False: the browser runs without its own sandbox, with `untrusted` too. */
  readonly sandbox?: boolean;
  /** Told what has nothing to do with a deck: why the cache could not keep anything. Not given: nobody is told. */
  readonly report?: (message: string) => void;
}

/** Renders decks. It starts a browser when one is first needed, and keeps it until it is disposed of. */
export interface Pilcrow extends AsyncDisposable {
  /**
   * Renders a deck. What is wrong in the deck is in `diagnostics`, and the deck is rendered all the same. Rejects with a DeckError
   * `deck-not-found` or `read-failed` where there is no deck, and `interrupted` after `dispose`.
   */
  readonly render: (deck: DeckInput, options?: RenderOptions) => Promise<Rendering>;
  /** Closes the browser. What is still being made rejects with a DeckError `interrupted`. May be called twice. */
  readonly dispose: () => Promise<void>;
}

/** Opens what rendering takes. It sets no signal handler, ends no process and writes to no stream. */
export async function createPilcrow(options: PilcrowOptions = {}): Promise<Pilcrow> {
  const stop = new AbortController();
  const effects = hostEffects({ signal: stop.signal, ...(options.report ? { report: options.report } : {}) });
  const { cache, ...rest } = options;
  const keeping = typeof cache === 'string' ? resolve(effects.cwd, cache) : cache;
  const opened = await openTools({ ...rest, quiet: true, ...(keeping === undefined ? {} : { keeping }) }, effects);
  const dispose = onceDisposed(opened, stop);
  const whileOpen = unlessStopped(stop.signal);
  return {
    render: (deck, renderOptions = {}) =>
      whileOpen(async () => {
        const located = await locate(deck, renderOptions.baseFolder, opened.tools);
        return renderLocated(located, renderOptions, whileOpen);
      }),
    dispose,
    [Symbol.asyncDispose]: dispose,
  };
}

function onceDisposed({ close }: OpenTools, stop: AbortController): () => Promise<void> {
  let closed: Promise<void> | undefined;
  return () => {
    stop.abort();
    closed ??= close();
    return closed;
  };
}
