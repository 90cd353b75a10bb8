import type { Token } from 'markdown-it';
import type { ParseContext } from './parse-context.js';
import { placeOf } from './token.js';

/** As many headings of one level are no slide's any more; below the second level more of them may be parts of a slide. */
const tooMany = 4;
const tooManyDeep = 8;

/** A heading of a slide itself, and whether what follows it is text rather than the next heading. */
interface OwnHeading {
  readonly token: Token;
  readonly level: number;
  readonly hasText: boolean;
}

/**
 * A text with many headings and nothing between them was most likely written for a tool that divides at headings by itself: Pandoc,
 * Quarto, Marp with `headingDivider`. Said once, of the slide with the most. `atHeadings`: the deck is plainly written for one of these.
 */
export function reportUndivided(tokens: readonly Token[], atHeadings: boolean, context: ParseContext): void {
  if (context.source.settings.slideLevel !== undefined) return;
  const slides = headingsBySlide(tokens);
  const least = atHeadings ? 2 : slides.length === 1 ? tooMany - 1 : tooMany;
  const level = levelOf(slides.flat(), least);
  const fullest = slides.reduce<readonly OwnHeading[]>((most, one) => (one.length > most.length ? one : most), []);
  const [first] = fullest;
  if (level === undefined || first === undefined) return;
  const limit = level > 2 && slides.length > 1 ? tooManyDeep : least;
  if (fullest.filter((heading) => heading.level === level).length < limit) return;
  const where = slides.length === 1 ? 'The whole text is one slide: it has' : 'One slide takes in';
  const message = `${where} ${fullest.length} headings, and nothing divides them.`;
  const cure = `Put a line \`---\` between slides, or \`slide-level: ${level}\` into the front matter, as in Pandoc: then headings begin them.`;
  context.report('warning', 'undivided', placeOf(first.token), message, cure);
}

function headingsBySlide(tokens: readonly Token[]): readonly (readonly OwnHeading[])[] {
  const slides: OwnHeading[][] = [[]];
  tokens.forEach((token, index) => {
    if (token.type === 'mark' && token.info !== 'notes') slides.push([]);
    if (token.type !== 'heading_open' || token.level > 0) return;
    const next = tokens[index + 3];
    const hasText = next !== undefined && next.type !== 'heading_open' && next.type !== 'mark';
    slides.at(-1)?.push({ token, level: Number(token.tag.slice(1)), hasText });
  });
  return slides.filter((slide, index) => slide.length > 0 || index === 0);
}

/** Pandoc's rule, the highest level that text follows, held to levels with so many headings that they can be the slides. */
function levelOf(headings: readonly OwnHeading[], least: number): number | undefined {
  const isFrequent = (level: number, ones: readonly OwnHeading[]): boolean =>
    ones.filter((heading) => heading.level === level).length >= least;
  const levels = [1, 2, 3, 4, 5, 6];
  const withText = headings.filter(({ hasText }) => hasText);
  return levels.find((level) => isFrequent(level, withText)) ?? levels.find((level) => isFrequent(level, headings));
}
