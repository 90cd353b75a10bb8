import { PDFDocument, rgb } from '@cantoo/pdf-lib';
import { converter } from 'culori';
import { expect, test } from 'vitest';
import { openContents } from '../src/export/pdf/content-streams.js';
import { withoutColour } from '../src/export/pdf/without-colour.js';

const linear = converter('lrgb');
const encoded = converter('rgb');

test.each(['#ff0000', '#00ff00', '#0000ff', '#18356f', '#b8891c', '#010203'])(
  'a grey print shows %s as the grey of its luminance',
  async (colour) => {
    const { r, g, b } = encoded(colour) ?? { r: 0, g: 0, b: 0 };
    const document = await PDFDocument.create();
    document.addPage().drawRectangle({ x: 1, y: 1, width: 9, height: 9, color: rgb(r, g, b) });
    // Saved and opened again, since only what was written has contents.
    const opened = await PDFDocument.load(await document.save());
    const contents = openContents(opened);
    withoutColour(opened, contents);
    const drawn = contents.pages[0]?.code() ?? '';
    const [, level] = /([\d.]+) g\b/.exec(drawn) ?? [];
    const light = linear(colour) ?? { r: 0, g: 0, b: 0 };
    const grey = 0.2126 * light.r + 0.7152 * light.g + 0.0722 * light.b;
    expect(Number(level)).toBeCloseTo(encoded({ mode: 'lrgb', r: grey, g: grey, b: grey }).r, 3);
  },
);
