import type { Diagnostic, LaidOutDeck, RenderedSlide, Settings, SlideLayout } from '../model.js';

/** The smallest size that is read from the back row, px of the stage. */
const floor = 18;

/**
 * What is wrong with how the slides came out: `overflow` for what reaches beyond the stage or is cut off inside, `min-text-size`
 * for text too small to read. In decks that are not written for the theme nothing stops, and sizes are not judged.
 */
export function layoutDiagnostics(
  layout: LaidOutDeck,
  slides: readonly RenderedSlide[],
  settings: Settings,
): readonly Diagnostic[] {
  const byId = new Map(slides.map((slide) => [slide.id, slide]));
  return layout.slides.flatMap((laidOut) => {
    const slide = byId.get(laidOut.id);
    if (slide === undefined) return [];
    return [...overflow(laidOut, slide, settings), ...(settings.ours ? smallText(laidOut, slide) : [])];
  });
}

function overflow({ overflow, clipped }: SlideLayout, slide: RenderedSlide, { ours }: Settings): readonly Diagnostic[] {
  const severity = ours ? 'error' : 'warning';
  const beyond = (['left', 'right', 'top', 'bottom'] as const)
    .filter((side) => overflow[side] > 0)
    .map((side) => `reaches ${overflow[side]} px beyond the ${side} edge of the stage`);
  const cut = clipped.map(
    ({ what, axis, by }) =>
      `has a box (${what}) that cuts off ${by} px at its ${axis === 'x' ? 'right' : 'lower'} edge`,
  );
  return [...beyond, ...cut].map((what) => ({
    rule: 'overflow',
    severity,
    message: `${nameOf(slide)} ${what}.`,
    place: slide.place,
    cure: 'Shorten it, or divide it into two slides.',
  }));
}

function smallText({ smallestText }: SlideLayout, slide: RenderedSlide): readonly Diagnostic[] {
  if (smallestText === undefined || smallestText.px >= floor) return [];
  const { px, text, diagram } = smallestText;
  return [
    {
      rule: 'min-text-size',
      severity: 'warning',
      message: `${nameOf(slide)} shows text of ${px} px (“${text}”); ${floor} px is the least that is read from the back row.`,
      place: slide.place,
      cure:
        diagram === undefined
          ? 'Make it larger, or leave it out.'
          : `Give the diagram "${diagram}" fewer or shorter labels, another direction, or more room.`,
    },
  ];
}

function nameOf({ title, id }: RenderedSlide): string {
  return title === '' ? `The slide "${id}"` : `The slide "${title}"`;
}
