import type { Typeface } from '../model/brand.js';
import type { ChartView, Diagram, Drawing } from '../model.js';
import { setIn } from '../relations/typeface.js';
import { type Cache, cacheKey } from '../system/cache.js';
import { keyOfFaces } from './typeface-key.js';

/** Raised whenever charts are drawn differently, so that none of before is taken from the cache. */
const chartVersion = '6';

/**
 * Draws charts, each once for its data, wishes and language. The room that draws them, with its scales, is opened only for a chart that is
 * not in the cache.
 */
export async function drawCharts(
  diagrams: readonly Diagram[],
  lang: string,
  cache: Cache,
  typeface?: Typeface,
): Promise<ReadonlyMap<string, Drawing>> {
  const byId = new Map<string, Drawing>();
  for (const { id, chart } of diagrams) {
    if (chart === undefined) continue;
    const key = cacheKey(['chart', chartVersion, lang, ...keyOfFaces(typeface), JSON.stringify(withoutPlaces(chart))]);
    const kept = await cache.read(key);
    const drawing: Drawing = kept === undefined ? await drawNew(chart, lang, typeface) : JSON.parse(kept);
    if (kept === undefined) await cache.write(key, JSON.stringify(drawing));
    byId.set(id, drawing);
  }
  return byId;
}

async function drawNew(chart: ChartView, lang: string, typeface?: Typeface): Promise<Drawing> {
  const { drawChart } = await import('../chart/layout/draw-chart.js');
  return setIn(typeface, () => drawChart(chart, lang));
}

/** A chart that moves to another line is the same chart. */
function withoutPlaces({ place: _, ...chart }: ChartView): object {
  const series = chart.series.map((one) => ({ ...one, values: one.values.map(({ point, value }) => [point, value]) }));
  return { ...chart, series };
}
