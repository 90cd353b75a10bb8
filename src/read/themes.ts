import type { Diagnostic, Place } from '../model/diagnostic.js';
import { nearest } from '../nearest.js';

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

/** Themes of Marp, Slidev and Quarto; their names are theirs alone. */
const otherThemes: Readonly<Record<string, 'light' | 'dark'>> = {
  'apple-basic': 'light',
  bricks: 'light',
  default: 'light',
  gaia: 'light',
  none: 'light',
  seriph: 'light',
  shibainu: 'light',
  uncover: 'light',
  dark: 'dark',
};

const themes = ['seminar', 'seminar-dark', ...Object.keys(revealThemes), ...Object.keys(otherThemes)];

/** What a theme's name means; a mistyped one means the nearest, so that a slip of the key does not switch rules off. */
export function themeOf(name: string): { readonly mode: 'light' | 'dark'; readonly isOwn: boolean } | undefined {
  if (name === 'seminar' || name === 'seminar-dark')
    return { mode: name === 'seminar' ? 'light' : 'dark', isOwn: true };
  const table = Object.hasOwn(revealThemes, name) ? revealThemes : otherThemes;
  const mode = Object.hasOwn(table, name) ? table[name] : undefined;
  if (mode !== undefined) return { mode, isOwn: false };
  const meant = nearest(name, themes);
  return meant === undefined ? undefined : themeOf(meant);
}

/** What there is to say about a theme's name, which stands at `place`. */
export function themeDiagnostics(theme: string, place: Place): Diagnostic[] {
  if (!themes.includes(theme)) {
    const near = nearest(theme, themes);
    const cure = near === undefined ? 'Themes are seminar and seminar-dark.' : `Did you mean ${near}?`;
    return [{ rule: 'theme', severity: 'warning', message: `There is no theme "${theme}".`, place, cure }];
  }
  const shown = themeOf(theme);
  if (shown === undefined || shown.isOwn) return [];
  const whose = Object.hasOwn(revealThemes, theme) ? 'Reveal theme' : 'theme';
  const message = `The ${whose} "${theme}" is shown as our ${shown.mode} theme.`;
  return [{ rule: 'theme', severity: 'note', message, place }];
}
