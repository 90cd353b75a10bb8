/** What of a drawing is seen. */
export interface View {
  /** By steps of an eighth of what is seen: 1 to the right or down, -1 to the left or up. */
  readonly move: (x: number, y: number) => void;
  /** Multiplies the size, from as large as fits up to eight times that. */
  readonly scale: (factor: number) => void;
  readonly fit: () => void;
}

/** Moves and scales an SVG through its viewBox, so that it stays sharp. Its middle never leaves the drawing. */
export function watchView(svg: SVGSVGElement, seen: (viewBox: string) => void): View {
  const [left = 0, top = 0, width = 1, height = 1] = (svg.getAttribute('viewBox') ?? '').split(' ').map(Number);
  let size = 1;
  let middle = { x: 0.5, y: 0.5 };
  const show = (): void => {
    const [seenWidth, seenHeight] = [width / size, height / size];
    const x = left + middle.x * width - seenWidth / 2;
    const y = top + middle.y * height - seenHeight / 2;
    const viewBox = [x, y, seenWidth, seenHeight].join(' ');
    svg.setAttribute('viewBox', viewBox);
    seen(viewBox);
  };
  return {
    move: (x, y) => {
      middle = { x: within(middle.x + x / size / 8, 0, 1), y: within(middle.y + y / size / 8, 0, 1) };
      show();
    },
    scale: (factor) => {
      size = within(size * factor, 1, 8);
      if (size === 1) middle = { x: 0.5, y: 0.5 };
      show();
    },
    fit: () => {
      size = 1;
      middle = { x: 0.5, y: 0.5 };
      show();
    },
  };
}

function within(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
