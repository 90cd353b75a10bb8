import { decodePDFRawStream, PDFDict, PDFDocument, PDFName, type PDFRawStream } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { nameApostrophes } from '../src/export/pdf/name-apostrophes.js';

/** A font's names as they are in the end. */
async function named(map: string, ...headings: readonly string[]): Promise<string> {
  const document = await PDFDocument.create();
  const { context } = document;
  const font = context.register(context.obj({ Type: 'Font', ToUnicode: context.register(context.flateStream(map)) }));
  nameApostrophes(document, headings);
  const names = context.lookup(font, PDFDict).lookup(PDFName.of('ToUnicode')) as PDFRawStream;
  return Buffer.from(decodePDFRawStream(names).decode()).toString('latin1');
}

test('a glyph that is both a letter and a quotation mark is named as the mark', async () => {
  expect(await named('<00A9> <02BC>\n<0041> <0042>', 'Minsk’s')).toBe('<00A9> <2019>\n<0041> <0042>');
  expect(await named('<00A8> <02bb>')).toBe('<00A8> <2018>');
  expect(await named('<00A8> <00A9> <02BB>')).toBe('<00A8> <00A9> <2018>');
});

test('a range that holds other letters, and a deck that uses these, keep their names', async () => {
  for (const range of ['<00A8> <00AA> <02BB>', '<00A9> <00AA> <02BC>', '<02BC> <0041>'])
    expect(await named(range)).toBe(range);
  expect(await named('<00A9> <02BC>', 'Two', 'П\u02BCять')).toBe('<00A9> <02BC>');
});
