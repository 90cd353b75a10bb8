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
 * to one that is not, since the author has not chosen them; what lies on paper lies on the ground. Over a picture or a film, of which nobody
 * knows the colours, what the theme places by itself gets a ground of its own (`on-picture.css`).
 */
export function suitGround(slide: HTMLElement, ground: Ground): void {
  unsuit(slide);
  const { style, dataset } = slide;
  const isPicture = ground.layer.includes('url(');
  const colours = coloursOf(slide, isPicture ? '' : ground.layer, ground.colour);
  if (colours.length > 0) {
    const worst = (colour: Rgb | Rgba): number => Math.min(...colours.map((behind) => contrast(colour, behind)));
    const isDark = worst(white) >= worst(black);
    slide.classList.toggle('has-dark-background', isDark);
    slide.classList.toggle('has-light-background', !isDark);
    const token = (name: string): Rgba => colourOf(getComputedStyle(slide).getPropertyValue(name));
    const [pure, named] = isDark ? ([white, '#fff'] as const) : ([black, '#000'] as const);
    const ink = worst(token('--ink'));
    if (ink < least && worst(pure) > ink) style.setProperty('--ink', named);
    for (const name of ['--muted', '--accent']) if (worst(token(name)) < least) style.setProperty(name, 'var(--ink)');
    const [plain] = colours;
    if (plain !== undefined && ground.layer === '') style.setProperty('--paper', `rgb(${plain.slice(0, 3).join(' ')})`);
  }
  const isUnknown = isPicture || dataset.backgroundVideo !== undefined;
  slide.classList.toggle('on-picture', isUnknown);
  if (isUnknown) style.setProperty('--muted', 'var(--ink)');
}

/** Takes the colours back that were set for a slide's ground. */
export function unsuit({ style }: HTMLElement): void {
  for (const name of suited) style.removeProperty(name);
}

const white: Rgb = [255, 255, 255];
const black: Rgb = [0, 0, 0];

/** The colours behind the words, opaque: one, or those of a gradient; none where nothing of it is to be seen. */
function coloursOf(slide: HTMLElement, layer: string, colour: string): readonly Rgb[] {
  if (`${layer}${colour}` === '') return [];
  const probe = slide.ownerDocument.createElement('i');
  slide.append(probe);
  probe.style.background = `${layer} ${colour}`;
  const { backgroundColor, backgroundImage } = getComputedStyle(probe);
  const paper = colourOf(getComputedStyle(document.documentElement).getPropertyValue('--paper'));
  const base = laidOver(colourOf(backgroundColor), paper);
  const stops = [...backgroundImage.matchAll(/\b(?:rgba?|color|lab|lch|oklab|oklch)\([^()]*\)/g)];
  probe.remove();
  if (stops.length > 0) return stops.map(([stop]) => laidOver(colourOf(stop), base));
  return colourOf(backgroundColor)[3] === 0 ? [] : [base];
}
