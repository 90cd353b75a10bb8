import { stringify } from 'yaml';
import { insteadOf, withoutEffect } from '../read/foreign-settings.js';
import { readFrontMatterBlock } from '../read/front-matter-block.js';
import { settingsSchema } from '../read/settings-schema.js';
import { themeOf } from '../read/themes.js';
import type { ForeignDeck, ImportRemark } from './imported-deck.js';

/** The front matter of another tool's deck. */
export interface ForeignFrontMatter {
  readonly values: Readonly<Record<string, unknown>>;
  /** From 1. */
  readonly bodyLine: number;
  readonly lineOf: (key: string) => number;
}

/** Reads it; what cannot be read is said and left out. */
export function readForeignFrontMatter(
  { path, text }: Pick<ForeignDeck, 'path' | 'text'>,
  remarks: ImportRemark[],
): ForeignFrontMatter {
  const { yaml, bodyLine, diagnostics } = readFrontMatterBlock(text, path);
  for (const { place, message } of diagnostics)
    remarks.push({ fate: 'lost', place, typed: 'the front matter', message });
  return {
    values: { ...yaml?.value },
    bodyLine,
    lineOf: (key) => yaml?.placeOfKey([key]).line ?? 1,
  };
}

/** Settings that mean the same everywhere. */
const same = ['title', 'subtitle', 'author', 'date', 'lang', 'minutes', 'css', 'macros'].concat([
  'revealOptions',
  'separator',
  'verticalSeparator',
  'notesSeparator',
  'bibliography',
  'csl',
]);

/** Writes the front matter of our deck. `taken` are the keys that the tool's own importer has dealt with. */
export function writeFrontMatter(
  { values, lineOf }: ForeignFrontMatter,
  taken: ReadonlySet<string>,
  own: Readonly<Record<string, unknown>>,
  path: string,
  remarks: ImportRemark[],
): string {
  const settings: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(values)) {
    if (taken.has(key) || value === null) continue;
    const place = { path, line: lineOf(key) };
    const kept = same.includes(key)
      ? ['macros', 'revealOptions', 'css', 'bibliography'].includes(key)
        ? value
        : plain(value)
      : undefined;
    const mode = key === 'theme' && typeof value === 'string' ? (themeOf(value)?.mode ?? 'light') : undefined;
    if (kept !== undefined && accepts(key, kept)) settings[key] = kept;
    else if (mode !== undefined) {
      settings.theme = mode === 'dark' ? 'seminar-dark' : 'seminar';
      remarks.push({ fate: 'changed', place, typed: `theme: ${String(value)}`, message: `Is our ${mode} theme.` });
    } else {
      const reason = Object.hasOwn(withoutEffect, key)
        ? `Here ${withoutEffect[key]}.`
        : Object.hasOwn(insteadOf, key)
          ? (insteadOf[key]?.cure ?? '')
          : 'No setting of ours takes its place.';
      remarks.push({ fate: 'lost', place, typed: `${key}: ${short(value)}`, message: `Is left out. ${reason}` });
    }
  }
  const all = { ...settings, ...own };
  if (!('lang' in all)) {
    remarks.push({
      fate: 'lost',
      place: { path, line: 1 },
      typed: 'lang',
      message: 'Is not said there. Write `lang:` into the front matter.',
    });
  }
  return Object.keys(all).length === 0 ? '' : `---\n${stringify(all, { lineWidth: 0 })}---\n\n`;
}

function accepts(key: string, value: unknown): boolean {
  const schema = (
    settingsSchema.shape as Readonly<Record<string, { safeParse: (value: unknown) => { success: boolean } }>>
  )[key];
  return schema === undefined || schema.safeParse(value).success;
}

/** A list of names as one text; `{ name }` as Quarto writes authors. */
export function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain).join(', ');
  if (typeof value === 'object' && value !== null) return 'name' in value ? plain(value.name) : undefined;
  return value;
}

function short(value: unknown): string {
  const text = (typeof value === 'string' ? value : JSON.stringify(value)).replace(/\s+/g, ' ').trim();
  return text.length > 60 ? `${text.slice(0, 58)}…` : text;
}
