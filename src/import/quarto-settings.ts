import { themeOf } from '../read/themes.js';
import type { ForeignFrontMatter } from './front-matter.js';
import type { ForeignDeck, ImportRemark } from './imported-deck.js';
import { revealSettings } from './reveal-settings.js';

/** What Quarto’s front matter says of the deck, its options of `format: revealjs` among it. */
export interface QuartoSettings {
  readonly front: ForeignFrontMatter;
  /** Keys that were dealt with. */
  readonly taken: ReadonlySet<string>;
  readonly own: Readonly<Record<string, unknown>>;
  readonly slideLevel: number;
  readonly isIncremental: boolean;
  /** Whether the code of chunks is shown; a chunk may say otherwise. */
  readonly echoes: boolean;
  /** The attributes of the title slide, as they stand in braces. */
  readonly titleAttributes: readonly string[];
}

/** Formats of slides, the one whose options count first. */
const formats = ['revealjs', 'html', 'pptx', 'beamer'];

/** Reads it (https://quarto.org/docs/reference/formats/presentations/revealjs.html). */
export function quartoSettings(
  given: ForeignFrontMatter,
  { path, text }: ForeignDeck,
  remarks: ImportRemark[],
): QuartoSettings {
  const lines = text.split('\n').slice(0, given.bodyLine);
  // Options stand deeper than settings: their place is the first line that begins with them.
  const lineOf = (key: string): number =>
    Math.max(1, lines.findIndex((line) => line.trimStart().startsWith(`${key}:`)) + 1);
  const front = { ...given, lineOf };
  const format = asObject(front.values.format);
  const name = formats.find((one) => one in format) ?? Object.keys(format).find((one) => one.endsWith('-revealjs'));
  const options = name === undefined ? {} : asObject(format[name]);
  const values = { ...front.values, ...options };
  const execute = asObject(values.execute);
  const taken = new Set(['format', 'slide-level', 'incremental', 'echo', 'execute', 'title-slide-attributes']);
  const reveal = revealSettings(options);
  for (const key of reveal.keys) taken.add(key);
  if (Object.keys(execute).some((key) => key !== 'echo')) taken.delete('execute');
  const themes = [values.theme].flat().filter((one) => typeof one === 'string');
  const sheets = themes.filter((theme) => theme.includes('.'));
  if (sheets.length > 0) {
    taken.add('theme');
    const message = 'Is left out: Sass is not read. Write its rules into a `style.css` beside the deck.';
    for (const sheet of sheets)
      remarks.push({ fate: 'lost', place: { path, line: front.lineOf('theme') }, typed: `theme: ${sheet}`, message });
  }
  const isDark = themes.some((theme) => themeOf(theme)?.mode === 'dark');
  if (values.date === 'today' || values.date === 'last-modified' || values.date === 'now') {
    taken.add('date');
    const message = 'Is left out: the day is not looked up. Write the date.';
    remarks.push({ fate: 'lost', place: { path, line: front.lineOf('date') }, typed: `date: ${values.date}`, message });
  }
  const level = Number(values['slide-level'] ?? 2);
  return {
    front: { ...front, values },
    taken,
    own: {
      ...(isDark && sheets.length > 0 ? { theme: 'seminar-dark' } : {}),
      ...(reveal.keys.length === 0 ? {} : { revealOptions: reveal.options }),
    },
    slideLevel: Number.isInteger(level) ? level : 2,
    isIncremental: values.incremental === true,
    echoes: values.echo === true || execute.echo === true,
    titleAttributes: Object.entries(asObject(values['title-slide-attributes'])).map(
      ([key, value]) => `${key.replace(/^data-/, '')}="${String(value).replaceAll('"', '&quot;')}"`,
    ),
  };
}

function asObject(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value === 'string') return { [value]: {} };
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}
