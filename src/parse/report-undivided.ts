import type { Token } from 'markdown-it';
import type { ParseContext } from './parse-context.js';
import { placeOf } from './token.js';

/** As many headings of one level are no slide's any more. */
const tooMany = 4;

/** A text with headings and nothing between its slides was most likely written for Pandoc, which divides at headings by itself. */
export function reportUndivided(tokens: readonly Token[], context: ParseContext): void {
  if (tokens.some(({ type, info }) => type === 'mark' && info !== 'notes')) return;
  const headings = tokens.filter(({ type, level }) => type === 'heading_open' && level === 0);
  const levels = headings.map(({ tag }) => Number(tag.slice(1))).sort();
  const level = levels.findLast((one) => levels.filter((other) => other === one).length >= tooMany);
  const [first] = headings;
  if (level === undefined || first === undefined) return;
  const message = `The whole text is one slide: it has ${headings.length} headings, and nothing divides them.`;
  const cure = `Put a line \`---\` between slides, or \`slide-level: ${level}\` into the front matter, as in Pandoc: then headings begin them.`;
  context.report('warning', 'undivided', placeOf(first), message, cure);
}
