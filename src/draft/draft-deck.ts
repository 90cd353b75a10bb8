import { wordsIn } from '../language/words/words.js';
import type { SourceText } from '../model.js';
import { bestSentence } from './best-sentence.js';
import { type DeckBeginning, frontMatterOf } from './empty-deck.js';
import { abbreviationsIn, numbersIn } from './found-in-source.js';

/** A source that a deck is drafted from. */
export interface DraftSource {
  readonly source: SourceText;
  readonly title: string;
  /** Who wrote it and when, as far as it says so. */
  readonly by: string;
  /** A BCP 47 tag. */
  readonly lang: string;
}

/** A drafted deck. */
export interface DeckDraft {
  readonly text: string;
  /** Slides whose heading is to be written. */
  readonly slides: number;
  /** Paragraphs that have no slide, since there are too many. */
  readonly leftOut: number;
}

/** More slides than these nobody writes headings for. */
const mostSlides = 60;

/**
 * A deck to write on: a part for each heading of its sources, and in it for each paragraph a slide whose heading is to be written, over the
 * sentence that stands best for it. What was found beside that, abbreviations and numbers, stands at the end.
 */
export function draftDeck(beginning: DeckBeginning, sources: readonly DraftSource[]): DeckDraft {
  const all = sources.reduce((sum, { source }) => sum + bodyOf(source).length, 0);
  const every = Math.max(1, Math.ceil(all / mostSlides));
  const slides = sources.flatMap((one) => slidesOf(one, every, sources.length > 1));
  const written = slides.filter((slide) => slide.startsWith('## …')).length;
  const by = sources.map((one) => one.by).filter((one) => one !== '');
  const title = [`# ${plain(beginning.title)} {layout=title}`, ...by.map(plain)].join('\n\n');
  const text = [
    title,
    ...slides,
    ...questions(sources),
    `## ${wordsIn(beginning.lang ?? 'en').references} {layout=sources}\n\n::: sources\n:::`,
  ].join('\n\n---\n\n');
  const end = [abbreviations(sources), numbers(sources)].filter((part) => part !== '').join('\n\n');
  const front = frontMatterOf(beginning, { unfinished: true });
  return { text: `${front}\n${text}\n${end === '' ? '' : `\n${end}\n`}`, slides: written, leftOut: all - written };
}

function bodyOf({ paragraphs }: SourceText): SourceText['paragraphs'] {
  return paragraphs.filter(({ number }) => number > 0);
}

function slidesOf({ source, title, lang }: DraftSource, every: number, isOneOfSeveral: boolean): readonly string[] {
  const taken = new Map<string, number>();
  const slides = isOneOfSeveral ? [`# ${plain(title)}`] : [];
  const notes = source.headings?.find(({ text }) => text === 'Notes')?.paragraph ?? Number.POSITIVE_INFINITY;
  bodyOf(source).forEach(({ number, text }, index) => {
    const headings = source.headings?.filter(({ paragraph }) => paragraph === number && paragraph < notes) ?? [];
    const last = headings.at(-1);
    if (last !== undefined) slides.push(`# ${plain(inOneCopy(last.text, taken))}`);
    if (number >= notes || isTable(text) || index % every !== 0) return;
    slides.push(`## … [@${source.key}, ¶${number}] {layout=quote}\n\n> ${plain(bestSentence(text, lang))}`);
  });
  return slides;
}

/** One question a source; what is right and its answer are to be written too. */
function questions(sources: readonly DraftSource[]): readonly string[] {
  return sources.map(({ source }) => {
    const cite = `${source.key}, ¶${bodyOf(source)[0]?.number ?? 1}`;
    return `## … {layout=question}\n\n::: question {cite="${cite}"}\n…\n\n::: answer\n…\n:::\n:::`;
  });
}

/** Two parts of one name cannot be told apart in a list of them. */
function inOneCopy(heading: string, taken: Map<string, number>): string {
  const copies = (taken.get(heading) ?? 0) + 1;
  taken.set(heading, copies);
  return copies === 1 ? heading : `${heading} (${copies})`;
}

function isTable(text: string): boolean {
  return text.includes('\n') && text.split('\n').every((line) => line.includes(' | '));
}

function abbreviations(sources: readonly DraftSource[]): string {
  const found = new Map(sources.flatMap(({ source }) => [...abbreviationsIn(source.paragraphs)]));
  return [...found].map(([short, long]) => `*[${short}]: ${long}`).join('\n');
}

/** In a comment, which no reader gets. */
function numbers(sources: readonly DraftSource[]): string {
  const lines = sources.flatMap(({ source }) =>
    bodyOf(source).flatMap((paragraph) => {
      const found = numbersIn(paragraph);
      return found.length === 0 ? [] : [`[@${source.key}, ¶${paragraph.number}]: ${found.join('; ')}`];
    }),
  );
  if (lines.length === 0) return '';
  return `<!--\nNumbers in the source, for a table or a chart:\n${lines.join('\n').replaceAll('--', '–')}\n-->`;
}

/** Text that Markdown takes as it stands. */
function plain(text: string): string {
  return text
    .replace(/[\\`*_[\]<>|~^$@{}]/g, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/^([-+#])/, '\\$1');
}
