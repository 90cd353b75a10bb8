import { contrast } from '../css/contrast.js';
import { sheetColours } from '../css/sheet-colours.js';
import { sheetsIn } from '../css/sheets-in.js';
import { blocksOf, lineStarts } from './blocks.js';
import type { ForeignDeck, ImportRemark } from './imported-deck.js';

/**
 * The front matter with the theme that suits the ground which the deck's own styles lay below all slides: what is ours on a slide would
 * else have the colours of another ground.
 */
export function withLookOfStyles(
  head: string,
  slides: readonly string[],
  { path, textOf }: ForeignDeck,
  remarks: ImportRemark[],
): string {
  const named = [...head.matchAll(/^(?:css: |\s+- )([^\s'"]+\.css)$/gm)].map(([, file = '']) => textOf(file) ?? '');
  const sheets = [...named, ...slides.flatMap((slide) => rawHtmlOf(slide).flatMap(sheetsIn))];
  const ground = sheets.map((css) => sheetColours(css).ground).findLast((one) => one !== undefined);
  if (ground === undefined) return head;
  const isDark = contrast([255, 255, 255], ground) > contrast([0, 0, 0], ground);
  const theme = isDark ? 'seminar-dark' : 'seminar';
  const own = /^theme: (\S+)$/m.exec(head);
  if ((own?.[1] ?? 'seminar') === theme) return head;
  const message = `Is our ${isDark ? 'dark' : 'light'} theme, as the ground is that the deck’s styles lay below all slides.`;
  remarks.push({ fate: 'changed', place: { path, line: 1 }, typed: '<style>', message });
  if (own !== null) return head.replace(own[0], `theme: ${theme}`);
  return head === '' ? `---\ntheme: ${theme}\n---\n\n` : head.replace('---\n', `---\ntheme: ${theme}\n`);
}

/** Without code, where a `<style>` is no style. */
function rawHtmlOf(slide: string): readonly string[] {
  if (!/<style/i.test(slide)) return [];
  const starts = lineStarts(slide);
  return blocksOf(slide).flatMap(({ type, start, end }) =>
    type === 'html_block' ? [slide.slice(starts[start], starts[end])] : [],
  );
}
