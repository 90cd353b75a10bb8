import { sortDiagnostics } from '../model/diagnostic.js';
import type { Deck, Slide, Source } from '../model.js';
import { askAgain } from './ask-again.js';
import { reportDialects } from './dialects/report-dialects.js';
import { divideAtHeadings } from './divide-at-headings.js';
import { divideAtSections } from './divide-at-sections.js';
import { Footnotes, notesInPlace } from './footnotes.js';
import { markHtmlAudiences } from './html-audiences.js';
import { giveIds, type NamedSlide } from './ids.js';
import { markAbbreviations } from './mark-abbreviations.js';
import { createMarkdown } from './markdown.js';
import { ParseContext } from './parse-context.js';
import { reportSeparators } from './report-separators.js';
import { reportUndivided } from './report-undivided.js';
import { draftSlide, type SlideDraft } from './slide-draft.js';
import { splitSlides } from './slide-parts.js';
import { reportUnreadMarkers } from './unread-markers.js';

/**
 * Reads a deck's Markdown, once, into slides of markdown-it tokens (`src/README.md` lists them). Pure, and never throws on
 * anything an author may write: what is wrong with it is in `diagnostics`, after what was found when it was read.
 */
export function parseDeck(source: Source): Deck {
  const context = new ParseContext(source);
  const env = { deck: context };
  const tokens = createMarkdown().parse(source.entry.text, env);

  const footnotes = new Footnotes(env);
  const start = { path: source.entry.path, line: source.bodyLine };
  const divided = divideAtSections(divideAtHeadings(tokens, source.settings, start));
  const dialects = reportDialects(tokens, context);
  const atHeadings = dialects.has('pandoc') || dialects.has('quarto');
  if (!reportSeparators(tokens, context)) reportUndivided(tokens, atHeadings, context);
  const split = splitSlides(divided, start);
  for (const { tokens: shown, notes } of split)
    for (const one of [shown, notes]) markHtmlAudiences(one, source.settings.handoutNotes);
  for (const { tokens: note = [] } of notesInPlace(env)) markHtmlAudiences(note, source.settings.handoutNotes);
  const texts = split.map((text, number) => ({
    ...text,
    tokens: footnotes.take(text.tokens, number),
    notes: footnotes.take(text.notes, number),
  }));
  const drafts: SlideDraft[] = [];
  for (const text of texts) drafts.push(draftSlide(text, drafts, footnotes, context));
  footnotes.reportUnused(context);
  if (!drafts.some(hasContent)) {
    context.report('error', 'empty-deck', start, 'Every slide of the deck is empty.', 'Write a heading: `# Title`.');
  }
  reportUnreadMarkers(drafts, context);
  const slides = withSections(giveIds(askAgain(drafts, context), context));
  markAbbreviations(slides, context.abbreviations);

  const { name, folder, entry, settings, references, relations, brand, styles, scripts } = source;
  return {
    name,
    folder,
    path: entry.path,
    settings,
    title: settings.title ?? titleOf(slides, settings.minutes) ?? name,
    references,
    ...(relations === undefined ? {} : { relations }),
    abbreviations: context.abbreviations,
    slides,
    ...(brand === undefined ? {} : { brand }),
    styles,
    scripts,
    diagnostics: sortDiagnostics([...source.diagnostics, ...context.diagnostics]),
  };
}

/** The first slide's that is for everybody, and in the talk's own length. */
function titleOf(slides: readonly Slide[], minutes = Number.POSITIVE_INFINITY): string | undefined {
  return slides.find(({ title, audience, cut = 0 }) => title !== '' && audience !== 'teacher' && cut <= minutes)?.title;
}

function hasContent({ tokens, notes, handout, attributes }: SlideDraft): boolean {
  return tokens.length + notes.length + handout.length + Object.keys(attributes).length > 0;
}

/** Tells each slide the part of the talk it belongs to: that of the last section slide before it, or itself. */
function withSections(slides: readonly NamedSlide[]): readonly Slide[] {
  let section: Slide['section'];
  return slides.map((slide) => {
    if (slide.layout === 'section') section = { number: (section?.number ?? 0) + 1, title: slide.title };
    return section === undefined ? slide : { ...slide, section };
  });
}
