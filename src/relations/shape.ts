import { z } from 'zod';
import type { Diagnostic, Place } from '../model/diagnostic.js';
import type { RuleName } from '../model/rules.js';
import type { Wording } from '../model.js';
import { nearest } from '../nearest.js';
import type { YamlText } from '../read/yaml.js';

/** A text in an author's YAML; a number written without quotation marks is one too. */
export const text = (expected: string) =>
  z
    .union([z.string(), z.number()], { error: expected })
    .transform((value) => String(value).trim())
    .refine((value) => value !== '', { error: expected });

/** A text, or one a language: `{ en: …, be: … }`; the first stands for languages that are not named. */
export const wording = (expected: string) =>
  z
    .union([text(expected), z.record(z.string(), text(expected))], { error: expected })
    .transform(
      (value): Wording =>
        typeof value === 'string'
          ? { text: value, byLang: {} }
          : { text: Object.values(value)[0] ?? '', byLang: value },
    );

/** A list of ids; a single one may stand without brackets. */
export const ids = (expected: string) =>
  z
    .union([text(expected), z.array(text(expected))], { error: expected })
    .transform((value) => (typeof value === 'string' ? [value] : value));

/** Trouble in the author's content that stops the deck. */
export function contentError(rule: RuleName, message: string, place: Place, cure: string): Diagnostic {
  return { rule, severity: 'error', message, place, cure };
}

/** The keys of a mapping that mean nothing here, each at its place and with the nearest that does. */
export function unknownKeys(
  rule: RuleName,
  value: unknown,
  known: readonly string[],
  path: readonly PropertyKey[],
  yaml: YamlText,
): Diagnostic[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  const unknown = Object.keys(value).filter((key) => !known.includes(key));
  return unknown.map((key) => {
    const message = `\`${key}\` means nothing here; expected ${known.join(', ')}.`;
    return contentError(rule, message, yaml.placeOfKey([...path, key]), cureFor(key, known, 'Remove the key.'));
  });
}

/** An id that stands for nothing, with the nearest that does. */
export function unknownId(
  rule: RuleName,
  what: string,
  id: string,
  known: readonly string[],
  place: Place,
): Diagnostic {
  const all = known.length === 0 ? 'There is none yet.' : `There are ${known.join(', ')}.`;
  return contentError(rule, `There is no ${what} "${id}".`, place, cureFor(id, known, all));
}

function cureFor(word: string, known: readonly string[], otherwise: string): string {
  const near = nearest(word, known);
  return near === undefined ? otherwise : `Did you mean \`${near}\`?`;
}
