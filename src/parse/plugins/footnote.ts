import type { MarkdownIt } from 'markdown-it';
import footnotes from 'markdown-it-footnote';

/** Pandoc's footnotes. Gathering them at the end is left to the slides, each of which ends with its own. */
export function footnote(md: MarkdownIt): void {
  md.use(footnotes);
  md.core.ruler.disable('footnote_tail');
}
