import type { ImportRemark } from './imported-deck.js';

/**
 * The title slide that Pandoc and Quarto make of the front matter; undefined where it has no title. What else stands on it there stands on
 * it here too, from the settings. `attributes` are those of the slide, as they stand in braces.
 */
export function titleSlide(
  title: unknown,
  attributes: readonly string[],
  place: ImportRemark['place'],
  remarks: ImportRemark[],
): string | undefined {
  const text = typeof title === 'string' || typeof title === 'number' ? String(title).replace(/\s+/g, ' ').trim() : '';
  if (text === '') return undefined;
  remarks.push({ fate: 'changed', place, typed: `title: ${text}`, message: 'Is the title slide.' });
  return `# ${text} {${['layout=title', ...attributes].join(' ')}}`;
}
