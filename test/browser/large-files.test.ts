import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type PDFDict, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Outcome, run } from '../support/command.js';

const root = mkdtempSync(join(tmpdir(), 'pilcrow-large-files-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const folder = join(root, 'slides/ports');
const size = 3 * 2 ** 20 + 1;
const deck = `---
lang: en
---
# Ports

---

## A picture

![A quay](quay.gif)

[The same picture, to keep](quay.gif), [a report](report.pdf)

---

## A film

<video src="boat.webm" width="320" height="180"></video>

---

<!-- .slide: data-background-image="quay.gif" -->

## A background

---

## A drawing

![A berth](berth.svg)
`;
/** One red dot. */
const dot = 'R0lGODlhAQABAIAAAP8AAAAAACwAAAAAAQABAAACAkQBADs=';
let exported: Outcome;
let pdf: PDFDocument;

beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'deck.md'), deck);
  writeFileSync(join(folder, 'quay.gif'), Buffer.from(dot, 'base64'));
  writeFileSync(join(folder, 'report.pdf'), '%PDF-1.4\n');
  cpSync(new URL('../fixtures/films/boat.webm', import.meta.url), join(folder, 'boat.webm'));
  const padding = ' '.repeat(size);
  writeFileSync(
    join(folder, 'berth.svg'),
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><!-- A secret. ${padding}--><rect width="9" height="9" fill="teal"/></svg>`,
  );
  for (const name of ['quay.gif', 'report.pdf']) truncateSync(join(folder, name), size);
  const film = readFileSync(join(folder, 'boat.webm'));
  // What follows a film as an element that is void (Matroska, section "Void") no player looks at.
  const rest = Buffer.alloc(size);
  rest.writeUInt8(0xec, 0);
  rest.writeUInt8(0x01, 1);
  rest.writeUIntBE(size - 9, 3, 6);
  writeFileSync(join(folder, 'boat.webm'), Buffer.concat([film, rest]));
  exported = await run(['export', 'ports', '--to', 'html,pdf,reader'], root);
  pdf = await PDFDocument.load(readFileSync(join(root, 'dist/export/ports/slides.pdf')));
}, 120_000);

test('large files are inside the single file and the reader, byte for byte', () => {
  expect(exported.code).toBe(0);
  expect(exported.reported.filter((line) => / (error|warning) /.test(line))).toEqual([]);
  for (const name of ['ports.html', 'reader.html']) {
    const html = readFileSync(join(root, 'dist/export/ports', name), 'utf8');
    expect(html).not.toMatch(/[\uFDD0\uFDD1]|large-\d/);
    const [, data = ''] = /<img[^>]* src="data:image\/gif;base64,([^"]*)"/.exec(html) ?? [];
    expect(Buffer.from(data, 'base64').equals(readFileSync(join(folder, 'quay.gif')))).toBe(true);
    const [, drawing = ''] = /src="data:image\/svg\+xml;base64,([^"]*)"/.exec(html) ?? [];
    expect(Buffer.from(drawing, 'base64').toString()).toContain('fill="teal"');
    expect(Buffer.from(drawing, 'base64').toString()).not.toContain('A secret.');
  }
});

test('what lies beside the page that is printed is in the PDF: a picture, a film and a background', () => {
  const widths = pdf.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFRawStream ? widthOf(object.dict) : []));
  expect(widths).toContain(1);
  expect(widths.filter((width) => width > 1)).not.toEqual([]);
  expect(pdf.getPageCount()).toBe(5);
});

test('a PDF links to no file of the deck: neither to its bytes nor to where the page was printed', async () => {
  for (const name of ['slides.pdf', 'reader.pdf']) {
    const { context } = await PDFDocument.load(readFileSync(join(root, 'dist/export/ports', name)));
    const links = context.enumerateIndirectObjects().map(([, object]) => String(object));
    expect(links.filter((text) => /\/URI \((data|file):|large-/.test(text))).toEqual([]);
  }
});

function widthOf(stream: PDFDict): readonly number[] {
  if (stream.get(PDFName.of('Subtype')) !== PDFName.of('Image')) return [];
  return [Number(stream.get(PDFName.of('Width'))?.toString())];
}
