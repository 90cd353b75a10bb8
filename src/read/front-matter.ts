import { z } from 'zod';
import type { Diagnostic, Place } from '../diagnostic.js';
import { nearest } from '../nearest.js';
import type { Settings } from '../settings.js';
import { revealOptionNames } from './reveal-options.js';
import { readYaml, schemaDiagnostics, type YamlText } from './yaml.js';

/** A deck's front matter, and where the Markdown after it starts. */
export interface FrontMatter {
  readonly settings: Settings;
  /** The files `css:` and `scripts:` name. */
  readonly styles: readonly NamedFile[];
  readonly scripts: readonly NamedFile[];
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
 * followed by a blank line or by anything but a YAML mapping is a slide separator.
 * `folder`: whether the deck is a folder, which without a `theme` is taken to be written for ours.
 */
export function readFrontMatter(text: string, path: string, folder: boolean): FrontMatter {
  const lines = text.split('\n');
  const end = lines.findIndex((line, index) => index > 0 && /^(---|\.\.\.)[ \t]*$/.test(line));
  const opens = /^---[ \t]*$/.test(lines[0] ?? '') && (lines[1] ?? '').trim() !== '';
  const looksLikeSettings = /^[\w-]+[ \t]*:(\s|$)/.test(lines[1] ?? '');
  const none = { ...defaults(folder), bodyLine: 1 };
  if (!opens) return { ...none, diagnostics: [] };
  if (end === -1) return { ...none, diagnostics: looksLikeSettings ? [unclosed(path)] : [] };
  const yaml = readYaml(lines.slice(1, end).join('\n'), path, 2);
  const bodyLine = end + 2;
  if (yaml.diagnostics.length > 0) {
    return looksLikeSettings ? { ...none, bodyLine, diagnostics: yaml.diagnostics } : { ...none, diagnostics: [] };
  }
  if (yaml.value === null) return { ...none, bodyLine, diagnostics: [] };
  if (typeof yaml.value !== 'object' || Array.isArray(yaml.value)) return { ...none, diagnostics: [] };
  return { ...readSettings(yaml, yaml.value, folder), bodyLine };
}

const text = z.union([z.string(), z.number()], { error: 'expected a text' }).transform((value) => String(value));
const list = z
  .union([z.string(), z.array(z.string())], { error: 'expected a path or a list of paths' })
  .transform((value) => (typeof value === 'string' ? value.split(',').map((part) => part.trim()) : value));
const minutes = z.number({ error: 'expected a number of minutes' }).positive('expected more than 0 minutes');
const pattern = z.string({ error: 'expected a regular expression in quotation marks' }).check((context) => {
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
const lang = z.string({ error: 'expected a language tag such as en or be' }).check((context) => {
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

const schema = z
  .object({
    title: text,
    subtitle: text,
    author: z.union([text, z.array(text).transform((names) => names.join(', '))], {
      error: 'expected a name or a list of names',
    }),
    date: text,
    lang,
    theme: z.string({ error: 'expected a theme: seminar or seminar-dark' }),
    minutes,
    cuts: z.array(minutes, { error: 'expected a list of minutes such as [15, 45, 90]' }),
    separator: pattern,
    verticalSeparator: pattern,
    notesSeparator: pattern,
    css: list,
    scripts: list,
    handoutNotes: z.boolean({ error: 'expected true or false' }),
    revealOptions: z.record(z.string(), z.unknown(), { error: "expected Reveal's options, a mapping" }),
  })
  .partial();

/** reveal-md's keys that choose what Pilcrow does by itself or not at all: accepted, and said to have no effect. */
const withoutEffect: Readonly<Record<string, string>> = {
  highlightTheme: 'code takes its colours from the theme',
  preprocessor: 'no program of the deck is run while it is compiled',
  template: 'the page is written by the tool',
  listingTemplate: 'the list of decks is written by the tool',
  absoluteUrl: 'outputs hold relative addresses only',
  assetsDir: 'assets are placed by the tool',
  favicon: 'outputs have no icon',
};

/** Reveal's own themes, and which of our two modes each comes nearest to. */
const revealThemes: Readonly<Record<string, 'light' | 'dark'>> = {
  beige: 'light',
  serif: 'light',
  simple: 'light',
  sky: 'light',
  solarized: 'light',
  white: 'light',
  'white-contrast': 'light',
  white_contrast: 'light',
  black: 'dark',
  'black-contrast': 'dark',
  black_contrast: 'dark',
  blood: 'dark',
  dracula: 'dark',
  league: 'dark',
  moon: 'dark',
  night: 'dark',
};

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
  const { theme, css, scripts, revealOptions, ...rest } = kept.success ? kept.data : {};
  const base = defaults(folder);
  const known = theme === undefined ? undefined : themeOf(theme);
  return {
    settings: {
      ...base.settings,
      ...withoutUndefined(rest),
      ...(known === undefined ? {} : { mode: known.mode, ours: known.ours }),
      revealOptions: revealOptions ?? {},
    },
    styles: (css ?? []).map((named, index) => ({ named, place: yaml.placeOf(['css', index]) })),
    scripts: (scripts ?? []).map((named, index) => ({ named, place: yaml.placeOf(['scripts', index]) })),
    diagnostics: [
      ...schemaDiagnostics('setting-value', wrong, yaml),
      ...Object.keys(value).flatMap((key) => unknownSetting(key, yaml)),
      ...Object.keys(revealOptions ?? {}).flatMap((key) => unknownRevealOption(key, yaml)),
      ...(theme === undefined ? [] : themeDiagnostics(theme, yaml)),
    ],
  };
}

const themes = ['seminar', 'seminar-dark', ...Object.keys(revealThemes)];

/** What a theme's name means; a mistyped one means the nearest, so that a slip of the key does not switch rules off. */
function themeOf(name: string): { readonly mode: 'light' | 'dark'; readonly ours: boolean } | undefined {
  if (name === 'seminar' || name === 'seminar-dark') return { mode: name === 'seminar' ? 'light' : 'dark', ours: true };
  const mode = Object.hasOwn(revealThemes, name) ? revealThemes[name] : undefined;
  if (mode !== undefined) return { mode, ours: false };
  const meant = nearest(name, themes);
  return meant === undefined ? undefined : themeOf(meant);
}

function themeDiagnostics(theme: string, yaml: YamlText): Diagnostic[] {
  const place = yaml.placeOf(['theme']);
  if (!themes.includes(theme)) {
    const near = nearest(theme, themes);
    const cure = near === undefined ? 'Themes are seminar and seminar-dark.' : `Did you mean ${near}?`;
    return [{ rule: 'theme', severity: 'warning', message: `There is no theme "${theme}".`, place, cure }];
  }
  const shown = themeOf(theme);
  if (shown === undefined || shown.ours) return [];
  const message = `The Reveal theme "${theme}" is shown as our ${shown.mode} theme.`;
  return [{ rule: 'theme', severity: 'note', message, place }];
}

function unknownSetting(key: string, yaml: YamlText): Diagnostic[] {
  const place = yaml.placeOfKey([key]);
  const names = Object.keys(schema.shape);
  if (names.includes(key)) return [];
  const why = Object.hasOwn(withoutEffect, key) ? withoutEffect[key] : undefined;
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
