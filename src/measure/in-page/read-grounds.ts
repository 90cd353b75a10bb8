/** Hides what is written, and leaves what is behind it. Runs in the page; call again with false to show it. */
export function hideTexts(hidden: boolean): void {
  const id = 'hidden-texts';
  document.getElementById(id)?.remove();
  if (!hidden) return;
  const style = document.createElement('style');
  style.id = id;
  style.textContent = `.pdf-page section * { color: transparent !important; -webkit-text-fill-color: transparent !important; text-shadow: none !important; text-decoration-color: transparent !important }
.pdf-page svg text, .pdf-page svg tspan { fill: transparent !important; stroke: none !important }`;
  document.head.append(style);
}

/**
 * Shows the last step of one slide and no other page, so that a photograph is made of that alone; all pages without one. Where the page is
 * then, px of the window. Runs in the page.
 */
export function showAlone(slide: string | undefined): { readonly left: number; readonly top: number } {
  const id = 'shown-alone';
  const known = document.getElementById(id);
  document.querySelector('[data-shown-alone]')?.removeAttribute('data-shown-alone');
  if (slide === undefined) {
    known?.remove();
    return { left: 0, top: 0 };
  }
  const sections = [...document.querySelectorAll(`#${CSS.escape(slide)}`)];
  const page = sections.at(-1)?.closest('.pdf-page');
  page?.setAttribute('data-shown-alone', '');
  if (known === null) {
    const style = document.createElement('style');
    style.id = id;
    style.textContent = '.pdf-page:not([data-shown-alone]) { display: none !important }';
    document.head.append(style);
  }
  page?.scrollIntoView({ block: 'start', inline: 'start', behavior: 'instant' });
  for (const animation of document.getAnimations())
    if (animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY) animation.finish();
  const { left = 0, top = 0 } = page?.getBoundingClientRect() ?? {};
  return { left, top };
}

interface Photograph {
  /** A PNG, base64, whose upper left corner lies at `left`, `top` of its page. */
  readonly picture: string;
  readonly left: number;
  readonly top: number;
}

type Boxes = readonly { readonly x: number; readonly y: number; readonly width: number; readonly height: number }[];

/** Every so many pixels of the photographed boxes of each text, as colours. Runs in the page, which has what it takes to read a PNG. */
export async function readGrounds(
  { picture, left, top }: Photograph,
  texts: readonly Boxes[],
): Promise<[number, number, number][][]> {
  const bytes = Uint8Array.from(atob(picture), (character) => character.charCodeAt(0));
  const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const canvas = document.createElement('canvas');
  canvas.width = image.width;
  canvas.height = image.height;
  const brush = canvas.getContext('2d', { willReadFrequently: true });
  if (brush === null) return [];
  brush.drawImage(image, 0, 0);
  const { data } = brush.getImageData(0, 0, canvas.width, canvas.height);
  return texts.map((boxes) => {
    const found: [number, number, number][] = [];
    for (const { x, y, width, height } of boxes) {
      const right = Math.min(x - left + width, canvas.width);
      for (let row = Math.max(0, Math.round(y - top)); row < Math.min(y - top + height, canvas.height); row += 3) {
        for (let column = Math.max(0, Math.round(x - left)); column < right; column += 3) {
          const at = 4 * (row * canvas.width + column);
          found.push([data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0]);
        }
      }
    }
    return found;
  });
}
