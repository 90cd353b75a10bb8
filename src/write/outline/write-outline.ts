import { minutesIn, wordsIn } from '../../language/words/words.js';
import type { RenderedDeck, SlideBlocks } from '../../model.js';
import { markdownLines, markdownWords } from './markdown-lines.js';

/** Of a rendered deck what its outline names. */
export type OutlineDeck = Pick<RenderedDeck, 'title' | 'author' | 'lang' | 'slides'>;

/**
 * The slides as one Markdown text to read, search and comment on: titles with the sections of the talk above them, what stands on each
 * slide, its citations as ¶, its prose and the speaker's notes.
 */
export function writeOutline(
  slides: readonly SlideBlocks[],
  { title, author, lang, slides: rendered }: OutlineDeck,
): string {
  const words = wordsIn(lang);
  const parts = slides.flatMap((slide, position) => {
    const { title: named = '', minutes } = rendered[position] ?? {};
    const heading = slide.heading === undefined ? named : markdownWords(slide.heading.content);
    const length = minutes === undefined ? '' : ` (${minutesIn(lang, minutes)})`;
    const level = slide.layout === 'section' ? '##' : '###';
    const notes = slide.footnotes.map(
      ({ number, blocks }) => `[^${slide.number}-${number}]: ${markdownLines(blocks, words.answer).join(' ')}`,
    );
    const below = (name: string, lines: readonly string[]): readonly string[] =>
      lines.length === 0 ? [] : ['', `**${name}**`, '', ...lines];
    return [
      '',
      `${level} ${slide.number}. ${heading}${length}`.trimEnd(),
      '',
      ...markdownLines(slide.blocks, words.answer, slide.number),
      ...(slide.foot.length === 0 ? [] : ['', ...markdownLines(slide.foot, words.answer, slide.number)]),
      ...below(words.studentHandout, markdownLines(slide.prose, words.answer, slide.number)),
      ...below(words.speakerNotes, markdownLines(slide.notes, words.answer, slide.number)),
      ...(notes.length === 0 ? [] : ['', ...notes]),
    ];
  });
  const head = [`# ${markdownWords([{ kind: 'text', text: title }])}`, ...(author === '' ? [] : ['', author])];
  return `${[...head, ...parts]
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trimEnd()}\n`;
}
