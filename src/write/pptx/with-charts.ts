import type { ChartSheet, Scene, SceneShape } from '../../model.js';

/** A scene with the charts that PowerPoint draws by itself; by the id of each chart its sheet, undefined where it stays a picture. */
export function withCharts(scene: Scene, charts: ReadonlyMap<string, ChartSheet | undefined>): Scene {
  const drawn = (shape: SceneShape): SceneShape => {
    if (shape.kind !== 'picture' || shape.id === undefined || !charts.has(shape.id)) return shape;
    const sheet = charts.get(shape.id);
    if (sheet === undefined) return { ...shape, instead: 'chart' };
    const { box, alt, step } = shape;
    return { kind: 'chart', box, alt, sheet, ...(step === undefined ? {} : { step }) };
  };
  return { ...scene, slides: scene.slides.map((slide) => ({ ...slide, shapes: slide.shapes.map(drawn) })) };
}
