import { contrast, laidOver, type Rgb, type Rgba } from '../css/contrast.js';
import { colourOf } from './colours.js';
import type { Ground } from './grounds.js';

/** The least contrast of the theme's own words (WCAG 2.2, 1.4.3). */
const least = 4.5;
/** What is set on a slide for the sake of its ground. */
const suited = ['--paper', '--ink', '--muted', '--accent'] as const;

/**
 * Chooses the theme's dark or light colours for a slide by what its author lays behind it: those that differ more from it. Reveal goes by
 * brightness, takes light words on a bright green and knows no gradients. Colours of the theme that are too near to the ground give way
 * to one that is not, since the author has not chosen them; what lies on paper lies on the ground. Over a film, or a picture with light and
 * dark parts, words stand on a scrim (`on-picture.css`): not where the author colours them, or names the ground's main colour.
 */
export function suitGround(slide: HTMLElement, ground: Ground): void {
  unsuit(slide);
  const isPicture = ground.layer.includes('url(') || slide.dataset.backgroundVideo !== undefined;
  const named = coloursOf(slide, isPicture ? '' : ground.layer, ground.colour);
  const seen = isPicture ? seenTones(ground, named[0]) : named;
  const isCertain = seen !== undefined;
  const isOnScrim = !isCertain && ground.colour === '' && !hasColouredWords(slide);
  if (isOnScrim) slide.classList.add('on-scrim', 'has-dark-background');
  else suitColours(slide, seen ?? named, ground);
  slide.classList.toggle('on-picture', !isCertain && !isOnScrim);
  if (!isCertain && !isOnScrim) slide.style.setProperty('--muted', 'var(--ink)');
}

/** Chooses by the colours behind the words. */
function suitColours(slide: HTMLElement, colours: readonly Rgb[], ground: Ground): void {
  if (colours.length === 0) return;
  const { style } = slide;
  const isDark = worst(white, colours) >= worst(black, colours);
  slide.classList.toggle('has-dark-background', isDark);
  // A light deck is light already; on paper a picture in it lies on white.
  const isAsDeck = ground.layer.includes('url(') && document.documentElement.dataset.theme !== 'dark';
  slide.classList.toggle('has-light-background', !isDark && !isAsDeck);
  const token = (name: string): Rgba => colourOf(getComputedStyle(slide).getPropertyValue(name));
  const [pure, name] = isDark ? ([white, '#fff'] as const) : ([black, '#000'] as const);
  const ink = worst(token('--ink'), colours);
  if (ink < least && worst(pure, colours) > ink) style.setProperty('--ink', name);
  for (const name of ['--muted', '--accent'])
    if (worst(token(name), colours) < least) style.setProperty(name, 'var(--ink)');
  const [plain] = colours;
  if (plain !== undefined && ground.layer === '') style.setProperty('--paper', `rgb(${plain.slice(0, 3).join(' ')})`);
}

function worst(colour: Rgb | Rgba, behind: readonly Rgb[]): number {
  return Math.min(...behind.map((one) => contrast(colour, one)));
}

/** Takes the colours back that were set for a slide's ground. */
export function unsuit({ style, classList }: HTMLElement): void {
  for (const name of suited) style.removeProperty(name);
  if (classList.contains('on-scrim')) classList.remove('on-scrim', 'has-dark-background');
}

const white: Rgb = [255, 255, 255];
const black: Rgb = [0, 0, 0];

/** The outermost colours of the pictures behind the words, where one ink is read on all of them; else undefined. */
function seenTones({ tones = [], opacity = 1 }: Ground, below: Rgb = paperOf()): readonly Rgb[] | undefined {
  const seen = tones.map((tone) => {
    const [red, green, blue, share] = colourOf(tone);
    return laidOver([red, green, blue, share * opacity], below);
  });
  return seen.length > 0 && Math.max(worst(white, seen), worst(black, seen)) >= least ? seen : undefined;
}

function paperOf(): Rgb {
  const [red, green, blue] = colourOf(getComputedStyle(document.documentElement).getPropertyValue('--paper'));
  return [red, green, blue];
}

/** Whether an author's own colour is on words that stand straight on the ground: chosen for the picture, they would be lost on a scrim. */
function hasColouredWords(slide: HTMLElement): boolean {
  const own = getComputedStyle(slide);
  const known = ['--ink', '--muted', '--accent'].map((name) => String(colourOf(own.getPropertyValue(name))));
  return [
    ...slide.querySelectorAll('.stage :is(.head > :is(h1, h2, h3), .body :is(p, li, blockquote, span, font))'),
  ].some(
    (element) =>
      element.closest('.marks, .drawing, .katex, pre, code, .cite') === null &&
      !known.includes(String(colourOf(getComputedStyle(element).color))),
  );
}

/** The colours behind the words, opaque: one, or those of a gradient; none where nothing of it is to be seen. */
function coloursOf(slide: HTMLElement, layer: string, colour: string): readonly Rgb[] {
  if (`${layer}${colour}` === '') return [];
  const probe = slide.ownerDocument.createElement('i');
  slide.append(probe);
  probe.style.background = `${layer} ${colour}`;
  const { backgroundColor, backgroundImage } = getComputedStyle(probe);
  const base = laidOver(colourOf(backgroundColor), paperOf());
  const stops = [...backgroundImage.matchAll(/\b(?:rgba?|color|lab|lch|oklab|oklch)\([^()]*\)/g)];
  probe.remove();
  if (stops.length > 0) return stops.map(([stop]) => laidOver(colourOf(stop), base));
  return colourOf(backgroundColor)[3] === 0 ? [] : [base];
}
