import { parse } from 'yaml';
import type { ForeignDeck, ForeignSlide, ImportRemark } from './imported-deck.js';

/** A slide of Slidev with its own front matter. */
export interface SlidevSlide extends ForeignSlide {
  readonly settings: Readonly<Record<string, unknown>>;
}

/**
 * Divides a deck as Slidev does: at every line that begins with `---` outside code. What follows it directly, up to the next `---`, is the
 * slide's front matter. A comment is never divided, so that no part of a note becomes a slide.
 */
export function divideSlidev(
  { path, text }: Pick<ForeignDeck, 'path' | 'text'>,
  remarks: ImportRemark[],
): SlidevSlide[] {
  const lines = text.split('\n');
  const slides: SlidevSlide[] = [];
  let settings: SlidevSlide['settings'] = {};
  let from = 0;
  let isFirst = true;
  const end = (to: number): void => {
    const own = lines.slice(from, to).join('\n');
    if (!isFirst || own.trim() !== '') slides.push({ path, line: from + 1, text: own, settings });
    isFirst = false;
    settings = {};
  };
  for (let at = 0; at < lines.length; at++) {
    const line = (lines[at] ?? '').trimEnd();
    if (line.startsWith('---')) {
      end(at);
      from = at + 1;
      if (line[3] === '-' || (lines[at + 1] ?? '').trim() === '') continue;
      const close = lines.findIndex((one, index) => index > at && one.trimEnd() === '---');
      const last = close === -1 ? lines.length : close;
      settings = settingsOf(lines.slice(at + 1, last).join('\n'), { path, line: at + 2 }, remarks);
      at = last;
      from = last + 1;
    } else if (/^\s*`{3}/.test(line)) {
      const mark = /^\s*`+/.exec(line)?.[0] ?? '```';
      const close = lines.findIndex((one, index) => index > at && one.startsWith(mark));
      if (close !== -1) at = close;
    } else if (line.trimStart().startsWith('<!--') && !line.includes('-->')) {
      const close = lines.findIndex((one, index) => index > at && one.includes('-->'));
      if (close !== -1) at = close;
    }
  }
  if (from < lines.length || slides.length === 0) end(lines.length);
  return slides;
}

function settingsOf(yaml: string, place: ImportRemark['place'], remarks: ImportRemark[]): SlidevSlide['settings'] {
  try {
    const value: unknown = parse(yaml, { logLevel: 'silent' });
    if (typeof value === 'object' && value !== null) return { ...value };
  } catch {
    // Said below, as what is no mapping is.
  }
  const message = 'Is no front matter that can be read, and is left out.';
  if (yaml.trim() !== '') remarks.push({ fate: 'lost', place, typed: yaml.trim(), message });
  return {};
}
