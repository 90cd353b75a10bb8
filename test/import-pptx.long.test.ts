import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { createPilcrow } from '../src/api/create-pilcrow.js';
import { importForeign } from '../src/commands/import.js';
import { remarkLines } from '../src/commands/report-import.js';
import { importPptx } from '../src/import/pptx/import-pptx.js';
import type { Paragraph, Presentation } from '../src/read/presentation/presentation.js';
import { readPresentation } from '../src/read/presentation/read-presentation.js';
import { slideBlocks } from '../src/render/blocks/slide-blocks.js';
import { typographic } from '../src/render/passes/typography.js';
import { renderSlides } from '../src/render/render-slides.js';
import { plainLines } from '../src/write/plain-lines.js';
import { testEffects } from './support/effects.js';
import { deckOf, evidenceOf } from './support/evidence.js';
import { presentationOf } from './support/presentation-parts.js';
import { fixtureFolder } from './support/twins.js';

const folder = fixtureFolder('import-pptx');
const fixture = (name: string): string => readFileSync(join(folder, name), 'utf8');

describe('presentations', async () => {
  const pilcrow = await createPilcrow({ browser: 'none', cache: false });
  const cases = readdirSync(folder).filter((name) => name.endsWith('.parts'));

  test.each(cases)('%s', async (name) => {
    const path = 'talk.pptx';
    const imported = importPptx(await readPresentation({ bytes: presentationOf(fixture(name)), path }), path);
    await expect(imported.text).toMatchFileSnapshot(join(folder, `${basename(name, '.parts')}.md`));
    const { diagnostics, slides } = await pilcrow.render(imported.text, { edition: { audience: 'student' } });
    expect(slides).toHaveLength(imported.slides);
    const found = diagnostics.filter(({ rule }) => rule !== 'image-missing');
    const said = found.map(({ place, severity, rule }) => `deck.md:${place.line} ${severity} ${rule}`);
    const report = [...remarkLines(imported.remarks), '', 'check then says:', ...said, ''];
    await expect(report.join('\n')).toMatchFileSnapshot(join(folder, `${basename(name, '.parts')}.txt`));
  });
});

const plain = (text: string): Paragraph => ({ level: 0, runs: [{ text }] });
const item = (text: string): Paragraph => ({ ...plain(text), item: {} });

/** A slide that has each text as a title, or all of them as paragraphs, items, cells and notes. */
function presentationWith(texts: readonly string[]): Presentation {
  const shape = { id: '2', alt: '', comesInSteps: false } as const;
  const slide = { name: '', layout: 'obj', isHidden: false, comments: [], clicks: 0, hasTransition: false } as const;
  const title = (text: string) => ({ ...shape, kind: 'text', role: 'title', paragraphs: [plain(text)] }) as const;
  const cell = (text: string) => ({ paragraphs: [plain(text)], isCovered: false, columns: 1, rows: 1 });
  return {
    ...{ title: '', author: '', lang: 'en', ratio: 16 / 9, sections: [], masterPictures: 0, sizes: new Map() },
    slides: [
      {
        ...{ ...slide, number: 1, path: 'all', notes: texts.map(plain) },
        shapes: [
          title('All'),
          { ...shape, kind: 'text', role: 'text', paragraphs: texts.map(plain) },
          { ...shape, kind: 'text', role: 'body', paragraphs: texts.map(item) },
          { ...shape, kind: 'table', hasHead: true, rows: ['head', ...texts].map((text) => [cell('x'), cell(text)]) },
        ],
      },
      ...texts.map((text, index) => ({ ...slide, number: index + 2, path: text, notes: [], shapes: [title(text)] })),
    ],
  };
}

async function expectSaid(texts: readonly string[]): Promise<void> {
  const { text, slides } = importPptx(presentationWith(texts), 'talk.pptx');
  const document = await renderSlides(deckOf(text), { byId: new Map(), diagnostics: [] }, evidenceOf(text), {
    audience: 'teacher',
  });
  const read = slideBlocks(document);
  expect(read).toHaveLength(slides);
  const [first, ...others] = read;
  const body = plainLines(first?.blocks ?? [], '');
  // Dashes and dots are typeset as in every deck.
  const said = texts.map((one) => typographic(one.replace(/\s+/g, ' ').trim(), document.deck.settings));
  expect(body).toEqual([...said, ...said.map((one) => `– ${one}`), 'x | head', ...said.map((one) => `x | ${one}`)]);
  expect(plainLines(first?.notes ?? [], '')).toEqual(said);
  const titles = others.map(({ heading }) => (heading === undefined ? '' : plainLines([heading], '')[0]));
  expect(titles).toEqual(said);
}

