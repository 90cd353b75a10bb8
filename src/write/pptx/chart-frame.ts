import type { SceneChart } from '../../model.js';
import { nonVisual, transform } from './drawing.js';
import { el, type Xml } from './xml.js';

const chartNames = 'http://schemas.openxmlformats.org/drawingml/2006/chart';

/** The place of a chart on its slide; `part` is the id by which the slide names it. */
export function chartFrame(id: number, { alt, box }: SceneChart, part: string): Xml {
  const chart = el('c:chart', { 'xmlns:c': chartNames, 'r:id': part });
  return el(
    'p:graphicFrame',
    {},
    el(
      'p:nvGraphicFramePr',
      {},
      nonVisual(id, `Chart ${id}`, alt === '' ? undefined : alt),
      el('p:cNvGraphicFramePr'),
      el('p:nvPr'),
    ),
    transform(box, 'p:xfrm'),
    el('a:graphic', {}, el('a:graphicData', { uri: chartNames }, chart)),
  );
}
