import type { SceneCell, SceneTable } from '../../model.js';
import { emu, fill, nonVisual, outline, transform } from './drawing.js';
import { paragraphs, type TextContext } from './text.js';
import { el, type Xml } from './xml.js';

/** The style of PowerPoint that draws nothing by itself, "No Style, No Grid". */
export const plainTable = '{2D5ABB26-0587-4C30-8999-92F81FD0307C}';

/** A table as PowerPoint's own. */
export function tableFrame(id: number, table: SceneTable, context: TextContext): Xml {
  const { columns, rows, box, caption } = table;
  const head = rows.some(({ isHead }) => isHead) ? 1 : undefined;
  const grid = el('a:tblGrid', {}, ...columns.map((width) => el('a:gridCol', { w: emu(width) })));
  const written = rows.map(({ height, cells }) =>
    el('a:tr', { h: emu(height) }, ...cells.map((cell) => cellOf(cell, context))),
  );
  const style = el('a:tableStyleId', {}, plainTable as Xml);
  const inside = el('a:tbl', {}, el('a:tblPr', { firstRow: head }, style), grid, ...written);
  const locks = el('a:graphicFrameLocks', { noGrp: 1 });
  return el(
    'p:graphicFrame',
    {},
    el(
      'p:nvGraphicFramePr',
      {},
      nonVisual(id, `Table ${id}`, caption === '' ? undefined : caption),
      el('p:cNvGraphicFramePr', {}, locks),
      el('p:nvPr'),
    ),
    transform(box, 'p:xfrm'),
    el('a:graphic', {}, el('a:graphicData', { uri: 'http://schemas.openxmlformats.org/drawingml/2006/table' }, inside)),
  );
}

function cellOf(cell: SceneCell, context: TextContext): Xml {
  const { theme } = context;
  const { covered, columns, rows, left, right, top, above, below, ground } = cell;
  const body = el('a:txBody', {}, el('a:bodyPr'), el('a:lstStyle'), ...paragraphs(cell.paragraphs, context));
  const properties = el(
    'a:tcPr',
    { marL: emu(left), marR: emu(right), marT: emu(top), marB: 0, anchor: 't' },
    outline(undefined, theme, 'a:lnL'),
    outline(undefined, theme, 'a:lnR'),
    outline(above, theme, 'a:lnT'),
    outline(below, theme, 'a:lnB'),
    fill(ground, theme),
  );
  return el(
    'a:tc',
    {
      rowSpan: rows > 1 ? rows : undefined,
      gridSpan: columns > 1 ? columns : undefined,
      hMerge: covered === 'across' || covered === 'both' ? 1 : undefined,
      vMerge: covered === 'down' || covered === 'both' ? 1 : undefined,
    },
    body,
    properties,
  );
}
