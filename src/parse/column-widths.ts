import type { Token } from 'markdown-it';
import { attributeOf } from './token.js';

/** px of the text area, and of the room between two columns (`--gutter`). */
const whole = 1120;
const gutter = 32;

/** How wide the columns of a slide are, by the tokens that open them: as their `width` says, the rest in equal parts (`passes/columns.ts`). */
export function columnWidths(tokens: readonly Token[]): ReadonlyMap<Token, number> {
  const widths = new Map<Token, number>();
  const open: { readonly box: Token; readonly columns: Token[] }[] = [];
  const rows: { readonly columns: readonly Token[]; readonly within: Token | undefined }[] = [];
  for (const token of tokens) {
    if (token.type === 'container_open') {
      if (token.info === 'column') open.findLast(({ box }) => box.info === 'columns')?.columns.push(token);
      const row = { box: token, columns: [] };
      if (token.info === 'columns')
        rows.push({ columns: row.columns, within: open.findLast(({ box }) => box.info === 'column')?.box });
      open.push(row);
    } else if (token.type === 'container_close') open.pop();
  }
  for (const { columns, within } of rows) {
    const room = (within === undefined ? whole : (widths.get(within) ?? whole)) - gutter * (columns.length - 1);
    const asked = columns.map((column) => Number.parseFloat(attributeOf(column, 'width') ?? ''));
    const given = asked.filter((width) => width > 0);
    const rest = Math.max(
      10,
      (100 - given.reduce((sum, width) => sum + width, 0)) / (columns.length - given.length || 1),
    );
    const shares = asked.map((width) => (width > 0 ? width : rest));
    const all = shares.reduce((sum, share) => sum + share, 0);
    columns.forEach((column, index) => {
      widths.set(column, (room * (shares[index] ?? 0)) / all);
    });
  }
  return widths;
}
