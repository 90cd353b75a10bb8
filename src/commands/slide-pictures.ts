import { applyExceptions } from '../check/exceptions.js';
import { count } from '../count.js';
import { contactSheet } from '../export/contact-sheet.js';
import { photographSlides, type SlidePicture } from '../export/photograph-slides.js';
import type { Steps } from '../export/print-view.js';
import type { Diagnostic, RenderedSlide } from '../model.js';
import { shownAssets } from './costly-picture.js';
import type { ComposedEdition } from './edition.js';
import type { Tools } from './tools.js';

/** The first and the last of some slides, by their numbers from 1 up. */
export type SlideRange = readonly [first: number, last: number];

/** How slides become pictures. */
export interface PictureOptions {
  /** Pixels in one px of the stage, which is 1280 × 720. */
  readonly scale: number;
  /** Which slides; all when not given. */
  readonly slides?: readonly SlideRange[];
}

/** Pictures of slides, in PNG, by their files' names, and what has to be said of them. */
export interface PicturedEdition {
  readonly pictures: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Takes pictures of an edition's slides as they are printed: `slide-03.png`, or `slide-03-step-0.png` and on where each step is one, and
 * `contact-sheet.png`, which has each slide once, with all its steps.
 */
export async function slidePictures(
  composed: ComposedEdition,
  { scale, slides: ranges, steps }: PictureOptions & { readonly steps: Steps },
  tools: Tools,
): Promise<PicturedEdition> {
  const { rendered } = composed;
  const wanted = rendered.slides.filter((_, index) => isWithin(index + 1, ranges));
  const diagnostics = strayNumbers(composed, ranges ?? [], wanted.length === 0);
  if (wanted.length === 0) return { pictures: [], diagnostics };
  return tools.progress.stage(
    `${rendered.name}: photograph`,
    async () => {
      const scripts = rendered.scripts.map(({ path }) => path);
      const file = { ...composed.printed(), steps, slides: rendered.slides.length, scripts };
      const ids = new Set(wanted.map(({ id }) => id));
      const taken = await photographSlides(file, { wanted: ids, scale }, tools);
      const pictures = taken.map((picture) => ({
        name: nameOf(picture, taken, rendered.slides),
        bytes: picture.bytes,
      }));
      const sheet = await sheetOf(taken, composed, tools);
      const hidden = ranges === undefined ? [] : hiddenNumbers(composed, wanted, taken);
      return { pictures: [...pictures, ...sheet], diagnostics: [...diagnostics, ...hidden] };
    },
    ({ pictures }) => count(pictures.length, 'picture'),
  );
}

function isWithin(number: number, ranges: readonly SlideRange[] | undefined): boolean {
  return ranges?.some(([first, last]) => number >= first && number <= last) ?? true;
}

/** Says which numbers are none of the deck's slides. */
function strayNumbers(
  composed: ComposedEdition,
  ranges: readonly SlideRange[],
  isNothingLeft: boolean,
): readonly Diagnostic[] {
  const { edition, slides } = composed.rendered;
  const { length } = slides;
  const stray = ranges.filter(([, last]) => last > length);
  if (stray.length === 0 || length === 0) return [];
  const asked = stray.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`)).join(',');
  const message = `--slides ${asked} goes beyond the last slide for students${edition.cut === undefined ? '' : ` in ${edition.cut} minutes`}, which is ${length}.`;
  const cure = length === 1 ? 'Leave it out.' : `Give numbers from 1 to ${length}.`;
  return unlisted(composed, { message, cure, isNothingLeft });
}

/** Says which slides that were asked for have no picture. */
function hiddenNumbers(
  composed: ComposedEdition,
  wanted: readonly RenderedSlide[],
  taken: readonly SlidePicture[],
): readonly Diagnostic[] {
  const hidden = wanted.filter(({ id }) => !taken.some((one) => one.id === id));
  if (hidden.length === 0) return [];
  const numbers = hidden.map((slide) => composed.rendered.slides.indexOf(slide) + 1).join(', ');
  const message = `--slides asks for ${numbers}, which ${hidden.length === 1 ? 'is' : 'are'} hidden and in no file that is printed.`;
  const cure = 'Leave out the number, or `data-visibility="hidden"` on the slide.';
  return unlisted(composed, { message, cure, isNothingLeft: taken.length === 0 });
}

/** An error where nothing else is asked for. */
function unlisted(
  { deck }: ComposedEdition,
  { isNothingLeft, ...said }: Pick<Diagnostic, 'message' | 'cure'> & { readonly isNothingLeft: boolean },
): readonly Diagnostic[] {
  const severity = isNothingLeft ? 'error' : 'warning';
  return applyExceptions(deck, [{ rule: 'slide-unlisted', severity, ...said, place: { path: deck.path, line: 1 } }]);
}

/** Numbers have as many digits as the last one, so that files stand in the order of the slides. */
function nameOf({ id, step }: SlidePicture, all: readonly SlidePicture[], slides: readonly RenderedSlide[]): string {
  const number = slides.findIndex((slide) => slide.id === id) + 1;
  const slide = `slide-${padded(number, Math.max(10, slides.length))}`;
  if (step === undefined) return `${slide}.png`;
  return `${slide}-step-${padded(step, all.filter((one) => one.id === id).length - 1)}.png`;
}

function padded(number: number, most: number): string {
  return String(number).padStart(String(most).length, '0');
}

async function sheetOf(
  taken: readonly SlidePicture[],
  { rendered: { slides, lang }, files, standFor }: ComposedEdition,
  tools: Tools,
): Promise<PicturedEdition['pictures']> {
  const last = new Map(taken.map(({ id, bytes }) => [id, bytes]));
  const entries = slides.flatMap(({ id, title }, index) => {
    const bytes = last.get(id);
    return bytes === undefined ? [] : [{ number: index + 1, title, bytes }];
  });
  if (entries.length === 0) return [];
  const { paperStyle, folder } = tools.client;
  const style = shownAssets(files, standFor.print).style(paperStyle, folder, 'paper');
  return [{ name: 'contact-sheet.png', bytes: await contactSheet(entries, { lang, style }, tools) }];
}
