import type { Words } from '../../language/words/words.js';
import type { Audience, PaperName, RenderedDeck } from '../../model.js';
import { renderText } from '../render-slides.js';
import type { SlideDocument } from '../slide-document.js';
import { backMatter } from './back-matter.js';
import { writeHandout } from './handout.js';
import { writeKey } from './key.js';
import { glossary, references } from './parts/matter.js';
import { writeReader } from './reader.js';
import { writeTicket } from './ticket.js';
import { writeWorksheet } from './worksheet.js';

/** A paper: for whom it is made, what it is called, and what stands on it. */
export interface Paper {
  readonly name: PaperName;
  readonly audiences: readonly Audience[];
  /** The file's name without its ending. */
  readonly file: (audience: Audience) => string;
  /** Its first page is a cover, without a running head. */
  readonly hasCover: boolean;
  /** Which of our words its running head calls it by. */
  readonly title: (audience: Audience) => keyof Words;
  /** Whether it is written from the slides as running text, from what students get of them, or with the teacher's part in it. */
  readonly needs: readonly (keyof PaperTexts)[];
  /** The `<body>`'s content; undefined where the deck has nothing for this paper. `composePaper` puts the document around it. */
  readonly write: (source: PaperSource) => string | undefined;
}

/** The slides as running text, in the views that the wanted papers are written from. */
export interface PaperTexts {
  /** For the edition's reader. */
  readonly shown?: SlideDocument;
  /** As students get them. */
  readonly students?: SlideDocument;
  /** As students get them, with what only the teacher has where it was written. */
  readonly whole?: SlideDocument;
}

/** What a paper is written from. */
export interface PaperSource {
  readonly rendered: RenderedDeck;
  readonly document: SlideDocument;
  readonly texts: PaperTexts;
}

/** Renders the texts that papers are written from, those of the wanted papers alone. */
export function paperTexts(document: SlideDocument, wanted: readonly PaperName[]): PaperTexts {
  const needs = papers
    .filter(({ name, audiences }) => wanted.includes(name) && audiences.includes(document.edition.audience))
    .flatMap((paper) => paper.needs);
  const shown = needs.includes('shown') ? renderText(document, 'text') : undefined;
  const whole = needs.includes('whole') ? renderText(shown ?? document, 'whole') : undefined;
  const students = needs.includes('students')
    ? renderText(document, 'text', { ...document.edition, audience: 'student' })
    : undefined;
  return {
    ...(shown === undefined ? {} : { shown }),
    ...(whole === undefined ? {} : { whole }),
    ...(students === undefined ? {} : { students }),
  };
}

/** Every paper, in the order they are made in. */
export const papers: readonly Paper[] = [
  {
    name: 'handout',
    audiences: ['student', 'teacher'],
    hasCover: true,
    file: (audience) => `handout-${audience}`,
    title: (audience) => (audience === 'teacher' ? 'teacherHandout' : 'studentHandout'),
    needs: [],
    write: ({ document, rendered }) => writeHandout(document, rendered),
  },
  {
    name: 'worksheet',
    audiences: ['student'],
    hasCover: false,
    file: () => 'worksheet',
    title: () => 'worksheet',
    needs: ['shown'],
    write: ({ texts: { shown } }) => shown && writeWorksheet(shown),
  },
  {
    name: 'ticket',
    audiences: ['student'],
    hasCover: false,
    file: () => 'exit-ticket',
    title: () => 'ticket',
    needs: ['shown'],
    write: ({ texts: { shown } }) => shown && writeTicket(shown),
  },
  {
    name: 'key',
    audiences: ['teacher'],
    hasCover: false,
    file: () => 'key',
    title: () => 'key',
    needs: ['students', 'whole'],
    write: ({ texts: { students, whole } }) => students && whole && writeKey(whole, students),
  },
  {
    name: 'reader',
    audiences: ['student', 'teacher'],
    hasCover: false,
    file: (audience) => (audience === 'teacher' ? 'reader-teacher' : 'reader'),
    title: (audience) => (audience === 'teacher' ? 'readerWithNotes' : 'reader'),
    needs: ['shown'],
    write: ({ document, texts: { shown } }) => {
      if (shown === undefined) return undefined;
      const onPaper = { lang: document.deck.settings.lang, matter: backMatter(document) };
      return [writeReader(shown), glossary(onPaper), references(onPaper)].join('\n');
    },
  },
];
