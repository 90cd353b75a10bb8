import { type PDFDict, PDFDocument, PDFName, type PDFObject, type PDFRef } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { openContents } from '../src/export/pdf/content-streams.js';
import { textReader } from '../src/export/pdf/page-text.js';

/** What the only page of a document says that is drawn by `code`, where `/F` calls its signs by `names` and `/X` shows `form`. */
async function said(
  code: string,
  { names, kind = 'Type0', form }: { readonly names?: string; readonly kind?: string; readonly form?: string },
): Promise<string> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const { context } = document;
  const dict = (entries: Readonly<Record<string, PDFObject>>): PDFDict => {
    const made = context.obj({});
    for (const [key, value] of Object.entries(entries)) made.set(PDFName.of(key), value);
    return made;
  };
  const stream = (text: string, about: Readonly<Record<string, string>> = {}): PDFRef =>
    context.register(context.flateStream(text, about));
  const font = dict({
    Subtype: PDFName.of(kind),
    ...(names === undefined ? {} : { ToUnicode: stream(names) }),
  });
  const forms = dict(form === undefined ? {} : { X: stream(form, { Subtype: 'Form' }) });
  const page = document.addPage();
  page.node.set(PDFName.of('Resources'), dict({ Font: dict({ F: font }), XObject: forms }));
  page.node.set(PDFName.of('Contents'), stream(code));
  const contents = openContents(document);
  const [only] = contents.pages;
  return only === undefined ? expect.unreachable() : textReader(contents)(only);
}

const letters =
  '2 beginbfchar\n<0003> <0020>\n<0007> <00660069>\nendbfchar\n1 beginbfrange\n<0010> <0012> <0041>\nendbfrange';

test.each([
  ['two bytes a sign, a ligature among them', 'BT /F 9 Tf <00100011000300070012> Tj ET', { names: letters }, 'AB fiC'],
  ['several pieces in one array', 'BT /F 9 Tf [<0010> -20 <0011>] TJ ET', { names: letters }, 'AB'],
  [
    'signs outside the first plane',
    'BT /F 9 Tf <0001> Tj ET',
    { names: 'beginbfchar <0001> <D83DDE00> endbfchar' },
    '😀',
  ],
  [
    'one byte a sign, escaped or in octal',
    'BT /F 9 Tf (A\\)\\101\\\n) Tj ET',
    { kind: 'Type3', names: 'beginbfchar <41> <0410> <29> <0029> endbfchar' },
    'А)А',
  ],
  [
    'a form in its place',
    'BT /F 9 Tf <0010> Tj ET /X Do BT <0012> Tj ET',
    { names: letters, form: '/F 9 Tf <0011> Tj /X Do' },
    'ABC',
  ],
  ['nothing where a font names nothing', 'BT /F 9 Tf <0010> Tj ET', {}, ''],
  ['nothing before a font is chosen', 'BT <0010> Tj ET', { names: letters }, ''],
])('reads %s', async (_, code, given, text) => {
  expect(await said(code, given)).toBe(text);
});
