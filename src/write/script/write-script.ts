import { minutesIn, wordsIn } from '../../language/words/words.js';
import type { Block, RenderedDeck, SlideBlocks } from '../../model.js';
import { plainLines } from '../plain-lines.js';
import { plainWords } from '../plain-words.js';

/** Of a rendered deck what its script names. */
export type ScriptDeck = Pick<RenderedDeck, 'title' | 'author' | 'lang' | 'slides'>;

/**
 * What is said in a talk, as plain text for a prompter: each slide by its number and title, with the minute it begins where slides have
 * minutes, then its notes, a paragraph a line. A question is read out with its choices and its answer. A slide without notes has its own
 * words instead.
 */
export function writeScript(slides: readonly SlideBlocks[], deck: ScriptDeck): string {
  const { title, author, lang, slides: rendered } = deck;
  const total = rendered.reduce((sum, { minutes = 0 }) => sum + minutes, 0);
  const about = [author, total === 0 ? '' : minutesIn(lang, total)].filter((one) => one !== '').join(' · ');
  let from = 0;
  const parts = slides.map((slide, position) => {
    const { title: named = '', minutes } = rendered[position] ?? {};
    const heading = slide.heading === undefined ? named : plainWords(slide.heading.content);
    const clock = total === 0 ? '' : `[${clockTime(from)}] `;
    const length = minutes === undefined ? '' : ` · ${minutesIn(lang, minutes)}`;
    from += minutes ?? 0;
    return [`${clock}${slide.number}. ${heading}${length}`, '', ...spokenLines(slide, wordsIn(lang).answer)]
      .join('\n')
      .trimEnd();
  });
  return `${[[title, about].filter((one) => one !== '').join('\n'), ...parts].join('\n\n\n')}\n`;
}

/** The notes hold the answer too. */
function spokenLines({ blocks, notes }: SlideBlocks, answer: string): readonly string[] {
  const said = notes.length === 0 ? blocks : [...askedOf(blocks), ...notes];
  return said.flatMap((block, index) => [...(index === 0 ? [] : ['']), ...plainLines([block], answer)]);
}

/** The questions on a slide, at whatever depth, without their answers. */
function askedOf(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap((block): readonly Block[] => {
    if (block.kind === 'question') return [{ ...block, blocks: block.blocks.filter(({ kind }) => kind !== 'answer') }];
    if (block.kind === 'columns') return block.columns.flatMap(askedOf);
    return block.kind === 'box' ? askedOf(block.blocks) : [];
  });
}

/** Minutes as hours, minutes and seconds where there are any: `1:04:30`, `7:00`. */
function clockTime(minutes: number): string {
  const seconds = Math.round(minutes * 60);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const shown = parts[0] === 0 ? parts.slice(1) : parts;
  return shown.map((part, index) => (index === 0 ? String(part) : String(part).padStart(2, '0'))).join(':');
}
