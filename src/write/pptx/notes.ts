import type { Box } from '../../model.js';
import { nameSpaces, nonVisual, transform } from './drawing.js';
import { geometry } from './geometry.js';
import { slideData } from './master.js';
import { el, words, type Xml, xmlPart } from './xml.js';

/** A page of notes, A4 in px: 210 × 297 mm at 96 px an inch. */
export const notesPage = { width: 793.7, height: 1122.5 };
const image: Box = { x: 90, y: 70, width: 614, height: 345.4 };
const body: Box = { x: 90, y: 450, width: 614, height: 600 };

export function notesMasterPart(): string {
  const levels = Array.from({ length: 9 }, (_, index) =>
    el(
      `a:lvl${index + 1}pPr`,
      { marL: index * 228_600, algn: 'l', rtl: 0 },
      el(
        'a:defRPr',
        { sz: 1200, kern: 1200 },
        el('a:solidFill', {}, el('a:schemeClr', { val: 'tx1' })),
        el('a:latin', { typeface: '+mn-lt' }),
        el('a:ea', { typeface: '+mn-ea' }),
        el('a:cs', { typeface: '+mn-cs' }),
      ),
    ),
  );
  return xmlPart(
    el(
      'p:notesMaster',
      nameSpaces,
      slideData(
        [slideImage(2, true), notesBody(3, [''], 'en-GB', true)],
        el('p:bg', {}, el('p:bgRef', { idx: 1001 }, el('a:schemeClr', { val: 'bg1' }))),
      ),
      el('p:clrMap', {
        bg1: 'lt1',
        tx1: 'dk1',
        bg2: 'lt2',
        tx2: 'dk2',
        accent1: 'accent1',
        accent2: 'accent2',
        accent3: 'accent3',
        accent4: 'accent4',
        accent5: 'accent5',
        accent6: 'accent6',
        hlink: 'hlink',
        folHlink: 'folHlink',
      }),
      el('p:notesStyle', {}, ...levels),
    ),
  );
}

/** The notes of a slide, a line a paragraph. */
export function notesPart(lines: readonly string[], lang: string): string {
  return xmlPart(
    el(
      'p:notes',
      nameSpaces,
      slideData([slideImage(2, false), notesBody(3, lines, lang, false)]),
      el('p:clrMapOvr', {}, el('a:masterClrMapping')),
    ),
  );
}

function slideImage(id: number, isMaster: boolean): Xml {
  const line = el('a:ln', { w: 12_700 }, el('a:solidFill', {}, el('a:prstClr', { val: 'black' })));
  const place = isMaster ? [transform(image), geometry('rect'), el('a:noFill'), line] : [];
  return el(
    'p:sp',
    {},
    el(
      'p:nvSpPr',
      {},
      nonVisual(id, 'Slide image', undefined),
      el('p:cNvSpPr', {}, el('a:spLocks', { noGrp: 1, noRot: 1, noChangeAspect: 1 })),
      el('p:nvPr', {}, el('p:ph', { type: 'sldImg', idx: isMaster ? 2 : undefined })),
    ),
    el('p:spPr', {}, ...place),
  );
}

function notesBody(id: number, lines: readonly string[], lang: string, isMaster: boolean): Xml {
  const written = lines.map((line) =>
    line === '' ? el('a:p') : el('a:p', {}, el('a:r', {}, el('a:rPr', { lang }), el('a:t', {}, words(line)))),
  );
  return el(
    'p:sp',
    {},
    el(
      'p:nvSpPr',
      {},
      nonVisual(id, 'Notes', undefined),
      el('p:cNvSpPr', {}, el('a:spLocks', { noGrp: 1 })),
      el('p:nvPr', {}, el('p:ph', { type: 'body', sz: isMaster ? 'quarter' : undefined, idx: isMaster ? 3 : 1 })),
    ),
    el('p:spPr', {}, ...(isMaster ? [transform(body), geometry('rect')] : [])),
    el('p:txBody', {}, el('a:bodyPr'), el('a:lstStyle'), ...(written.length === 0 ? [el('a:p')] : written)),
  );
}