describe('words that look like Markdown are words', () => {
  const typed = fixture('looks-like-markdown.parts').matchAll(/<a:r><a:rPr lang="en-GB"><\/a:rPr><a:t>(.*?)<\/a:t>/g);
  const texts = [...typed].map(([, text = '']) => text.replaceAll('&lt;', '<').replaceAll('&amp;', '&'));

  test('all of the fixture', () => expectSaid([...new Set(texts)].slice(1, 70)));

  test('alternatives, and words that lead somewhere', async () => {
    const alts = ['A quay in [rain]', 'a ] b', '[x](y)', 'a _b_ *c*', '[^1] $x$ \\ <b>'];
    const { slides } = presentationWith(['x']);
    const shape = { id: '3', isDecorative: false, isCropped: false, media: 'ppt/media/a.png' } as const;
    const made = slides.slice(0, 1).map((slide) => ({
      ...slide,
      shapes: [
        ...alts.map((alt) => ({ ...shape, kind: 'picture', alt }) as const),
        ...alts.map((text) => ({
          ...({ id: '4', alt: '', comesInSteps: false, kind: 'text', role: 'text' } as const),
          paragraphs: [{ level: 0, runs: [{ text, link: { address: 'https://example.org/' } }] }],
        })),
      ],
    }));
    const { text } = importPptx({ ...presentationWith(['x']), slides: made }, 'talk.pptx');
    const document = await renderSlides(deckOf(text), { byId: new Map(), diagnostics: [] }, evidenceOf(text), {
      audience: 'teacher',
    });
    const said = plainLines(slideBlocks(document)[0]?.blocks ?? [], '');
    expect(said).toEqual([...alts.map((alt) => `[${alt}]`), ...alts]);
  });

  test('whatever the signs', async () => {
    const signs = '#-+*_`~^$[](){}<>|\\:;.,!?&=@%"\'/0129aivxnX é—¶\t'.split('');
    const words = ['Note', 'table', 'http://', 'www.', '::: ', '---', '. . .', '<!--', '-->', '[@', '![', '{.', '**'];
    const piece = fc.oneof(fc.constantFrom(...signs), fc.constantFrom(...words));
    const line = fc.array(piece, { minLength: 1, maxLength: 12 }).map((all) => all.join(''));
    const filled = line.filter((text) => text.trim() !== '');
    await fc.assert(fc.asyncProperty(fc.array(filled, { minLength: 1, maxLength: 8 }), expectSaid), {
      numRuns: Number(process.env.RUNS ?? 60),
      seed: process.env.SEED === undefined ? 7 : Number(process.env.SEED),
    });
  });
});

describe('what is no presentation', () => {
  const home = mkdtempSync(join(tmpdir(), 'pilcrow-pptx-'));
  afterAll(() => rmSync(home, { recursive: true, force: true }));
  const compound = (stream: string): Uint8Array =>
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(stream, 'utf16le')]);
  const zipped = (...names: readonly string[]): Uint8Array =>
    zipSync(Object.fromEntries(names.map((name) => [name, strToU8(`<a>${name}</a>`)])));
  const whole = presentationOf(fixture('lists.parts'));
  const lists = fixture('lists.parts');

  test.each([
    ['an empty file', new Uint8Array(), /empty/],
    ['text', strToU8('# A talk\n'), /no presentation\. Name/],
    ['an old presentation', compound('PowerPoint Document'), /97–2003.*save it as \.pptx/],
    ['a locked one', compound('EncryptedPackage'), /locked by a password/],
    ['an old workbook', compound('Workbook'), /old Office/],
    ['a Word document', zipped('word/document.xml'), /Word document.*pilcrow new/],
    ['a workbook', zipped('xl/workbook.xml'), /Excel workbook/],
    [
      'an OpenDocument',
      zipSync({ mimetype: [strToU8('application/vnd.oasis.opendocument.presentation'), { level: 0 }] }),
      /\.odp/,
    ],
    ['another archive', zipped('a.txt'), /archive without a presentation/],
    ['an archive that is cut off', whole.subarray(0, whole.length - 900), /damaged/],
    ['one without slides', presentationOf(''), /has no slides/],
    [
      'one whose elements have no end',
      presentationOf(lists.replace('</p:spTree>', `${'<a>'.repeat(5000)}${'</a>'.repeat(5000)}</p:spTree>`)),
      /slide1\.xml is no XML/,
    ],
    ['one whose XML is broken', presentationOf(lists.replace('</p:cSld>', '')), /slide1\.xml is no XML/],
    [
      'one whose slide is missing',
      presentationOf(
        `${lists}\n=== ppt/presentation.xml | s1 slide ppt/slides/slide9.xml\n<p:presentation><p:sldIdLst><p:sldId id="1" r:id="s1"/></p:sldIdLst></p:presentation>`,
      ),
      /slide 1 is missing/,
    ],
    [
      'one that unpacks to too much',
      zipSync({ 'ppt/presentation.xml': strToU8('<a/>'), 'ppt/a.xml': [new Uint8Array(2 ** 28), { level: 9 }] }),
      /unpacks to more than 256 MB/,
    ],
  ] as const)('%s is refused in one line, and nothing is written', async (_, bytes, message) => {
    const effects = testEffects(home);
    writeFileSync(join(home, 'talk.pptx'), bytes);
    await expect(importForeign('talk.pptx', {}, effects)).rejects.toThrow(message);
    expect(existsSync(join(home, 'talk'))).toBe(false);
    expect(effects.printed).toEqual([]);
  });

  test('text under --as pptx, and a presentation under another tool, are refused', async () => {
    writeFileSync(join(home, 'talk.md'), '# A\n');
    writeFileSync(join(home, 'odd.dat'), whole);
    await expect(importForeign('talk.md', { as: 'pptx' }, testEffects(home))).rejects.toThrow(/no presentation/);
    await expect(importForeign('odd.dat', { as: 'marp' }, testEffects(home))).rejects.toThrow(
      /no text.*Leave --as out/,
    );
  });

  test('a presentation under any name becomes a deck with its pictures', async () => {
    writeFileSync(join(home, 'harbour talk.dat'), presentationOf(fixture('columns.parts')));
    const effects = testEffects(home);
    await importForeign('harbour talk.dat', { format: 'json' }, effects);
    const { tool, slides, files, deck } = JSON.parse(effects.printed.join('\n'));
    expect({ tool, slides, files, deck }).toEqual({ tool: 'pptx', slides: 8, files: 2, deck: 'harbour talk/deck.md' });
    expect(readdirSync(join(home, 'harbour talk/images'))).toEqual(['quay-1.png', 'quay.png']);
  });
});
