import { backgroundPictures } from './background-pictures.js';
import { suitGround } from './suit-ground.js';

/** What an author lays behind a slide, in CSS; all are empty where there is nothing, or a film or a page. */
export interface Ground {
  /** A picture or a gradient. */
  readonly layer: string;
  readonly colour: string;
  /** What a faint picture is seen through. */
  readonly veil: string;
  /** The outermost colours of the pictures, in CSS; undefined where one is unknown. */
  readonly tones?: readonly string[];
  /** How much of the pictures is seen, 0 to 1. */
  readonly opacity?: number;
}

/**
 * Lays the grounds that Reveal would lay behind the slides into the slides themselves, where Reveal lays none: on the flowing page and
 * on paper. Gives back what takes them away.
 */
export function layGrounds(root: ParentNode): () => void {
  const slides = [...root.querySelectorAll<HTMLElement>('section[data-layout]')];
  const before = slides.map((slide) => ({ slide, style: slide.getAttribute('style'), name: slide.className }));
  for (const slide of slides) {
    const ground = groundOf(slide);
    if (`${ground.layer}${ground.colour}` !== '') slide.style.background = `${ground.layer} ${ground.colour}`;
    // As a gradient over the picture some viewers of PDFs would not show it.
    if (ground.veil !== '') slide.style.boxShadow = `inset 0 0 0 200vmax ${ground.veil}`;
    suitGround(slide, ground);
  }
  return () => {
    for (const { slide, style, name } of before) {
      slide.className = name;
      if (style === null) slide.removeAttribute('style');
      else slide.setAttribute('style', style);
    }
  };
}

/** Suits every slide's colours to the ground that Reveal lays behind it; to be called after Reveal has looked at the slides. */
export function suitGrounds(root: ParentNode): void {
  for (const slide of root.querySelectorAll<HTMLElement>('section[data-layout]')) suitGround(slide, groundOf(slide));
}

function groundOf({ dataset }: HTMLElement): Ground {
  const { background = '', backgroundColor, backgroundImage, backgroundGradient = '' } = dataset;
  const isImage = /^(https?:|data:|blob:)|\.(svg|png|jpe?g|gif|bmp|webp|avif)([?#]|$)/i.test(background);
  const image = backgroundImage ?? (isImage ? background : undefined);
  const colour = backgroundColor ?? (isImage ? '' : background);
  if (image === undefined) return { layer: backgroundGradient, colour, veil: '' };
  const { backgroundOpacity = '1', backgroundPosition = 'center', backgroundSize = 'cover' } = dataset;
  const { backgroundRepeat = 'no-repeat' } = dataset;
  const pictures = backgroundPictures(image);
  const layers = pictures.map(
    (one) => `url(${JSON.stringify(one)}) ${backgroundPosition} / ${backgroundSize} ${backgroundRepeat}`,
  );
  const opacity = Number.parseFloat(backgroundOpacity);
  const hidden = 1 - opacity;
  const tones = tonesOf(dataset.tones, pictures.length, backgroundSize === 'cover');
  const veil = hidden > 0 ? `color-mix(in srgb, ${colour || 'var(--paper)'} ${hidden * 100}%, transparent)` : '';
  return { layer: layers.join(', '), colour, veil, opacity, ...(tones === undefined ? {} : { tones }) };
}

/** As the build writes them: each picture's colours, parted by commas. A picture that does not cover the slide lets its ground be seen. */
function tonesOf(written: string | undefined, pictures: number, covers: boolean): readonly string[] | undefined {
  const each = written?.split(',').map((one) => one.split(' ').filter((tone) => tone !== '')) ?? [];
  if (each.length !== pictures || each.some(({ length }) => length === 0)) return undefined;
  return [...each.flat(), ...(covers ? [] : ['transparent'])];
}
