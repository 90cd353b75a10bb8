import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodePDFRawStream, PDFDict, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../support/command.js';
import { type PdfFacts, pdfFacts } from '../support/pdf-structure.js';
import { fixtureFolder } from '../support/twins.js';

const work = mkdtempSync(join(tmpdir(), 'pilcrow-papers-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const bytesOf = (out: string, deck: string, name: string): Uint8Array =>
  new Uint8Array(readFileSync(join(work, out, 'export', deck, `${name}.pdf`)));

async function exportLesson(out: string, ...options: readonly string[]): Promise<void> {
  const to = ['--to', 'handout', '--quiet', '--out', join(work, out)];
  const { code, reported } = await run(['export', 'lesson', ...to, ...options], fixtureFolder('decks'));
  // The words its answers are searched by stand in no source.
  expect([code, reported.filter((line) => !/ note name |: 2 notes$/.test(line))]).toEqual([0, []]);
}

/** Letters only: how lines were broken and words set does not count. */
const letters = (text: string): string => text.normalize('NFKD').replace(/[^\p{L}\p{N}]/gu, '');
const textOf = ({ pages }: PdfFacts): string => letters(pages.map(({ text }) => text).join(' '));
const times = (text: string, part: string): number => text.split(letters(part)).length - 1;

describe('the handout', () => {
  let student: PdfFacts;
  let teacher: PdfFacts;
  beforeAll(async () => {
    await exportLesson('a4');
    student = await pdfFacts(bytesOf('a4', 'lesson', 'handout-student'));
    teacher = await pdfFacts(bytesOf('a4', 'lesson', 'handout-teacher'));
  });

  test('is a tagged PDF in the deck’s language under its own title', () => {
    for (const { pages } of [student, teacher])
      for (const { width, height } of pages) expect([Math.round(width), Math.round(height)]).toEqual([595, 842]);
    expect(student.lang).toBe('en-GB');
    expect(student.info.Title).toBe('A lesson at the quay – Student handout');
    expect(student.xmp).toContain('A lesson at the quay – Student handout');
    expect(student.roles).toMatchObject({ H1: 1, H2: 5, H3: 4, Figure: 3 });
    expect(student.alternatives).toContain('A ship waits for high water before it comes to the quay');
  });

  test('has a bookmark for the cover, each part, each slide and what follows, and links that lead somewhere', () => {
    expect(student.bookmarks.map((line) => line.replace(/ → \d+$/, ''))).toEqual([
      'A lesson at the quay',
      'The water',
      '  The almanac prints two high waters a day',
      '  The tide makes the ship wait',
      'The ship',
      '  When does the ship leave?',
      '  Slide 7',
      'Glossary',
      'References',
      'What the deck uses of its sources',
    ]);
    expect(student.bookmarks.join()).not.toContain('?→');
    expect(student.links.length).toBeGreaterThan(8);
  });

  test('prints the prose once, the words it rests on beside it, and what stands on the cover', () => {
    const text = textOf(student);
    for (const said of [
      'The almanac gives both times of high water for each day',
      'So a ship that misses one waits about half a day for the next, and no master likes that',
      'Read the drawing from left to right',
      'the almanac prints both times',
      'Evening class, spring',
      'the almanac of 2024',
      'harbour.example/quay',
    ])
      expect([said, times(text, said)]).toEqual([said, 1]);
    // At the foot of its slide, and in the glossary.
    expect(times(text, 'HW high water')).toBe(2);
  });

  test('keeps notes, answers and likely questions to the teacher', () => {
    const secret = ['NOTE-WELCOME', 'NOTE-WATERS', 'LIKELY-QUESTION', 'ANSWER-LEAVE'];
    for (const one of secret)
      expect([one, times(textOf(student), one), times(textOf(teacher), one)]).toEqual([one, 0, 1]);
  });

  test('embeds every font by name, none of them as drawings', async () => {
    const document = await PDFDocument.load(bytesOf('a4', 'lesson', 'handout-teacher'), { updateMetadata: false });
    const dicts = document.context
      .enumerateIndirectObjects()
      .flatMap(([, one]) => (one instanceof PDFDict ? [one] : []));
    const fonts = dicts.filter((dict) => dict.get(PDFName.of('Type')) === PDFName.of('Font'));
    const descriptors = dicts.filter((dict) => dict.get(PDFName.of('Type')) === PDFName.of('FontDescriptor'));
    expect(fonts.map((font) => font.get(PDFName.of('Subtype')))).not.toContain(PDFName.of('Type3'));
    expect(descriptors.length).toBeGreaterThan(2);
    for (const one of descriptors) {
      expect(one.has(PDFName.of('FontFile2'))).toBe(true);
      expect(String(one.get(PDFName.of('FontName')))).toMatch(/\+Source(Sans|Serif|Code)/);
    }
  });

  test('is the same, byte for byte, when it is made again', async () => {
    await exportLesson('again');
    for (const name of ['handout-student', 'handout-teacher'])
      expect(Buffer.compare(bytesOf('again', 'lesson', name), bytesOf('a4', 'lesson', name))).toBe(0);
  });

  test('on Letter, in grey and with two slides to a page has the same text, and no colour', async () => {
    await exportLesson('letter', '--paper', 'letter', '--per-page', '2', '--grey');
    const bytes = bytesOf('letter', 'lesson', 'handout-student');
    const facts = await pdfFacts(bytes);
    for (const { width, height } of facts.pages) expect([Math.round(width), Math.round(height)]).toEqual([612, 792]);
    expect(times(textOf(facts), 'The almanac gives both times of high water for each day')).toBe(1);
    expect([...(await coloursOf(bytesOf('a4', 'lesson', 'handout-student')))].length).toBeGreaterThan(0);
    expect(await coloursOf(bytes)).toEqual([]);
  });
});

describe('a deck that a handout was not thought for', () => {
  const sentence = (number: number): string => `Sentence number ${number} tells of the harbour and its many waters.`;
  const sentences = Array.from({ length: 300 }, (_, index) => sentence(index + 1));

  async function handoutOf(name: string, text: string): Promise<PdfFacts> {
    mkdirSync(join(work, 'slides', name), { recursive: true });
    writeFileSync(join(work, 'slides', name, 'deck.md'), text);
    const { code, reported } = await run(['export', name, '--to', 'handout', '--quiet'], work);
    expect([code, reported.filter((line) => line.includes(' error '))]).toEqual([0, []]);
    return pdfFacts(bytesOf('dist', name, 'handout-student'));
  }

  test('with 3,000 words to a slide goes on below it, headed with its title, and loses none of them', async () => {
    const slide = '## A long story\n\n- First point\n- Last point';
    const facts = await handoutOf(
      'long',
      `# Words\n\n---\n\n${slide}\n\n::: handout\n${sentences.slice(0, 20).join(' ')}\n\n${sentences.slice(20).join(' ')}\n:::\n\n---\n\n## A short one\n\n- Short point\n`,
    );
    const furniture = /Words\s*Student handout\s*\d+|Slide 2, continued\s+A long story/g;
    const text = letters(facts.pages.map(({ text }) => text.replace(furniture, ' ')).join(' '));
    for (const one of sentences) expect([one, times(text, one)]).toEqual([one, 1]);
    const withStory = facts.pages.filter(({ text }) => text.includes('many waters'));
    expect(withStory.length).toBeGreaterThan(2);
    for (const page of withStory.slice(1)) expect(page.text).toContain('Slide 2, continued A long story');
    const shown = facts.pages.filter(({ text }) => text.includes('First point'));
    expect(shown.map(({ text }) => text.includes('Last point'))).toEqual([true]);
    expect(facts.bookmarks.filter((line) => line.includes('A long story'))).toHaveLength(1);
  });

  test('without prose, sources or abbreviations has its slides and nothing that is empty', async () => {
    const facts = await handoutOf('bare', '## One\n\n- a\n\n---\n\n## Two\n\n- b\n');
    expect(facts.bookmarks).toEqual(['One → 1', 'One → 2', 'Two → 2']);
    expect(facts.pages).toHaveLength(2);
    expect(textOf(facts)).not.toMatch(/Glossary|References/);
  });

  test('with formulas, words in two alphabets and a part without its opening slide is as sound as any', async () => {
    const parts = [
      '---\nlang: ru\nminutes: 20\nrules: { notes-missing: off, timing: off }\n---\n\n# Numbers {layout=section cut=90}',
      '## Корень $\\sqrt{2}$ больше единицы\n\n$$\\sqrt{a^2+b^2}$$\n\n::: handout\nВнутри $\\sqrt{x}$ текст.\n:::',
      '## Сообщения идут\n\n```mermaid {alt="Первый пишет второму"}\nsequenceDiagram\n  participant A as Первый\n  participant B as Второй\n  A->>B: пишет без ответа and waits\n```',
    ];
    const facts = await handoutOf('mixed', parts.join('\n\n---\n\n'));
    expect(facts.alternatives).toEqual(
      expect.arrayContaining(['\\sqrt{2}', '\\sqrt{a^2+b^2}', '\\sqrt{x}', 'Первый пишет второму']),
    );
    const file = join(work, 'dist/export/mixed/handout-student.pdf');
    const { code, reported } = await run(['check', '--pdf', file], work);
    expect([code, reported.filter((line) => line.includes(' error '))]).toEqual([0, []]);
    // A root sign is drawn much longer than what is seen of it: the slide keeps its size all the same.
    expect(await sizeOf(file, 'больше')).toBeGreaterThan(8);
  });

  test('with what is wider than its column makes that smaller, and no page', async () => {
    const formula = `$$${Array.from({ length: 30 }, (_, index) => `a_{${index}}`).join('+')}$$`;
    const cells = (words: string): string => `|${` ${words} |`.repeat(14)}`;
    const table = `${cells('Harbour')}\n${cells('---')}\n${cells('Tonnage')}`;
    const wide = `Plain words\n\n${formula}\n\n${table}\n\n![A line](line.svg){.decorative}`;
    const line =
      '<svg xmlns="http://www.w3.org/2000/svg" width="9000" height="4"><path d="M0 2h9000" stroke="red"/></svg>';
    mkdirSync(join(work, 'slides/wide'), { recursive: true });
    writeFileSync(join(work, 'slides/wide/line.svg'), line);
    const slide = `## ${'Averyveryverylongword'.repeat(9)} {.teacher}\n\n- a\n\n---\n\n## Short\n\n- b`;
    const text = `# Wide\n\n---\n\n${slide}\n\nNote:\n${table}\n\n::: handout\n${wide}\n:::\n`;
    writeFileSync(join(work, 'slides/wide/deck.md'), text);
    const made = await run(['export', 'wide', '--to', 'handout,reader', '--draft', '--quiet'], work);
    expect(
      made.reported.filter((one) => !/overflow|heading-length|notes-missing|deck\.md: 1 (?:error|warning)$/.test(one)),
    ).toEqual([]);
    const size = (name: string): Promise<number> => sizeOf(join(work, `dist/export/wide/${name}.pdf`), 'Plain words');
    expect(await size('handout-student')).toBeCloseTo(10.5, 1);
    expect(await size('handout-teacher')).toBeCloseTo(10.5, 1);
    expect(await size('reader')).toBeCloseTo(10.5, 1);
  });

  test('of one slide without a heading has a cover and a page', async () => {
    const facts = await handoutOf('single', 'Only these words\n');
    expect(facts.pages).toHaveLength(2);
    expect(facts.bookmarks).toEqual(['single → 1', 'Slide 1 → 2']);
    expect(facts.pages[1]?.text).toContain('Only these words');
  });
});

/** How large words are printed, pt. */
async function sizeOf(file: string, words: string): Promise<number> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const document = await getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: 0 }).promise;
  const sizes: number[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent();
    sizes.push(...items.flatMap((item) => ('str' in item && item.str.includes(words) ? [item.height] : [])));
  }
  await document.destroy();
  return Math.max(0, ...sizes);
}

