import { type PDFDict, PDFDocument, PDFName, type PDFObject, PDFString } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { numberElements } from '../src/export/pdf/number-elements.js';

/** A table with two heads and a cell below each, whose nodes Chromium counted in this order. */
async function table(first: string, second: string): Promise<PDFDocument> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const { context, catalog } = document;
  const dict = (entries: Readonly<Record<string, PDFObject>>): PDFDict => {
    const made = context.obj({});
    for (const [key, value] of Object.entries(entries)) made.set(PDFName.of(key), value);
    return made;
  };
  const element = (role: string, entries: Readonly<Record<string, PDFObject>> = {}): PDFDict =>
    dict({ Type: PDFName.of('StructElem'), S: PDFName.of(role), ...entries });
  const heads = [first, second].map((id) => ({ id, element: element('TH', { ID: PDFString.of(id) }) }));
  const byName = [...heads].sort((one, other) => (one.id < other.id ? -1 : 1));
  const refs = byName.map((head) => context.register(head.element));
  const inOrder = heads.map((head) => refs[byName.indexOf(head)] ?? context.nextRef());
  const cells = heads.map(({ id }) =>
    context.register(element('TD', { A: dict({ Headers: context.obj([PDFString.of(id)]) }) })),
  );
  for (const [index, { element: head }] of heads.entries()) {
    const word = element('Span', { P: inOrder[index] ?? head, K: context.obj([index]) });
    head.set(PDFName.of('K'), context.obj([context.register(word)]));
  }
  const rows = context.register(element('Table', { K: context.obj([...inOrder, ...cells]) }));
  const names = context.obj(byName.flatMap(({ id }, index) => [PDFString.of(id), refs[index] ?? PDFString.of(id)]));
  const node = context.register(dict({ Names: names }));
  const ids = dict({ Kids: context.obj([node]) });
  catalog.set(PDFName.of('StructTreeRoot'), context.register(dict({ K: rows, IDTree: ids })));
  return document;
}

test('a table’s heads are named and placed in the order they are read in, whatever Chromium counted', async () => {
  const [one, other] = await Promise.all([
    table('node00000007', 'node00000009'),
    table('node00000031', 'node00000012'),
  ]);
  for (const document of [one, other]) numberElements(document);
  const bytes = await Promise.all(
    [one, other].map((document) => document.save({ addDefaultPage: false, useObjectStreams: false })),
  );
  expect(Buffer.from(bytes[1] ?? []).toString('latin1')).toBe(Buffer.from(bytes[0] ?? []).toString('latin1'));
  const text = Buffer.from(bytes[0] ?? []).toString('latin1');
  expect(text.match(/node\d+/g)).toEqual([
    'node00000001',
    'node00000002',
    'node00000001',
    'node00000002',
    'node00000001',
    'node00000002',
  ]);
});
