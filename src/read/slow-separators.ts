import { runInNewContext } from 'node:vm';
import type { Diagnostic, Place } from '../model/diagnostic.js';
import type { TextFile } from '../model.js';
import type { FrontMatter } from './front-matter.js';

/** How long an author's separator may look for itself in all texts of a deck, ms; a usual one takes less than one. */
const limit = 1000;

/**
 * Takes out separators that would keep the parser busy for ever: a regular expression such as `(a+)+$` takes twice as long with every
 * letter. They are tried in a context of their own, the one place where Node ends one that runs.
 */
export function withoutSlowSeparators(given: FrontMatter, files: readonly TextFile[]): FrontMatter {
  const texts = files.map(({ text }) => text);
  const { separator, verticalSeparator, notesSeparator, ...rest } = given.settings;
  const own = { separator, verticalSeparator, notesSeparator };
  const slow = Object.entries(own).flatMap(([name, source]) =>
    source !== undefined && isSlow(source, texts) ? [name] : [],
  );
  if (slow.length === 0) return given;
  const kept = Object.entries(own).filter(([name, source]) => source !== undefined && !slow.includes(name));
  return {
    ...given,
    settings: { ...rest, ...Object.fromEntries(kept) },
    diagnostics: [
      ...given.diagnostics,
      ...slow.map((name) => tooSlow(name, given.settings.places?.[name] ?? { path: files[0]?.path ?? '', line: 1 })),
    ],
  };
}

/** One that is no regular expression is not slow; the parser says what is wrong with it. */
function isSlow(source: string, texts: readonly string[]): boolean {
  const search = 'for (const text of texts) for (const _ of text.matchAll(new RegExp(source, "mgi")));';
  try {
    runInNewContext(search, { source, texts }, { timeout: limit });
    return false;
  } catch (error) {
    return (error as { readonly code?: string }).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
  }
}

function tooSlow(name: string, place: Place): Diagnostic {
  const message = `\`${name}\` takes more than ${limit / 1000} s to be looked for and is left out.`;
  const cure = 'Write one without a repetition inside a repetition.';
  return { rule: 'setting-value', severity: 'error', message, place, cure };
}
