import type { SceneCell, SceneRow } from '../../../model/scene.js';
import type { sceneSteps } from './scene-steps.js';
import type { sceneStyles } from './scene-styles.js';
import type { SceneItem, sceneTexts } from './scene-texts.js';
import type { sceneValues } from './scene-values.js';

/** Tables by their columns and rows. `read` reads what stands in an element. Runs in the page. */
export function sceneTables(
  { boxOf, origin, rgba, hexOver }: ReturnType<typeof sceneValues>,
  { lineOf }: ReturnType<typeof sceneStyles>,
  { stepOf }: ReturnType<typeof sceneSteps>,
  { apart, addShape, addItems, set }: ReturnType<typeof sceneTexts>,
  read: (element: Element) => void,
) {
  return { table };

  function table(element: HTMLTableElement): void {
    if (element.caption !== null) read(element.caption);
    const rows = [...element.rows];
    const edges = [
      ...new Set(
        rows.flatMap((row) =>
          [...row.cells].flatMap((cell) => {
            const { left, right } = cell.getBoundingClientRect();
            return [Math.round(left), Math.round(right)];
          }),
        ),
      ),
    ]
      .sort((a, b) => a - b)
      .filter((edge, index, all) => index === 0 || edge - (all[index - 1] ?? 0) > 2);
    const columns = edges.slice(1).map((edge, index) => edge - (edges[index] ?? 0));
    if (columns.length === 0) return;
    const at = (x: number): number =>
      edges.reduce((best, edge, index) => (Math.abs(edge - x) < Math.abs((edges[best] ?? 0) - x) ? index : best), 0);
    const taken: (readonly { readonly across: boolean; readonly down: boolean }[] | undefined)[][] = [];
    const lines = rows.map((row, index): SceneRow => {
      const cells: (SceneCell | undefined)[] = columns.map(() => undefined);
      for (const cell of row.cells) {
        const { left, right } = cell.getBoundingClientRect();
        const [from, to] = [at(left), Math.max(at(left) + 1, at(right))];
        cells[from] = cellOf(cell, to - from);
        for (let column = from; column < to; column += 1)
          for (let below = 0; below < cell.rowSpan; below += 1) {
            taken[index + below] ??= [];
            const line = taken[index + below];
            if (line !== undefined) line[column] = [{ across: column > from, down: below > 0 }];
          }
      }
      const filled = cells.map((cell, column): SceneCell => {
        const [cover] = taken[index]?.[column] ?? [];
        const empty = { columns: 1, rows: 1, left: 0, top: 0, right: 0, paragraphs: [] };
        if (cell !== undefined) return cell;
        if (cover === undefined || (!cover.across && !cover.down)) return empty;
        return { ...empty, covered: cover.across && cover.down ? 'both' : cover.across ? 'across' : 'down' };
      });
      return {
        height: row.getBoundingClientRect().height,
        isHead: row.parentElement?.localName === 'thead',
        ...stepOf(row),
        cells: filled,
      };
    });
    const box = boxOf(rows[0]?.getBoundingClientRect() ?? element.getBoundingClientRect());
    const width = columns.reduce((sum, column) => sum + column, 0);
    const height = lines.reduce((sum, row) => sum + row.height, 0);
    addShape({
      kind: 'table',
      caption: element.caption?.textContent?.trim() ?? '',
      box: { ...box, x: (edges[0] ?? 0) - origin().x, width, height },
      columns,
      rows: lines,
      ...stepOf(element),
    });
  }

  /** Its words stand in the cell; what else it holds stands over it. */
  function cellOf(cell: HTMLTableCellElement, columns: number): SceneCell {
    const style = getComputedStyle(cell);
    const edge = cell.getBoundingClientRect();
    const own = apart(() => read(cell));
    const isOwn = (item: SceneItem): item is Extract<SceneItem, { words: unknown }> =>
      'words' in item && item.words[0]?.root === cell;
    const texts = own.filter(isOwn).flatMap(({ words }) => words);
    addItems(own.filter((item) => !isOwn(item)));
    const top = Math.min(...texts.map((one) => one.top));
    const left = Math.min(...texts.map((one) => one.left));
    const right = Math.max(...texts.map((one) => one.right));
    const background = rgba(style.backgroundColor);
    const above = lineOf(style, 'Top');
    const below = lineOf(style, 'Bottom');
    const paragraphs = set(texts).map(({ step: _, ...paragraph }) => paragraph);
    const { x, y } = origin();
    return {
      columns,
      rows: cell.rowSpan,
      left: texts.length === 0 ? 0 : Math.max(0, left + x - edge.left),
      top: texts.length === 0 ? 0 : Math.max(0, top + y - edge.top),
      right: texts.length === 0 ? 0 : Math.max(0, edge.right - (right + x)),
      ...(background[3] === 0 ? {} : { ground: hexOver(background) }),
      ...(above === undefined ? {} : { above }),
      ...(below === undefined ? {} : { below }),
      paragraphs,
    };
  }
}
