import type { Hue, Relations } from '../model.js';
import { hueOf } from '../model.js';
import type { PlacedRow } from './placed-cells.js';
import { addClass, classes, hasClass, titleText } from './tree.js';

/**
 * `{.total}` and `{.focus}` on a row: a sum below a rule, and the row that a table is about. That has a chip in the colour it is given,
 * or in that of the actor it names.
 */
export function markRows(rows: readonly PlacedRow[], relations: Relations | undefined): void {
  for (const { row, cells, isHead } of rows) {
    if (isHead) continue;
    if (hasClass(row, 'total')) addClass(row, 'total-row');
    if (!hasClass(row, 'focus')) continue;
    const name = cells[0] === undefined ? '' : titleText(cells[0].cell).trim();
    const hue = classes(row).flatMap((one) => hueOf(one) ?? [])[0] ?? hueOfActor(name, relations);
    addClass(row, 'focus-row', ...(hue === undefined ? [] : ['has-chip', `of-${hue}`]));
  }
}

/** Undefined where no actor has this name. */
function hueOfActor(name: string, relations: Relations | undefined): Hue | undefined {
  const wanted = name.toLowerCase();
  return relations?.actors.find((actor) =>
    [actor.name.text, ...Object.values(actor.name.byLang), ...actor.aka].some((one) => one.toLowerCase() === wanted),
  )?.hue;
}
