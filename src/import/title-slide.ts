import { plain } from './front-matter.js';
import type { ImportRemark } from './imported-deck.js';

/**
 * The title slide that Pandoc and Quarto make of the front matter; undefined where it has no title. Subtitle and authors stand on it too;
 * the date comes from the settings. `attributes` are those of the slide, as they stand in braces.
 */
export function titleSlide(
  { title, subtitle, author }: Readonly<Record<string, unknown>>,
  attributes: readonly string[],
  place: ImportRemark['place'],
  remarks: ImportRemark[],
): string | undefined {
  const text = lineOf(title);
  if (text === '') return undefined;
  remarks.push({ fate: 'changed', place, typed: `title: ${text}`, message: 'Is the title slide.' });
  const below = [lineOf(subtitle), lineOf(plain(author))].filter((line) => line !== '');
  return [`# ${text} {${['layout=title', ...attributes].join(' ')}}`, ...below].join('\n\n');
}

function lineOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).replace(/\s+/g, ' ').trim() : '';
}
