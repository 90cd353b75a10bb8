import { revealOptionNames } from '../read/reveal-options.js';

/** Options of Reveal that our stage sets by itself, or that would show the audience what is the speaker’s. */
const notOurs: ReadonlySet<string> = new Set([
  'width',
  'height',
  'margin',
  'minScale',
  'maxScale',
  'slideNumber',
  'hash',
  'view',
  'showNotes',
]);

/** The options of Reveal among settings, by Reveal’s names and by those with hyphens, with the keys they stand under. */
export function revealSettings(values: Readonly<Record<string, unknown>>): {
  readonly options: Readonly<Record<string, unknown>>;
  readonly keys: readonly string[];
} {
  const found = Object.entries(values).flatMap(([key, value]) => {
    const name = key.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
    return revealOptionNames.has(name) && !notOurs.has(name) ? [{ key, name, value }] : [];
  });
  return {
    options: Object.fromEntries(found.map(({ name, value }) => [name, value])),
    keys: found.map(({ key }) => key),
  };
}
