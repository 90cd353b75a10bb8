import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBrowserProvider } from '../../src/browser/browser-provider.js';
import { readChart } from '../../src/chart/read-chart.js';
import { drawCharts } from '../../src/draw/draw-charts.js';
import { drawDiagrams } from '../../src/draw/draw-diagrams.js';
import { drawMaps } from '../../src/draw/draw-maps.js';
import type { Diagram } from '../../src/model.js';
import { createCache } from '../../src/system/cache.js';
import { diagramCode } from './deck.js';

/** Seconds for 50 diagrams of eight kinds, browser included, with nothing and with all of them cached; for one map; and for a chart of 200 values, read and drawn. */
export async function benchDrawings(): Promise<{
  readonly cold: number;
  readonly cached: number;
  readonly map: number;
  readonly chart: number;
}> {
  const folder = mkdtempSync(join(tmpdir(), 'pilcrow-bench-drawings-'));
  const cache = createCache(folder);
  const diagrams = Array.from({ length: 50 }, (_, index) => diagram(`d${index}`, 'mermaid', diagramCode(index)));
  const browser = createBrowserProvider({ choice: 'bundled', env: process.env });
  const seconds = async (work: () => Promise<unknown>): Promise<number> => {
    const start = performance.now();
    await work();
    return (performance.now() - start) / 1000;
  };
  const cold = await seconds(() => drawDiagrams(diagrams, { browser, cache }));
  await browser.close();
  const cached = await seconds(() => drawDiagrams(diagrams, { browser, cache }));
  const region = diagram('map', 'map', 'fit: [BY, LT, UA]\nhighlight: { BY: { tone: belarus, fill: solid } }');
  // To compile these modules one by one, as the bench's own loader does, takes as long as the map; the package has them ready.
  await Promise.all([import('../../src/map/read-map.js'), import('../../src/map/draw-map.js')]);
  const map = await seconds(() => drawMaps([region], 'en', cache));
  const years = Array.from(
    { length: 50 },
    (_, year) => `  ${1970 + year},${[3, 5, 7, 11].map((one) => ((year * one) % 97) / 10).join(',')}`,
  );
  const code = `data: |\n  year,Riga,Gdynia,Sola,Kalvik\n${years.join('\n')}\nmark: line\nfocus: Riga\n`;
  const chartOf = async (): Promise<unknown> => {
    const { view } = readChart(code, { path: 'deck.md', line: 1 }, { file: () => undefined, fileNames: [] });
    return drawCharts(view === undefined ? [] : [{ ...diagram('chart', 'chart', code), chart: view }], 'en', cache);
  };
  await import('../../src/chart/layout/draw-chart.js');
  const chart = await seconds(chartOf);
  rmSync(folder, { recursive: true, force: true });
  return { cold, cached, map, chart };
}

function diagram(id: string, language: Diagram['language'], code: string): Diagram {
  return { id, language, code, place: { path: 'deck.md', line: 1 }, alt: 'What it shows' };
}
