import MarkdownIt, { type Token } from 'markdown-it';
import type { Place } from '../model/diagnostic.js';
import type { Settings } from '../model/settings.js';
import { blockToken, placeOf } from './token.js';

/**
 * Pandoc's way to divide a deck, asked for with its own word `slide-level`: each heading of that level or above begins a slide, and
 * so does any rule; what stands below a heading above that level is its stack; the front matter makes the title slide.
 * Only marks are added, so that what follows need not know how a deck was divided (Pandoc's manual, "Structuring the slide show").
 */
export function divideAtHeadings(
  tokens: readonly Token[],
  { slideLevel: asked, ...settings }: Settings,
  start: Place,
): readonly Token[] {
  if (asked === undefined) return tokens;
  const slideLevel = asked === 'pandoc' ? slideLevelOf(tokens) : asked;
  const divided: Token[] = titleSlide(settings, start);
  let mark: 'slide' | 'stack' | undefined = divided.length === 0 ? undefined : 'slide';
  let isInStack = false;
  for (const token of tokens) {
    const level = token.type === 'heading_open' && token.level === 0 ? Number(token.tag.slice(1)) : undefined;
    if (level !== undefined && level <= slideLevel) {
      mark = level === slideLevel && isInStack ? 'stack' : 'slide';
      isInStack ||= level < slideLevel;
    } else if (isRule(token)) {
      mark = isInStack ? 'stack' : 'slide';
      continue;
    }
    if (mark !== undefined && divided.length > 0) divided.push(markToken(mark, placeOf(token)));
    mark = undefined;
    divided.push(token);
  }
  return divided;
}

/** The highest level of a heading that is followed by text at once, as Pandoc has it; 6 where none is. */
export function slideLevelOf(tokens: readonly Token[]): number {
  const levels = tokens.flatMap((token, index) => {
    const next = tokens[index + 3];
    const hasText = next !== undefined && next.type !== 'heading_open' && !isRule(next);
    return token.type === 'heading_open' && token.level === 0 && hasText ? [Number(token.tag.slice(1))] : [];
  });
  return Math.min(6, ...levels);
}

function isRule({ type, info, level }: Token): boolean {
  return (type === 'mark' && info !== 'notes') || (type === 'hr' && level === 0);
}

function titleSlide({ title, subtitle, author, places }: Omit<Settings, 'slideLevel'>, start: Place): Token[] {
  if (title === undefined) return [];
  const place = places?.title ?? start;
  const below = [subtitle, author].filter((line) => line !== undefined);
  return [
    ...textBlock('heading', 'h1', title, place),
    ...below.flatMap((line) => textBlock('paragraph', 'p', line, place)),
  ];
}

function textBlock(name: 'heading' | 'paragraph', tag: string, content: string, place: Place): Token[] {
  const inline = blockToken('inline', '', 0, place);
  const text = new MarkdownIt.Token('text', '', 0);
  text.content = content;
  Object.assign(inline, { content, children: [text], level: 1 });
  return [blockToken(`${name}_open`, tag, 1, place), inline, blockToken(`${name}_close`, tag, -1, place)];
}

function markToken(info: string, place: Place): Token {
  const token = blockToken('mark', '', 0, place);
  token.info = info;
  return token;
}
