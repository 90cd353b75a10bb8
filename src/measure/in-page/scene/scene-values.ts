import type { Box } from '../../../model/laid-out.js';

/** Red, green, blue from 0 to 255, and opacity from 0 to 1. */
export type Rgba = readonly [number, number, number, number];

/** Places and colours as a scene has them, of the slide that was begun last. Runs in the page. */
export function sceneValues() {
  const brush = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const colours = new Map<string, Rgba>();
  const adjusted = adjustedFamilies();
  let origin = { x: 0, y: 0 };
  let ground: readonly [number, number, number] = [255, 255, 255];
  return {
    rgba,
    hex,
    hexOver,
    boxOf,
    firstFamily,
    seenSize,
    /** A slide's own corner, and what lies below it, lowest first. */
    begin(page: Element, below: readonly Element[]): void {
      const { x, y } = page.getBoundingClientRect();
      origin = { x, y };
      ground = [255, 255, 255];
      for (const element of below) layGround(element);
    },
    origin: () => origin,
    ground: () => hexOf(ground),
  };

  function layGround(element: Element): void {
    const [red, green, blue, alpha] = rgba(getComputedStyle(element).backgroundColor);
    const mix = (over: number, under: number): number => over * alpha + under * (1 - alpha);
    ground = [mix(red, ground[0]), mix(green, ground[1]), mix(blue, ground[2])];
  }

  function boxOf({ x, y, width, height }: Box): Box {
    return { x: x - origin.x, y: y - origin.y, width, height };
  }

  function firstFamily(families: string): string {
    return (families.split(',')[0] ?? '').trim().replace(/^["']|["']$/g, '');
  }

  /** The size at which a program that knows no `size-adjust` has to set a family, px. */
  function seenSize({ fontSize, fontFamily }: CSSStyleDeclaration): number {
    return Number.parseFloat(fontSize) * (adjusted.get(firstFamily(fontFamily)) ?? 1);
  }

  function adjustedFamilies(): ReadonlyMap<string, number> {
    const own = [...document.styleSheets].filter(({ href }) => href === null);
    const faces = own.flatMap((sheet) => [...sheet.cssRules].filter((rule) => rule instanceof CSSFontFaceRule));
    return new Map(
      faces.flatMap(({ style }) => {
        const share = Number.parseFloat(style.getPropertyValue('size-adjust'));
        return Number.isNaN(share) ? [] : [[firstFamily(style.getPropertyValue('font-family')), share / 100]];
      }),
    );
  }

  function hex(css: string): string {
    return hexOver(rgba(css));
  }

  function hexOver([red, green, blue, alpha]: readonly [number, number, number, number]): string {
    const mix = (over: number, under: number): number => over * alpha + under * (1 - alpha);
    return hexOf([mix(red, ground[0]), mix(green, ground[1]), mix(blue, ground[2])]);
  }

  function hexOf(colour: readonly [number, number, number]): string {
    return colour
      .map((part) => Math.round(part).toString(16).padStart(2, '0'))
      .join('')
      .toUpperCase();
  }

  /** Any colour CSS knows, as the browser itself paints it. */
  function rgba(css: string): readonly [number, number, number, number] {
    const known = colours.get(css);
    if (known !== undefined) return known;
    if (brush === null || css === 'none' || css === '') return [0, 0, 0, 0];
    brush.clearRect(0, 0, 1, 1);
    brush.fillStyle = css;
    brush.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 0] = brush.getImageData(0, 0, 1, 1).data;
    const colour = [red, green, blue, alpha / 255] as const;
    colours.set(css, colour);
    return colour;
  }
}