/** The colours, no greys, that content streams set. */
async function coloursOf(pdf: Uint8Array): Promise<readonly string[]> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const codes = document.context.enumerateIndirectObjects().flatMap(([, one]) => {
    if (!(one instanceof PDFRawStream) || one.dict.has(PDFName.of('Length1'))) return [];
    if (one.dict.get(PDFName.of('Subtype')) === PDFName.of('Image')) return [];
    return [Buffer.from(decodePDFRawStream(one).decode()).toString('latin1')];
  });
  const set = codes.flatMap((code) => [...code.matchAll(/([\d.]+) ([\d.]+) ([\d.]+) (?:rg|RG)\b/g)]);
  return [...new Set(set.filter(([, r, g, b]) => r !== g || g !== b).map(([whole]) => whole))];
}

test('names in the PDF of a deck with long Cyrillic headings are short enough, and its links lead there', async () => {
  const deck = join(work, 'рукапіс.md');
  const heading = 'Карабель чакае вялікай вады каля прыстані, бо інакш не пройдзе над парогам';
  writeFileSync(
    deck,
    `---\nlang: be\ntheme: seminar\ntitle: Прыстань\n---\n\n# Прыстань\n\n[Далей](#/1)\n\n---\n\n## ${heading}\n\n- Вада\n\n---\n\n## Калі?\n\n::: question\nПасля чаго?\n:::\n\n---\n\n## Схема\n\n\`\`\`mermaid {alt="Карабель ідзе ў прыстань"}\nflowchart LR\n  a[Карабель] --> b[Прыстань]\n  click a href "#/1"\n\`\`\`\n\n---\n\n## Малюнак\n\n<svg viewBox="0 0 90 30" role="img" aria-label="словы"><a href="#/1"><text y="20">Вада</text></a><a xlink:href="#/1"><text x="50" y="20">Вада</text></a></svg>\n\n<map name="m"><area href="#/1" coords="0,0,9,9" shape="rect" alt="Вада"></map>\n`,
  );
  const { code, reported } = await run(
    ['export', deck, '--to', 'pdf,handout,worksheet', '--quiet', '--out', join(work, 'long')],
    work,
  );
  expect([code, reported]).toEqual([0, []]);
  for (const name of ['slides', 'handout-student']) {
    const pdf = await PDFDocument.load(bytesOf('long', 'рукапіс', name));
    const names = pdf.context
      .enumerateIndirectObjects()
      .flatMap(([, object]) => (object instanceof PDFDict ? [object.get(PDFName.of('Dest'))] : []))
      .filter((dest) => dest instanceof PDFName);
    expect(names.map((dest) => dest.decodeText().length).filter((length) => length > 127)).toEqual([]);
    // in the text, in the diagram and twice in the picture
    expect(names.length).toBeGreaterThanOrEqual(4);
    expect((await pdfFacts(bytesOf('long', 'рукапіс', name))).links.join()).not.toContain('?');
  }
  // a weight that no other word of the worksheet has
  const [first] = (await pdfFacts(bytesOf('long', 'рукапіс', 'worksheet'))).pages;
  expect(times(first?.text ?? '', 'Прыстань')).toBe(2);
});
