import type { Diagnostic, RenderedSlide, Scene } from '../model.js';
import { continuedSlides } from '../write/pptx/continue-tables.js';

const stageEnd = 720;

/**
 * Findings without the `overflow` of slides whose tables go on on the next one, for outputs that are presentations and nothing else:
 * there everything is seen.
 */
export function withoutContinued(
  diagnostics: readonly Diagnostic[],
  { slides: seen }: Scene,
  slides: readonly RenderedSlide[],
): readonly Diagnostic[] {
  const places = seen.flatMap((slide) => {
    const parts = continuedSlides(slide);
    const isWhole = parts.every(({ shapes }) => shapes.every(({ box }) => box.y + box.height <= stageEnd));
    return parts.length > 1 && isWhole ? slides.filter(({ id }) => id === slide.id).map(({ place }) => place) : [];
  });
  return diagnostics.filter(
    ({ rule, place }) =>
      rule !== 'overflow' || !places.some(({ path, line }) => place.path === path && place.line === line),
  );
}
