import type { Scene, SceneShape, SceneSlide } from '../../model.js';

/** Which logo each layout carries; `scene` has the others among the shapes of the slides that show them. */
export interface PlacedLogos {
  readonly scene: Scene;
  /** By the layout's name. */
  readonly ofLayout: (layout: string) => readonly SceneShape[];
  /** Whether a slide must not show what its layout carries. */
  readonly isBare: (slide: SceneSlide) => boolean;
}

/**
 * Puts logos on layouts, so that they change with the design: a layout carries the logo that most of its slides show. A slide with another one,
 * as on a dark ground, has it by itself. `layoutOf` names the layout of a slide.
 */
export function placedLogos(scene: Scene, layoutOf: (id: string) => string): PlacedLogos {
  const shown = new Map<string, (number | undefined)[]>();
  for (const { id, logo } of scene.slides) shown.set(layoutOf(id), [...(shown.get(layoutOf(id)) ?? []), logo]);
  const own = new Map([...shown].map(([layout, logos]) => [layout, commonest(logos)]));
  const inner = scene.slides.filter(({ id }) => layoutOf(id) !== 'title').map(({ logo }) => logo);
  const usual = commonest(inner.filter((logo) => logo !== undefined));
  const logoOf = (layout: string): number | undefined =>
    own.has(layout) ? own.get(layout) : layout === 'text' ? usual : undefined;
  const isSame = ({ id, logo }: SceneSlide): boolean => logo === logoOf(layoutOf(id));
  const shapesOf = (logo: number | undefined): readonly SceneShape[] =>
    logo === undefined ? [] : (scene.logos[logo] ?? []);
  const slides = scene.slides.map((slide) =>
    isSame(slide) ? slide : { ...slide, shapes: [...shapesOf(slide.logo), ...slide.shapes] },
  );
  return {
    scene: { ...scene, slides },
    ofLayout: (layout) => shapesOf(logoOf(layout)),
    isBare: (slide) => !isSame(slide) && logoOf(layoutOf(slide.id)) !== undefined,
  };
}

/** Of as many the first. */
function commonest<Value>(all: readonly Value[]): Value | undefined {
  const counts = new Map<Value, number>();
  for (const one of all) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0];
}
