import { targetOf } from '../css/lightning-css.js';
import type { Diagnostic, Place } from '../model/diagnostic.js';
import type { Settings } from '../model/settings.js';
import { nearest } from '../nearest.js';
import { bestReading } from './best-reading.js';
import type { NamedBrand } from './brand/find-brand.js';
import { insteadOf, toolOf, withoutEffect } from './foreign-settings.js';
import { readFrontMatterBlock } from './front-matter-block.js';
import { overRevealMdFiles, type RevealMdFiles } from './reveal-md-files.js';
import { revealOptionNames } from './reveal-options.js';
import { settingsSchema } from './settings-schema.js';
import { themeDiagnostics, themeOf } from './themes.js';
import { schemaDiagnostics, type YamlText } from './yaml.js';

/** A deck's front matter, and where the Markdown after it starts. */
export interface FrontMatter {
  readonly settings: Settings;
  /** The files `css:` and `scripts:` name. */
  readonly styles: readonly NamedFile[];
  readonly scripts: readonly NamedFile[];
  /** The bibliographies `bibliography:` names. */
  readonly bibliographies: readonly NamedFile[];
  /** The CSL style `csl:` names. */
  readonly citationStyle?: NamedFile;
  /** What `brand:` says. */
  readonly brand?: NamedBrand;
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
 * Reads a deck's front matter. `folder`: whether the deck is a folder, which without a `theme` is taken to be written for ours.
 * `beneath`: what reveal-md's files say; the front matter overrides it.
 */
export function readFrontMatter(text: string, path: string, folder: boolean, beneath?: RevealMdFiles): FrontMatter {
  const { yaml, isTitleBlock, bodyLine, diagnostics } = readFrontMatterBlock(text, path);
  const all = beneath === undefined ? yaml : overRevealMdFiles(yaml, beneath);
  const read =
    all === undefined ? { ...defaults(folder), diagnostics: [] } : readSettings(all, { ...all.value }, folder);
  const settings: Settings = isTitleBlock === true ? { slideLevel: 'pandoc', ...read.settings } : read.settings;
  return {
    ...read,
    settings,
    bodyLine,
    diagnostics: [...diagnostics, ...(beneath?.diagnostics ?? []), ...read.diagnostics],
  };
}

function defaults(folder: boolean): Pick<FrontMatter, 'settings' | 'styles' | 'scripts' | 'bibliographies'> {
  return {
    settings: { lang: 'en', mode: 'light', usesOwnTheme: folder, cuts: [], handoutNotes: false, revealOptions: {} },
    styles: [],
    scripts: [],
    bibliographies: [],
  };
}

function readSettings(yaml: YamlText, given: object, folder: boolean): Omit<FrontMatter, 'bodyLine'> {
  const { value, diagnostics } = bestReading({ ...given }, yaml);
  const parsed = settingsSchema.safeParse(value);
  const wrong = parsed.success ? [] : parsed.error.issues;
  const bad = new Set(wrong.map((issue) => issue.path[0]));
  const kept = settingsSchema.safeParse(Object.fromEntries(Object.entries(value).filter(([key]) => !bad.has(key))));
  const {
    theme,
    css,
    scripts,
    csl,
    brand,
    bibliography,
    revealOptions,
    'slide-level': slideLevel,
    'stale-after': staleAfter,
    ...rest
  } = kept.success ? kept.data : {};
  const base = defaults(folder);
  const parallax = remoteAddress(revealOptions?.parallaxBackgroundImage);
  const known = theme === undefined ? undefined : themeOf(theme);
  const tool = Object.keys(given)
    .map(toolOf)
    .find((name) => name !== undefined);
  const usesOwnTheme = tool === undefined && (known?.isOwn ?? base.settings.usesOwnTheme);
  return {
    settings: {
      ...base.settings,
      ...withoutUndefined({ ...rest, slideLevel, staleAfter }),
      ...(known === undefined ? {} : { mode: known.mode }),
      ...(tool === undefined ? {} : { tool }),
      usesOwnTheme,
      revealOptions: parallax === undefined ? (revealOptions ?? {}) : withoutParallax(revealOptions ?? {}),
      places: placesOf(given, rest.rules ?? {}, yaml),
    },
    styles: (css ?? []).map((named, index) => ({ named, place: yaml.placeOf(['css', index]) })),
    scripts: (scripts ?? []).map((named, index) => ({ named, place: yaml.placeOf(['scripts', index]) })),
    bibliographies: (bibliography ?? []).map((named, index) => ({
      named,
      place: yaml.placeOf(['bibliography', index]),
    })),
    ...(csl === undefined ? {} : { citationStyle: { named: csl, place: yaml.placeOf(['csl']) } }),
    ...(brand === undefined ? {} : { brand: { value: brand, yaml } }),
    diagnostics: [
      ...diagnostics,
      ...schemaDiagnostics('setting-value', wrong, yaml).map((one) => (usesOwnTheme ? one : leniently(one))),
      ...Object.keys(given).flatMap((key) => unknownSetting(key, yaml)),
      ...Object.keys(revealOptions ?? {}).flatMap((key) => unknownRevealOption(key, yaml)),
      ...(parallax === undefined ? [] : [remoteParallax(parallax, yaml)]),
      ...(theme === undefined ? [] : themeDiagnostics(theme, yaml.placeOf(['theme']))),
    ],
  };
}

/** What lies on another host; undefined where it does not. */
function remoteAddress(value: unknown): string | undefined {
  return typeof value === 'string' && targetOf(value.trim(), '/').kind === 'remote' ? value.trim() : undefined;
}

/** The one option of Reveal that is an address. */
function withoutParallax({
  parallaxBackgroundImage,
  ...options
}: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return options;
}

function remoteParallax(url: string, yaml: YamlText): Diagnostic {
  const message = `${url} lies on another host and is left out: outputs ask the network for nothing.`;
  const place = yaml.placeOf(['revealOptions', 'parallaxBackgroundImage']);
  return { rule: 'remote-resource', severity: 'warning', message, place, cure: 'Save it beside the deck.' };
}

/** What another tool takes, or leaves out without a word, stops no deck that was written for it. */
function leniently(diagnostic: Diagnostic): Diagnostic {
  return { ...diagnostic, severity: 'warning', cure: 'The setting is left out.' };
}

function placesOf(value: object, rules: object, yaml: YamlText): Readonly<Record<string, Place>> {
  return Object.fromEntries([
    ...Object.keys(value).map((key) => [key, yaml.placeOf([key])]),
    ...Object.keys(rules).map((key) => [`rules.${key}`, yaml.placeOfKey(['rules', key])]),
  ]);
}

function unknownSetting(key: string, yaml: YamlText): Diagnostic[] {
  const place = yaml.placeOfKey([key]);
  const names = Object.keys(settingsSchema.shape);
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

function withoutUndefined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as never;
}
