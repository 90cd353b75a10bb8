import { z } from 'zod';
import { type Diagnostic, levels, type Place } from '../diagnostic.js';
import { nearest } from '../nearest.js';
import type { Settings } from '../settings.js';
import { insteadOf, withoutEffect } from './foreign-settings.js';
import { revealOptionNames } from './reveal-options.js';
import { themeDiagnostics, themeOf } from './themes.js';
import { readYaml, schemaDiagnostics, type YamlText } from './yaml.js';

/** A deck's front matter, and where the Markdown after it starts. */
export interface FrontMatter {
  readonly settings: Settings;
  /** The files `css:` and `scripts:` name. */
  readonly styles: readonly NamedFile[];
  readonly scripts: readonly NamedFile[];
  /** The CSL style `csl:` names. */
  readonly citationStyle?: NamedFile;
  /** The first line of the Markdown (1-based). */
  readonly bodyLine: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** A file as a setting names it: relative to the deck's folder. */
export interface NamedFile {
  readonly named: string;
  readonly place: Place;
}

/**
 * Reads the block between a first line `---` and the next `---` or `...`, as Pandoc and reveal-md do. A first `---` that is
 * followed by anything but a YAML mapping is a slide separator; so is one with a blank line below it, unless a setting that is
 * known comes next, as reveal-md reads it.
 * `folder`: whether the deck is a folder, which without a `theme` is taken to be written for ours.
 */
export function readFrontMatter(text: string, path: string, folder: boolean): FrontMatter {
  const lines = text.split('\n');
  const end = lines.findIndex((line, index) => index > 0 && /^(---|\.\.\.)[ \t]*$/.test(line));
  const first = lines.findIndex((line, index) => index > 0 && line.trim() !== '');
  const key = /^([\w-]+)[ \t]*:(\s|$)/.exec(lines[first] ?? '')?.[1];
  const opens = /^---[ \t]*$/.test(lines[0] ?? '') && (first === 1 || (key !== undefined && isKnown(key)));
  const none = { ...defaults(folder), bodyLine: 1 };
  if (!opens) return { ...none, diagnostics: [] };
  if (end === -1) return { ...none, diagnostics: key === undefined ? [] : [unclosed(path)] };
  const yaml = readYaml(lines.slice(1, end).join('\n'), path, 2);
  const bodyLine = end + 2;
  if (yaml.diagnostics.length > 0) {
    return key === undefined ? { ...none, diagnostics: [] } : { ...none, bodyLine, diagnostics: yaml.diagnostics };
  }
  if (yaml.value === null) return { ...none, bodyLine, diagnostics: [] };
  if (typeof yaml.value !== 'object' || Array.isArray(yaml.value)) return { ...none, diagnostics: [] };
  return { ...readSettings(yaml, yaml.value, folder), bodyLine };
}

function isKnown(key: string): boolean {
  return (
    [schema.shape, insteadOf, withoutEffect].some((table) => Object.hasOwn(table, key)) || revealOptionNames.has(key)
  );
}

/** What a value should be and what it is, for a message. */
function wants(what: string): { readonly error: (issue: { readonly input?: unknown }) => string } {
  return { error: ({ input }) => `expected ${what}, found ${JSON.stringify(input)}` };
}

const text = z.union([z.string(), z.number()], wants('a text')).transform((value) => String(value));
const list = z
  .union([z.string(), z.array(z.string())], wants('a path or a list of paths'))
  .transform((value) => (typeof value === 'string' ? value.split(',').map((part) => part.trim()) : value));
const minutes = z.number(wants('a number of minutes')).positive(wants('more than 0 minutes'));
const pattern = z.string(wants('a regular expression in quotation marks')).check((context) => {
  try {
    new RegExp(context.value, 'mg');
  } catch (error) {
    context.issues.push({
      code: 'custom',
      input: context.value,
      message: `expected a regular expression; ${String(error)}`,
    });
  }
});
const lang = z.string(wants('a language tag such as en or be')).check((context) => {
  try {
    Intl.getCanonicalLocales(context.value);
  } catch {
    context.issues.push({
      code: 'custom',
      input: context.value,
      message: `"${context.value}" is no language tag; expected one such as en, be or uk-UA`,
    });
  }
});

const webAddress = z.string(wants('an address such as https://example.org/deck')).check((context) => {
  if (/^https?:\/\/\S+$/.test(context.value)) return;
  const message = `expected an address that begins with https://, found "${context.value}"`;
  context.issues.push({ code: 'custom', input: context.value, message });
});

const schema = z
  .object({
    title: text,
    subtitle: text,
    author: z.union([text, z.array(text).transform((names) => names.join(', '))], wants('a name or a list of names')),
    date: text,
    asOf: text,
    course: text,
    url: webAddress,
    lang,
    theme: z.string(wants('a theme: seminar or seminar-dark')),
    minutes,
    cuts: z.array(minutes, wants('a list of minutes such as [15, 45, 90]')),
    separator: pattern,
    verticalSeparator: pattern,
    notesSeparator: pattern,
    'slide-level': z.number(wants('a level of headings, 1 to 6')).int().min(1).max(6),
    css: list,
    scripts: list,
    csl: z.string(wants('the path of a CSL style file')),
    handoutNotes: z.boolean(wants('true or false')),
    embedSources: z.boolean(wants('true or false')),
    revealOptions: z.record(z.string(), z.unknown(), wants("Reveal's options, a mapping")),
    rules: z.record(z.string(), z.enum(levels, wants('off, note, warning or error')), wants('rules by their names')),
  })
  .partial();

function defaults(folder: boolean): { settings: Settings; styles: NamedFile[]; scripts: NamedFile[] } {
  return {
    settings: { lang: 'en', mode: 'light', ours: folder, cuts: [], handoutNotes: false, revealOptions: {} },
    styles: [],
    scripts: [],
  };
}

function readSettings(yaml: YamlText, value: object, folder: boolean): Omit<FrontMatter, 'bodyLine'> {
  const parsed = schema.safeParse(value);
  const wrong = parsed.success ? [] : parsed.error.issues;
  const bad = new Set(wrong.map((issue) => issue.path[0]));
  const kept = schema.safeParse(Object.fromEntries(Object.entries(value).filter(([key]) => !bad.has(key))));
  const { theme, css, scripts, csl, revealOptions, 'slide-level': slideLevel, ...rest } = kept.success ? kept.data : {};
  const base = defaults(folder);
  const known = theme === undefined ? undefined : themeOf(theme);
  return {
    settings: {
      ...base.settings,
      ...withoutUndefined({ ...rest, slideLevel }),
      ...(known === undefined ? {} : { mode: known.mode, ours: known.ours }),
      ...('marp' in value ? { ours: false } : {}),
      revealOptions: revealOptions ?? {},
      places: placesOf(value, rest.rules ?? {}, yaml),
    },
    styles: (css ?? []).map((named, index) => ({ named, place: yaml.placeOf(['css', index]) })),
    scripts: (scripts ?? []).map((named, index) => ({ named, place: yaml.placeOf(['scripts', index]) })),
    ...(csl === undefined ? {} : { citationStyle: { named: csl, place: yaml.placeOf(['csl']) } }),
    diagnostics: [
      ...schemaDiagnostics('setting-value', wrong, yaml),
      ...Object.keys(value).flatMap((key) => unknownSetting(key, yaml)),
      ...Object.keys(revealOptions ?? {}).flatMap((key) => unknownRevealOption(key, yaml)),
      ...(theme === undefined ? [] : themeDiagnostics(theme, yaml.placeOf(['theme']))),
    ],
  };
}

function placesOf(value: object, rules: object, yaml: YamlText): Readonly<Record<string, Place>> {
  return Object.fromEntries([
    ...Object.keys(value).map((key) => [key, yaml.placeOf([key])]),
    ...Object.keys(rules).map((key) => [`rules.${key}`, yaml.placeOfKey(['rules', key])]),
  ]);
}

function unknownSetting(key: string, yaml: YamlText): Diagnostic[] {
  const place = yaml.placeOfKey([key]);
  const names = Object.keys(schema.shape);
  if (names.includes(key)) return [];
  const instead = Object.hasOwn(insteadOf, key) ? insteadOf[key] : undefined;
  if (instead !== undefined) return [{ rule: 'unknown-setting', severity: 'warning', place, ...instead }];
  const setting = key.replace(/^_/, '');
  const why = Object.hasOwn(withoutEffect, setting) ? withoutEffect[setting] : undefined;
  if (why !== undefined) {
    return [{ rule: 'unknown-setting', severity: 'note', message: `\`${key}\` has no effect here: ${why}.`, place }];
  }
  if (revealOptionNames.has(key)) {
    const cure = 'Write it under `revealOptions:`.';
    return [
      { rule: 'unknown-setting', severity: 'warning', message: `\`${key}\` is an option of Reveal.`, place, cure },
    ];
  }
  return [unknown(key, 'setting', nearest(key, names), place)];
}

function unknownRevealOption(key: string, yaml: YamlText): Diagnostic[] {
  if (revealOptionNames.has(key)) return [];
  return [unknown(key, 'option of Reveal', nearest(key, revealOptionNames), yaml.placeOfKey(['revealOptions', key]))];
}

function unknown(key: string, what: string, near: string | undefined, place: Place): Diagnostic {
  return {
    rule: 'unknown-setting',
    severity: 'warning',
    message: `\`${key}\` is no ${what}.`,
    place,
    ...(near === undefined ? {} : { cure: `Did you mean \`${near}\`?` }),
  };
}

function unclosed(path: string): Diagnostic {
  return {
    rule: 'yaml',
    severity: 'error',
    message: 'The front matter is opened and never closed.',
    place: { path, line: 1 },
    cure: 'Put a line `---` after the last setting.',
  };
}

function withoutUndefined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as never;
}
