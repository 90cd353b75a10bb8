import type { Token } from 'markdown-it';
import { slideLevelOf } from '../parse/divide-at-headings.js';
import { createMarkdown } from '../parse/markdown.js';
import { separator } from '../parse/plugins/separator.js';
import { lineStarts } from './blocks.js';
import type { ForeignSlide } from './imported-deck.js';

/** A line `---` is a rule there, or underlines a heading. */
const reader = createMarkdown([separator]);

/**
 * Divides a text as Pandoc does: headings of the slide's level and above begin a slide, and so does every rule (Pandoc's manual,
 * "Structuring the slide show"). Without `level` it is the highest that text follows at once; 0 lets only rules divide. What stands
 * below a part's heading is its stack.
 */
export function dividePandoc(
  { path, text, line: firstLine }: ForeignSlide,
  level: number | undefined,
): readonly ForeignSlide[] {
  const lines = text.split('\n');
  const tokens = reader.parse(text, {}).filter((token) => !isTextInPandoc(token, lines));
  const slideLevel = level ?? slideLevelOf(tokens);
  const starts = lineStarts(text);
  const slides: ForeignSlide[] = [];
  let from = 0;
  let isInStack = false;
  let isBelow = false;
  const end = (to: number, next: number, below: boolean): void => {
    const own = text.slice(starts[from] ?? text.length, starts[to] ?? text.length);
    if (own.trim() !== '') slides.push({ path, line: firstLine + from, text: own, isBelow });
    isBelow = below;
    from = next;
  };
  for (const { type, tag, level: depth, map } of tokens) {
    if (depth > 0 || map === null) continue;
    const heading = type === 'heading_open' ? Number(tag.slice(1)) : 0;
    if (heading > 0 && heading <= slideLevel) {
      end(map[0], map[0], heading === slideLevel && isInStack);
      isInStack ||= heading < slideLevel;
    } else if (type === 'hr') end(map[0], map[1], isInStack);
  }
  end(lines.length, lines.length, false);
  return slides;
}

/** A heading that stands directly below a paragraph's line is text in Pandoc (`blank_before_header`). */
export function isTextInPandoc(
  { type, markup, map }: Pick<Token, 'type' | 'markup' | 'map'>,
  lines: readonly string[],
): boolean {
  if (type !== 'heading_open' || !markup.startsWith('#') || map === null) return false;
  const above = (lines[map[0] - 1] ?? '').trim();
  return above !== '' && !/^([#:|>`~]|-{3,}|\+[-=]|<|\*\*\*|___)/.test(above) && !/(-->|>|\})$/.test(above);
}
