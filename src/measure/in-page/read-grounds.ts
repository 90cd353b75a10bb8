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

interface Photograph {
  /** A PNG, base64, whose upper left corner lies at `left`, `top` of the document. */
  readonly picture: string;
  readonly left: number;
  readonly top: number;
}

/** Every so many pixels of a photographed box, as colours. Runs in the page, which has what it takes to read a PNG. */
export async function readGrounds(
  { picture, left, top }: Photograph,
  boxes: readonly { readonly x: number; readonly y: number; readonly width: number; readonly height: number }[],
): Promise<[number, number, number][]> {
  const bytes = Uint8Array.from(atob(picture), (character) => character.charCodeAt(0));
  const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const canvas = document.createElement('canvas');
  canvas.width = image.width;
  canvas.height = image.height;
  const brush = canvas.getContext('2d', { willReadFrequently: true });
  if (brush === null) return [];
  brush.drawImage(image, 0, 0);
  const { data } = brush.getImageData(0, 0, canvas.width, canvas.height);
  const found: [number, number, number][] = [];
  for (const { x, y, width, height } of boxes) {
    for (let row = Math.max(0, Math.round(y - top)); row < Math.min(y - top + height, canvas.height); row += 3) {
      for (
        let column = Math.max(0, Math.round(x - left));
        column < Math.min(x - left + width, canvas.width);
        column += 3
      ) {
        const at = 4 * (row * canvas.width + column);
        found.push([data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0]);
      }
    }
  }
  return found;
}
