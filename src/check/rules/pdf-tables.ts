import type { PdfReading } from '../../model.js';
import type { PdfFinding } from '../finding.js';
import { elementsOf, onPageOf, quoted, wordsOf } from '../pdf/elements.js';

export function pdfTables({ tree }: PdfReading): readonly PdfFinding[] {
  const tables = elementsOf(tree).filter(({ element }) => element.role === 'Table');
  return tables.flatMap(({ element: table }): readonly PdfFinding[] => {
    const inside = elementsOf([table]).filter(
      ({ around }) => around.findLast(({ role }) => role === 'Table') === table,
    );
    const heads = inside.filter(({ element }) => element.role === 'TH');
    const name = quoted(wordsOf(table));
    const where = onPageOf(table);
    const headless = heads.length === 0 ? [{ message: `The table ${name} has no header cells.`, ...where }] : [];
    const unsure = heads
      .filter(({ element }) => element.scope === undefined)
      .map(({ element }) => ({
        message: `The header cell ${quoted(wordsOf(element))} does not say what it heads (Scope).`,
        ...onPageOf(element),
      }));
    const outside = inside
      .filter(({ element, around }) => /^T[HD]$/.test(element.role) && !around.some(({ role }) => role === 'TR'))
      .map(({ element }) => ({
        message: `The cell ${quoted(wordsOf(element))} stands in no row.`,
        ...onPageOf(element),
      }));
    return [...headless, ...unsure, ...outside];
  });
}
