import { commentsAsNotes } from './comments-as-notes.js';
import { divideAtLines, separatorSettings } from './divide-at-lines.js';
import { readForeignFrontMatter, writeFrontMatter } from './front-matter.js';
import type { ForeignDeck, ImportRemark } from './imported-deck.js';
import { obsidianLayout } from './obsidian-layout.js';
import { obsidianLinks } from './obsidian-links.js';
import { obsidianMarks } from './obsidian-marks.js';
import { revealSettings } from './reveal-settings.js';
import { SlideDraft } from './slide-draft.js';
import type { ToolDeck } from './tools.js';
import { writeSlide } from './write-slide.js';

/**
 * A deck of Obsidian: of its own Slides (https://help.obsidian.md/plugins/slides) or of Advanced Slides
 * (https://mszturc.github.io/obsidian-advanced-slides/).
 */
export function importObsidian(deck: ForeignDeck, remarks: ImportRemark[]): ToolDeck {
  const front = readForeignFrontMatter(deck, remarks);
  const reveal = revealSettings(front.values);
  const taken = new Set<string>([...separatorSettings, ...reveal.keys]);
  const own = reveal.keys.length === 0 ? {} : { revealOptions: reveal.options };
  const head = writeFrontMatter(front, taken, own, deck.path, remarks);
  const divided = divideAtLines(deck, front.bodyLine, front.values, '--');
  const slides = divided.map(({ note, ...slide }) => {
    const draft = new SlideDraft(slide, remarks);
    obsidianMarks(draft);
    obsidianLinks(draft, deck);
    obsidianLayout(draft);
    commentsAsNotes(draft, (said) => /^\.?(slide|element)(:|\s)/.test(said));
    if (note !== undefined && note !== '') {
      // What the note holds of Obsidian’s is for the speaker alone: only its hiding marks are taken away.
      draft.notes.push(note.replaceAll('%%', ''));
    }
    return writeSlide(draft);
  });
  return { head, slides, below: new Set(divided.flatMap(({ isBelow }, index) => (isBelow === true ? [index] : []))) };
}
