import type { SceneConnector, SceneHead } from '../../model.js';
import { nonVisual, outline, transform } from './drawing.js';
import { geometry } from './geometry.js';
import type { TextContext } from './text.js';
import { el, type Xml } from './xml.js';

/** PowerPoint's words for what stands at a line's end; it has none for a cross. */
const heads: Readonly<Record<SceneHead, string>> = { arrow: 'triangle', open: 'arrow', dot: 'oval', cross: 'none' };

/** A straight line that stays at the shapes it leads to; `shapes` has their ids. */
export function connectorShape(
  id: number,
  connector: SceneConnector,
  shapes: ReadonlyMap<string, number>,
  { theme }: TextContext,
): Xml {
  const { start, end, line, box } = connector;
  const turned = {
    ...(start.x > end.x ? { flipH: 1 } : {}),
    ...(start.y > end.y ? { flipV: 1 } : {}),
  };
  const glue = (name: string, at: SceneConnector['from']): Xml | undefined => {
    const shape = at === undefined ? undefined : shapes.get(at.id);
    return at === undefined || shape === undefined ? undefined : el(name, { id: shape, idx: at.site });
  };
  return el(
    'p:cxnSp',
    {},
    el(
      'p:nvCxnSpPr',
      {},
      nonVisual(id, `Connector ${id}`, undefined, true),
      el('p:cNvCxnSpPr', {}, glue('a:stCxn', connector.from), glue('a:endCxn', connector.to)),
      el('p:nvPr'),
    ),
    el(
      'p:spPr',
      {},
      transform(box, 'a:xfrm', turned),
      geometry('straightConnector1'),
      outline(line, theme, 'a:ln', ...headsOf(connector)),
    ),
  );
}

/** Wide lines have small heads, since a head grows with its line. */
function headsOf({ heads: { start, end }, line }: SceneConnector): readonly Xml[] {
  const size = line.width > 5 ? 'sm' : line.width > 3 ? 'med' : 'lg';
  const head = (name: string, kind: SceneHead | undefined): readonly Xml[] =>
    kind === undefined ? [] : [el(name, { type: heads[kind], w: size, len: size })];
  return [...head('a:headEnd', start), ...head('a:tailEnd', end)];
}
