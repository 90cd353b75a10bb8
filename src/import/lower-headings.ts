import { blocksOf, lineStarts } from './blocks.js';
import type { ImportRemark } from './imported-deck.js';

/**
 * Other tools take a heading `#` on every slide as its title; here it begins a part of the talk, with a number and a list of the parts.
 * Where most slides that hold more than a heading begin with one, their headings go one level down. Slides of a heading alone stay parts,
 * and so do the first slide and those whose layout is named.
 */
export function lowerHeadings(slides: readonly string[], path: string, remarks: ImportRemark[]): readonly string[] {
  const levels = slides.map((slide, index) => (index === 0 ? undefined : levelOf(slide)));
  const ofLevel = (level: number): number => levels.filter((one) => one === level).length;
  if (ofLevel(1) < 2 || ofLevel(1) <= ofLevel(2)) return slides;
  const lowered = slides.map((slide, index) => (levels[index] === 1 ? oneLower(slide) : slide));
  const changed = lowered.filter((slide, index) => slide !== slides[index]).length;
  if (changed === 0) return slides;
  remarks.push({
    fate: 'changed',
    place: { path, line: 1 },
    typed: '# Heading',
    message: `Is \`## Heading\` on ${changed} slides: here \`#\` begins a part of the talk.`,
  });
  return lowered;
}

/** Of the heading a slide begins with; undefined where it has none, holds nothing else, or has its layout named. */
function levelOf(slide: string): number | undefined {
  const shown = slide.split(/^Note:$/m, 1)[0] ?? '';
  const blocks = blocksOf(shown).filter(({ type, start, end }) => !isRemark(type, shown, start, end));
  const [first, , next] = blocks;
  if (first?.type !== 'heading_open' || first.level > 0 || next === undefined) return undefined;
  const line = shown.split('\n')[first.start] ?? '';
  if (/\blayout=/.test(`${line} ${/<!-- \.slide:[^\n]*/.exec(shown)?.[0] ?? ''}`)) return undefined;
  return first.markup === '#' || first.markup === '=' ? 1 : first.markup === '-' ? 2 : first.markup.length;
}

function isRemark(type: string, text: string, start: number, end: number): boolean {
  return type === 'html_block' && /^\s*<!--[^>]*-->\s*$/.test(text.split('\n').slice(start, end).join('\n'));
}

function oneLower(slide: string): string {
  const starts = lineStarts(slide);
  let result = slide;
  for (const { type, markup, start, end } of blocksOf(slide).toReversed()) {
    if (type !== 'heading_open' || markup.length > 5) continue;
    const at = starts[start] ?? 0;
    if (markup.startsWith('#')) result = `${result.slice(0, at)}${result.slice(at).replace('#', '##')}`;
    else if (markup === '=') {
      const under = starts[end - 1] ?? 0;
      const [line = ''] = result.slice(under).split('\n', 1);
      // Three or four of them alone would part slides.
      result = `${result.slice(0, under)}-----${result.slice(under + line.length)}`;
    }
  }
  return result;
}
