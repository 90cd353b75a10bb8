import type { Token } from 'markdown-it';
import type { Citation, Exception, Layout, Place, Slide } from '../model.js';
import { type Attributes, applyAttributes } from './attributes.js';
import { boxesAsQuestions } from './boxes-as-questions.js';
import { checkCitations } from './check-citations.js';
import { readCite } from './citation.js';
import { takeComments } from './comments.js';
import { readDiagrams, type UnnamedDiagram } from './diagrams.js';
import type { Footnotes } from './footnotes.js';
import { firstHeading, type Heading } from './heading.js';
import { chooseLayout } from './layout.js';
import type { ParseContext } from './parse-context.js';
import { wrapPauses } from './pauses.js';
import { readSlideAttributes, takeAttributes } from './slide-attributes.js';
import { type SlideText, takeParts } from './slide-parts.js';
import { addMeta, attributeOf, eachToken, placeOf } from './token.js';
import { reportCommentBeforeWords, reportUnreadComment } from './unread-comments.js';

/** A slide before the deck's ids and sections are given out. */
export type SlideDraft = Omit<Slide, 'id' | 'section' | 'diagrams' | 'tokens' | 'notes' | 'handout'> & {
  readonly diagrams: readonly UnnamedDiagram[];
  readonly tokens: readonly Token[];
  readonly notes: readonly Token[];
  readonly handout: readonly Token[];
};

/** Interprets what stands between two separators. `earlier` are the slides before it. */
export function draftSlide(
  text: SlideText,
  earlier: readonly SlideDraft[],
  footnotes: Footnotes,
  context: ParseContext,
): SlideDraft {
  const { index, place } = text;
  const parts = takeParts(text.tokens);
  const own = takeParts(text.notes);
  const given: (readonly [string, string])[] = [...text.attributes];
  const exceptions: Exception[] = [];
  const readers = {
    slide: (attributes: Attributes) => void given.push(...attributes),
    exception: (exception: Exception) => void exceptions.push(exception),
    comment: (body: string, read: Attributes, at: Place, isBeforeWords: boolean) => {
      reportUnreadComment(body, read, at, context);
      if (isBeforeWords) reportCommentBeforeWords(body, at, context);
    },
  };
  const finish = (tokens: readonly Token[]): Token[] => {
    const number = earlier.length;
    return takeComments(footnotes.append(tokens, number), readers, place);
  };
  const shown = finish(wrapPauses(parts.tokens));
  const notes = finish([...parts.notes, ...own.tokens, ...own.notes]);
  const handout = finish([...parts.handout, ...own.handout]);
  const heading = firstHeading(shown);
  given.push(...headingAttributes(heading));
  const teacherTitle = firstHeading(shown, 'teacher')?.text ?? '';
  const tokens = withoutEmptyHeading(shown, heading);
  const all = [...tokens, ...notes, ...handout];
  setInlinePlaces(all);
  const diagrams = readDiagrams(all, context);
  const { layout, ...rest } = readSlideAttributes(
    given,
    heading === undefined ? place : placeOf(heading.token),
    context,
  );
  return {
    number: earlier.length + 1,
    index,
    place,
    title: heading?.text ?? '',
    ...(teacherTitle === (heading?.text ?? '') ? {} : { teacherTitle }),
    ...rest,
    layout: layout ?? layoutOf(tokens, earlier, context),
    tokens: layout === 'question' ? boxesAsQuestions(tokens) : tokens,
    notes,
    handout,
    diagrams,
    citations: [...citationsOf(all, context), ...diagrams.flatMap((diagram) => diagram.citations ?? [])],
    exceptions,
  };
}

/** Only a heading of the slide itself speaks for the slide, not one inside a column or a list. What it cites stays its own. */
function headingAttributes(heading: Heading | undefined): Attributes {
  if (heading?.token.level !== 0) return [];
  const attributes = takeAttributes(heading.token);
  applyAttributes(
    heading.token,
    attributes.filter(([name]) => name === 'cite'),
  );
  return attributes.filter(([name]) => name !== 'cite');
}

/** Pandoc's `## {.class}`: a slide without a title, whose heading only holds its attributes. */
function withoutEmptyHeading(tokens: readonly Token[], heading: Heading | undefined): readonly Token[] {
  const start = heading === undefined ? -1 : tokens.indexOf(heading.token);
  return start === -1 || tokens[start + 1]?.content !== '' ? tokens : tokens.toSpliced(start, 3);
}

function layoutOf(tokens: readonly Token[], earlier: readonly SlideDraft[], context: ParseContext): Layout {
  const isFirst = earlier.every(({ title }) => title === '');
  return chooseLayout(tokens, { isFirst, usesOwnTheme: context.source.settings.usesOwnTheme });
}

/** Images, links and raw HTML may be missing or broken, and then need a line of their own. */
function setInlinePlaces(tokens: readonly Token[]): void {
  for (const token of tokens) {
    if (token.type !== 'inline') continue;
    const { path, line } = placeOf(token);
    let breaks = 0;
    for (const child of token.children ?? []) {
      if (child.type === 'softbreak' || child.type === 'hardbreak') breaks++;
      else if (['image', 'link_open', 'span_open', 'html_inline'].includes(child.type))
        addMeta(child, { place: { path, line: line + breaks } });
    }
  }
}

/** The citations of a slide in reading order, those in `cite="…"` among them, which their token is given too. */
function citationsOf(tokens: readonly Token[], context: ParseContext): readonly Citation[] {
  const citations: Citation[] = [];
  for (const token of eachToken(tokens)) {
    const cite = token.meta !== null && 'place' in token.meta ? attributeOf(token, 'cite') : undefined;
    if (token.type === 'citation') citations.push(...((token.meta?.citations ?? []) as readonly Citation[]));
    else if (cite !== undefined) {
      const citing = readCite(cite, placeOf(token));
      checkCitations(citing, placeOf(token), context);
      addMeta(token, { citations: citing.citations });
      citations.push(...citing.citations);
    }
  }
  return citations;
}
