import type { Stroke } from './ink.js';
import { penColour, penEdge } from './pen-colours.js';
import { stage } from './stage.js';
import { strokePath } from './stroke-path.js';

/** A picture of what was drawn on a slide, as large as the stage. `pilcrow export --ink` lays it over the page of that slide. */
export function inkPicture(slide: string, strokes: readonly Stroke[]): string {
  const paths = strokes.map(
    (stroke) =>
      `<path fill="${penColour(stroke.colour)}" stroke="${penEdge}" stroke-width="1.5" paint-order="stroke" stroke-linejoin="round" d="${strokePath(stroke)}"/>`,
  );
  const name = slide.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${stage.width} ${stage.height}" width="${stage.width}" height="${stage.height}" data-slide="${name}">\n${paths.join('\n')}\n</svg>\n`;
}

/** Gives the speaker a file a slide that was drawn on. */
export async function saveInk(strokes: readonly Stroke[]): Promise<void> {
  for (const slide of new Set(strokes.map((stroke) => stroke.slide))) {
    const picture = inkPicture(
      slide,
      strokes.filter((stroke) => stroke.slide === slide),
    );
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([picture], { type: 'image/svg+xml' }));
    link.download = `${slide}.svg`;
    link.click();
    // Browsers drop a file that follows another at once.
    await new Promise((resolve) => setTimeout(resolve, 150));
    URL.revokeObjectURL(link.href);
  }
}
