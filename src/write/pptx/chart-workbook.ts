import type { ChartSheet } from '../../model.js';
import { packOffice } from './office-package.js';
import { el, words, type Xml, xmlPart } from './xml.js';

const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const names = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A chart's numbers as a workbook of one sheet (ECMA-376, SpreadsheetML): what PowerPoint opens for "Edit data". */
export function chartWorkbook(sheet: ChartSheet): Uint8Array {
  const workbook = el(
    'workbook',
    { xmlns: names, 'xmlns:r': officeRelations },
    el('sheets', {}, el('sheet', { name: sheetName, sheetId: 1, 'r:id': 'rId1' })),
  );
  const parts = [
    {
      path: 'xl/workbook.xml',
      type: `${types}.sheet.main+xml`,
      content: xmlPart(workbook),
      relations: [
        { id: 'rId1', kind: 'worksheet', target: 'xl/worksheets/sheet1.xml' },
        { id: 'rId2', kind: 'styles', target: 'xl/styles.xml' },
      ],
    },
    { path: 'xl/worksheets/sheet1.xml', type: `${types}.worksheet+xml`, content: rowsPart(sheet) },
    { path: 'xl/styles.xml', type: `${types}.styles+xml`, content: stylesPart(sheet) },
  ];
  return packOffice(parts, [{ id: 'rId1', kind: 'officeDocument', target: 'xl/workbook.xml' }]);
}

const sheetName = 'Sheet1';

/** The cells of one column, from the row `first` on, counted from 1; column 0 has the names. */
export function cellsOf(column: number, first: number, last: number): string {
  const letter = columnName(column);
  return first === last ? `${sheetName}!$${letter}$${first}` : `${sheetName}!$${letter}$${first}:$${letter}$${last}`;
}

function columnName(index: number): string {
  const rest = String.fromCharCode(65 + (index % 26));
  return index < 26 ? rest : `${columnName(Math.floor(index / 26) - 1)}${rest}`;
}

function rowsPart({ names: points, series, unit }: ChartSheet): string {
  const rows: readonly (readonly (string | number | undefined)[])[] = [
    [unit, ...series.map(({ name }) => name)],
    ...points.map((name, index) => [name, ...series.map(({ values }) => values[index])]),
  ];
  const written = rows.map((cells, row) =>
    el('row', { r: row + 1 }, ...cells.map((cell, column) => cellOf(cell, `${columnName(column)}${row + 1}`))),
  );
  return xmlPart(el('worksheet', { xmlns: names }, el('sheetData', {}, ...written)));
}

function cellOf(cell: string | number | undefined, r: string): Xml | undefined {
  if (cell === undefined) return undefined;
  if (typeof cell === 'number') return el('c', { r, s: 1 }, el('v', {}, words(String(cell))));
  return el('c', { r, t: 'inlineStr' }, el('is', {}, el('t', {}, words(cell))));
}

function stylesPart({ numberFormat }: ChartSheet): string {
  const plain = { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 };
  return xmlPart(
    el(
      'styleSheet',
      { xmlns: names },
      el('numFmts', { count: 1 }, el('numFmt', { numFmtId: 164, formatCode: numberFormat })),
      el('fonts', { count: 1 }, el('font', {}, el('sz', { val: 11 }), el('name', { val: 'Calibri' }))),
      el(
        'fills',
        { count: 2 },
        el('fill', {}, el('patternFill', { patternType: 'none' })),
        el('fill', {}, el('patternFill', { patternType: 'gray125' })),
      ),
      el('borders', { count: 1 }, el('border', {}, el('left'), el('right'), el('top'), el('bottom'), el('diagonal'))),
      el('cellStyleXfs', { count: 1 }, el('xf', plain)),
      el(
        'cellXfs',
        { count: 2 },
        el('xf', { ...plain, xfId: 0 }),
        el('xf', { ...plain, numFmtId: 164, xfId: 0, applyNumberFormat: 1 }),
      ),
    ),
  );
}
