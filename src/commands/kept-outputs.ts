import { resolve } from 'node:path';
import { type Diagnostic, hasErrors } from '../model/diagnostic.js';
import type { DeckLocation } from '../read/deck.js';
import { isStillSo, type Sight } from '../read/traced-files.js';
import { cacheKey } from '../system/cache.js';
import type { Effects } from '../system/effects.js';
import type { Tools } from './tools.js';

/** What was made of a deck, as far as the next run has to know it. */
export interface MadeOutputs {
  /** The deck's file, as messages show it. */
  readonly path: string;
  readonly diagnostics: readonly Diagnostic[];
  /** What writers said of what they wrote. */
  readonly remarks: readonly string[];
  /** Each file, absolute, and its SHA-256. */
  readonly written: readonly (readonly [file: string, hash: string])[];
}

/** What a command made of one deck before, known again by everything it was made from. */
export interface KeptOutputs {
  /**
   * What was made before, where making it again would give the same bytes; undefined where a file it was made from, or one that was made,
   * has changed.
   */
  readonly unchanged: () => Promise<MadeOutputs | undefined>;
  /** Notes what was made, and from what. */
  readonly keep: (made: MadeOutputs, sights: readonly Sight[]) => Promise<void>;
}

interface KeptRecord extends MadeOutputs {
  readonly sights: readonly Sight[];
}

/**
 * The outputs that a command with these `options` made of a deck. They depend on what was read, on the package, the browser, the day (rules
 * look at it) and the time that is put into them. Nothing is kept of a deck that is not trusted, whose files are found by following links,
 * nor of one with errors, nor where a font is missing that may be put in.
 */
export function keptOutputs(
  location: DeckLocation,
  options: { readonly out: string; readonly browser?: string },
  wanted: readonly string[],
  { browser, effects, outputs, sanitiser, fingerprint }: Tools,
): KeptOutputs {
  const nothing: KeptOutputs = { unchanged: async () => undefined, keep: async () => undefined };
  if (fingerprint === undefined || sanitiser !== undefined) return nothing;
  const { cwd, files } = effects;
  const { browser: _, ...rest } = options;
  const keyNow = async (): Promise<string> =>
    cacheKey([
      location.file,
      resolve(cwd, options.out),
      JSON.stringify([wanted, rest]),
      await browser.identity(),
      ...circumstances(fingerprint, effects),
    ]);
  return {
    async unchanged() {
      const text = await outputs.read(await keyNow());
      if (text === undefined) return undefined;
      const { sights, ...made } = JSON.parse(text) as KeptRecord;
      const isThere = made.written.every(([file, hash]) => files.hashNow(file) === hash);
      return isThere && (await isStillSo(sights, files)) ? made : undefined;
    },
    async keep(made, sights) {
      if (hasErrors(made.diagnostics) || made.diagnostics.some(({ rule }) => rule === 'glyph-missing')) return;
      await outputs.write(await keyNow(), JSON.stringify({ ...made, sights } satisfies KeptRecord));
    },
  };
}

/** What everything made of a deck depends on beside what is read: the package, where it runs, the day and the time that is put into it. */
export function circumstances(fingerprint: string, { cwd, env, now }: Effects): readonly string[] {
  const given = JSON.stringify([env.SOURCE_DATE_EPOCH, env.TZ, env.LANG, env.LC_ALL]);
  return [fingerprint, cwd, now().toISOString().slice(0, 10), given];
}
