import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encoding } from '../src/commands/option-values.js';
import { addSource, source } from '../src/commands/source.js';
import { showSource } from '../src/commands/source-show.js';
import { formatDiagnostic } from '../src/model/diagnostic.js';
import { readSources, readSourceText, writeSourceText } from '../src/read/source-text.js';
import { numberParagraphs } from '../src/read/sources/number-paragraphs.js';
import { readSourceFile } from '../src/read/sources/source-readers.js';
import { testEffects } from './support/effects.js';
import { fixtureFolder } from './support/twins.js';

const sources = fixtureFolder('sources');

async function numbered(name: string, bytes: Uint8Array | string) {
  const read = await readSourceFile({ path: name, name, bytes: Buffer.from(bytes) });
  return { ...numberParagraphs(read), warnings: read.warnings };
}

describe('paragraphs', () => {
  test.each(readdirSync(sources).filter((name) => !name.endsWith('.numbered')))('of %s', async (name) => {
    const { head, entries, warnings } = await numbered(name, readFileSync(join(sources, name)));
    const twin = join(sources, `${name}.numbered`);
    const said = [JSON.stringify(head, null, 1), ...warnings.map((one) => `warning: ${one}`)].join('\n');
    await expect(`${said}\n\n${writeSourceText(entries)}`).toMatchFileSnapshot(twin);
  });

  const texts = async (text: string): Promise<readonly string[]> =>
    (await numbered('a.txt', text)).entries.map((entry) => entry.text);

  test('a line is a paragraph where a text has no blank lines', async () => {
    const line =
      'This is a paragraph that somebody copied with every paragraph on a line of its own, as mail programs and some sites do.';
    expect(await texts(`${line}\n${line} Again.`)).toHaveLength(2);
  });

  test('a word hyphenated at a line end keeps its hyphen where the text has it elsewhere', async () => {
    const text =
      'The military-technical side of this is one that we know a great deal about. The military-\ntechnical one is not the same as any expan-\nsion.';
    expect((await texts(text))[0]).toMatch(/The military-technical one is not the same as any expansion\.$/);
  });

  test.each([
    ['Die Fähre und der Hafen\n\nVon Marta Ilvesson\n14. März 2021', 'Die Fähre und der Hafen', 'Marta Ilvesson'],
    [
      'Порты Севера\nи их начальники\nМарта Ильвессон\n14 марта 2021 г.',
      'Порты Севера и их начальники',
      'Марта Ильвессон',
    ],
    ['A harbour\nBy Marta Ilvesson\nUpdated: 14 March 2021', 'A harbour', 'Marta Ilvesson'],
  ])('title, author and date may be lines of one block: %j', async (head, title, author) => {
    const body =
      'The harbour of Talvik opened in autumn 2020. In its first year 1,240 ships came in, a third more than planned.';
    const read = await numbered('a.txt', `${head}\n\n${body}`);
    expect(read.says).toMatchObject({ title, authors: [author], date: '2021-03-14' });
    expect(read.entries.map(({ text }) => text).at(-1)).toBe(body);
  });

  test('bold lines of a Word document are its headings, but for cells, long ones and those without a text', async () => {
    const line = (text: string, bold = false) => new Paragraph({ children: [new TextRun({ text, bold })] });
    const row = (...cells: string[]) =>
      new TableRow({ children: cells.map((text) => new TableCell({ children: [line(text, true)] })) });
    const children = [
      ...[line('Harbours: a seminar', true), line('Marta Ilvesson'), line('14 March 2021')],
      ...[line('What it is about', true), line('Twelve articles on the harbours of the northern coast are read.')],
      ...[line('Sessions', true), new Table({ rows: [row('Week', 'Text'), row('1', 'A harbour')] })],
      ...[line('Grading', true), line('This sentence is bold, since everybody is to read it.', true)],
      ...[
        line('An essay counts 60 per cent.'),
        line('Two', true),
        line('Lines', true),
        line('The end of it is plain, and longer than a caption would be.'),
      ],
    ];
    const bytes = await Packer.toBuffer(new Document({ creator: 'Administrator', sections: [{ children }] }));
    const { entries, says } = await numbered('syllabus.docx', bytes);
    expect(says).toMatchObject({ authors: ['Marta Ilvesson'] });
    expect(
      writeSourceText(entries)
        .split('\n')
        .filter((text) => text.startsWith('#')),
    ).toEqual(['## What it is about', '## Sessions', '## Grading', '## Lines']);
  });

  const issued =
    'The harbour of Talvik opened in autumn 2020. In its first year 1,240 ships came in, a third more than planned.';

  test.each([
    ['Journal of Northern Ports, 12 March 2023', 'Journal of Northern Ports', '2023-03-12'],
    ['Ports Daily Monitor, 29.01.2024', 'Ports Daily Monitor', '2024-01-29'],
    ['Ports Monitor, Vol. 3, No. 2, March 2023', 'Ports Monitor', '2023-03'],
    ['Nordisches Hafenblatt (14. März 2021)', 'Nordisches Hafenblatt', '2021-03-14'],
    ['Minsk, 14. März 2021', undefined, '2021-03-14'],
    ['Revue des ports | 1er avril 2022', 'Revue des ports', '2022-04-01'],
    ['Przegląd Portowy, nr 4, 3 października 2020', 'Przegląd Portowy', '2020-10-03'],
    ['Uosto žinios, 2024 m. vasario 24 d.', 'Uosto žinios', '2024-02-24'],
    ['Вестник портов, № 2, 14 марта 2021 г.', 'Вестник портов', '2021-03-14'],
    ['Вісник портів — 5 липня 2019', 'Вісник портів', '2019-07-05'],
    ['Часопіс партоў, 9 жніўня 2022', 'Часопіс партоў', '2022-08-09'],
  ])('a line over the title says where and when it appeared: %s', async (line, container, date) => {
    const expected = { title: 'A harbour and its masters', date };
    for (const head of [
      `${line}\n\nA harbour and its masters\n\nMarta Ilvesson`,
      `${line}\nA harbour and its masters\nBy Marta Ilvesson`,
      `${line}\n\nA harbour and its masters`,
    ]) {
      expect((await numbered('a.txt', `${head}\n\n${issued}`)).says, head).toMatchObject(expected);
      expect((await numbered('a.txt', `${head}\n\n${issued}`)).says.container, head).toBe(container);
    }
    const page = `<article><h1>${line}</h1><h1>A harbour and its masters</h1><p>${issued}</p></article>`;
    expect((await numbered('a.html', page)).says).toMatchObject(expected);
  });

  test.each([
    ['The storm of Talvik, 3 July 1944\n\nBy Marta Ilvesson', 'The storm of Talvik, 3 July 1944'],
    ['# The storm of Talvik, 3 July 1944\n\n## What the harbour lost', 'The storm of Talvik, 3 July 1944'],
    ['Ships of the north\n\nMinsk, 3 July 1944\n\nBy Marta Ilvesson', 'Ships of the north'],
    ['The storm of Talvik\nand Riga, 3 July 1944\nBy Marta Ilvesson', 'The storm of Talvik and Riga, 3 July 1944'],
    ['Ships, 2019–2021\n\nBy Marta Ilvesson', 'Ships, 2019–2021'],
  ])('a title with a date in it stays one: %j', async (head, title) => {
    const { says } = await numbered('a.txt', `${head}\n\n${issued}`);
    expect(says.title).toBe(title);
    expect(says.container).toBeUndefined();
  });

  test('a finished paragraph is not joined, whatever comes next', async () => {
    const first = 'This paragraph is long enough to be one, and it ends where it should.';
    expect(await texts(`${first}\n\n${first.toLowerCase()}`)).toHaveLength(2);
  });
});

describe('a source text', () => {
  const file = (text: string) => readSourceText({ path: 'sources/a.md', file: '/sources/a.md', text });

  test('reads back as it was written', () => {
    const text = fc.stringMatching(/^[a-zя"«(][a-zя .,"«»]{0,30}[a-zя.]$/u);
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat({ max: 99 }), { minLength: 1, maxLength: 9 }),
        fc.array(text, { minLength: 9, maxLength: 9 }),
        (numbers, texts) => {
          const paragraphs = [...numbers]
            .sort((a, b) => a - b)
            .map((number, index) => ({ number, text: texts[index]?.trim() ?? '' }));
          expect(file(writeSourceText(paragraphs))).toEqual({
            source: { key: 'a', path: 'sources/a.md', paragraphs },
            diagnostics: [],
          });
        },
      ),
      { seed: 20240224 },
    );
  });

  test('keeps its numbers when paragraphs are left out, wrapped or broken', () => {
    const { source, diagnostics } = file('¶0 A title\n\n¶3 One,\ntwo.\n\nThree.\n\n¶12 Four.\n');
    expect(diagnostics).toEqual([]);
    expect(source.paragraphs).toEqual([
      { number: 0, text: 'A title' },
      { number: 3, text: 'One,\ntwo.\nThree.' },
      { number: 12, text: 'Four.' },
    ]);
  });

  test('has pages and headings, which are no part of its paragraphs', () => {
    const { source, diagnostics } = file(
      '¶0 A title\n\n[Page 12]\n\n## 1. The berths\n\n¶1 One ends\n[Page 13]\nthere.\n\n[Page 14]\n\n¶2 Two. # is no heading, nor is [Page 9] here.\n',
    );
    expect(diagnostics).toEqual([]);
    expect(source.paragraphs.map(({ text }) => text)).toEqual([
      'A title',
      'One ends\nthere.',
      'Two. # is no heading, nor is [Page 9] here.',
    ]);
    expect(source.headings).toEqual([{ level: 2, text: '1. The berths', paragraph: 1 }]);
    expect(source.pages).toEqual([
      { label: '12', paragraph: 1, at: 0 },
      { label: '13', paragraph: 1, at: 9 },
      { label: '14', paragraph: 2, at: 0 },
    ]);
  });

  test.each([
    ['', '1:1 error source-text The file holds no numbered paragraph.'],
    ['Only words.', '1:1 error source-text The text begins without a paragraph number.'],
    ['¶2 b\n\n¶2 c', '3:1 error source-text ¶2 stands after ¶2.'],
    ['¶1 \u0000', '1:1 error source-text The file holds bytes that are no UTF-8 text.'],
  ])('%j is reported', (text, message) => {
    expect(file(text).diagnostics.map(formatDiagnostic)[0]).toContain(message);
  });
});

describe('adding a source', () => {
  const article = readFileSync(join(sources, 'harbour.txt'), 'utf8');

  function deck(files: Readonly<Record<string, string>> = {}) {
    const cwd = mkdtempSync(join(tmpdir(), 'pilcrow-source-'));
    const folder = join(cwd, 'port');
    mkdirSync(join(folder, 'sources'), { recursive: true });
    for (const [name, text] of Object.entries({ '../in.txt': article, ...files }))
      writeFileSync(join(folder, name), text);
    const effects = testEffects(cwd);
    const location = { name: 'port', folder, file: join(folder, 'deck.md'), isFolder: true };
    const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
    const add = (key: string, replace = false, name = 'in.txt') =>
      addSource(location, { key, replace, file: join(cwd, name) }, effects);
    return { add, read, folder, effects, cwd };
  }

  test('writes its text and its reference', async () => {
    const { add, read, folder, effects } = deck();
    expect(await add('ilvesson2021')).toEqual({
      path: 'port/sources/ilvesson2021.md',
      paragraphs: 6,
      isNewReference: true,
      warnings: [],
    });
    expect(read('references.yaml')).toBe(
      '- id: ilvesson2021\n  type: article-journal\n  author:\n    - family: Ilvesson\n      given: Marta\n  title: Harbour Masters Explain the New Berth Rules\n  container-title: Northern Ports Review\n  issued: 2021-03-14\n',
    );
    expect(
      (await readSources(folder, [], effects)).sources.map(({ key, paragraphs }) => [key, paragraphs.length]),
    ).toEqual([['ilvesson2021', 7]]);
  });

  test('keeps the comments and the order of a bibliography', async () => {
    const before = '# Sources\nreferences:\n  # the first\n  - id: first\n    title: "A: b"\n';
    const { add, read } = deck({ 'references.yaml': before });
    await add('second');
    expect(read('references.yaml')).toMatch(new RegExp(`^${before}  - id: second\n`));
  });

  test('is not read where it lies there as it was received', async () => {
    const { folder, effects, add } = deck();
    mkdirSync(join(folder, 'sources'), { recursive: true });
    writeFileSync(join(folder, 'sources/ilvesson2021.txt'), 'Text');
    writeFileSync(join(folder, 'sources/another.pdf'), 'Text');
    const said = async (): Promise<readonly string[]> =>
      (await readSources(folder, ['ilvesson2021'], effects)).diagnostics.map(formatDiagnostic);
    expect(await said()).toEqual([
      'port/sources/ilvesson2021.txt:1:1 warning source-text The file is not read: the text of `ilvesson2021` is looked for in ilvesson2021.md, with numbered paragraphs. Add it with `pilcrow source add <deck> port/sources/ilvesson2021.txt --key ilvesson2021`.',
    ]);
    await add('ilvesson2021');
    expect(await said()).toEqual([]);
  });

  test('adds the text of a reference that is described already', async () => {
    const before = '- id: first # mine\n';
    const { add, read } = deck({ 'references.yaml': before });
    expect((await add('first')).isNewReference).toBe(false);
    expect(read('references.yaml')).toBe(before);
  });

  test('writes to CSL-JSON where the bibliography is that', async () => {
    const { add, read } = deck({ 'references.json': '[{"id": "first"}]' });
    await add('second');
    expect(JSON.parse(read('references.json'))).toMatchObject([{ id: 'first' }, { id: 'second' }]);
  });

  test('refuses a key that is there, unless told to replace it', async () => {
    const { add, read } = deck();
    await add('a');
    await expect(add('a')).rejects.toThrow(
      'The deck has a source a already, port/sources/a.md. Choose another --key, or overwrite it with --replace.',
    );
    await add('a', true);
    expect(read('references.yaml').match(/id: a/g)).toHaveLength(1);
  });

  test.each([
    ['missing.txt', 'There is no file missing.txt.'],
    ['empty.txt', 'empty.txt is empty.'],
    ['paper.pdf', 'paper.pdf is damaged: it cannot be opened as a PDF.'],
    ['nul.txt', 'nul.txt is no text in an encoding that is known.'],
    ['void.html', 'void.html holds no paragraph.'],
  ])('refuses %s', async (name, message) => {
    const { add, cwd, folder } = deck();
    writeFileSync(join(cwd, 'empty.txt'), ' \n');
    writeFileSync(join(cwd, 'paper.pdf'), '%PDF-1.7');
    writeFileSync(join(cwd, 'nul.txt'), 'a\u0000b');
    writeFileSync(join(cwd, 'void.html'), '<html><body><hr></body></html>');
    await expect(add('a', false, name)).rejects.toMatchObject({
      name: 'DeckError',
      message: expect.stringContaining(message),
    });
    expect(readdirSync(join(folder, 'sources'))).toEqual([]);
  });

  test('refuses what is no source, or of another kind than its name says, and writes nothing', async () => {
    const { add, cwd, folder } = deck();
    const locked = await PDFDocument.create();
    locked.addPage();
    locked.encrypt({ userPassword: 'a', ownerPassword: 'b' });
    const scan = await PDFDocument.create();
    scan.addPage();
    scan.addPage();
    const refusals: readonly (readonly [name: string, bytes: Uint8Array | string, message: string])[] = [
      ['locked.pdf', await locked.save(), 'locked.pdf is locked with a password. Open it in a viewer and print it'],
      [
        'scan.pdf',
        await scan.save(),
        'scan.pdf is a scan: its 2 pages hold pictures, and no text. Read it with `ocrmypdf scan.pdf',
      ],
      ['login.pdf', '<!DOCTYPE html><html><p>Log in', 'login.pdf is an HTML page, other than its name says. Rename it'],
      ['notes.docx', 'Some text.', 'notes.docx is not a Word document (.docx), other than its name says.'],
      ['a.txt', '{\\rtf1 Text}', 'a.txt is a text in RTF, which is not read. Open it in Word'],
      ['old.doc', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), 'old.doc is an old Word document, which is not read.'],
      ['library.bib', '@book{a, title={b}}', 'library.bib is a bibliography, which is not read. It describes sources'],
      ['page.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 1]), 'page.png is a picture, which is not read.'],
      ['figures.csv', 'a,b', 'figures.csv is a table of data, which is not read.'],
      ['broken.epub', 'PK\u0003\u0004 application/epub+zip', 'broken.epub is damaged: it cannot be unpacked.'],
    ];
    for (const [name, bytes, message] of refusals) {
      writeFileSync(join(cwd, name), bytes);
      await expect(add('a', false, name), name).rejects.toMatchObject({
        name: 'DeckError',
        message: expect.stringContaining(message),
      });
    }
    expect(readdirSync(join(folder, 'sources'))).toEqual([]);
  });

  describe('that is there already', () => {
    const first = 'The first paragraph is about the third basin, which opened two years late.';
    const added = 'A paragraph that the first copy of the article had lost stands here now.';
    const second = 'The second paragraph counts the crossings of one season near the river.';
    const third = 'The third one is gone from the text that the author has corrected since.';
    const slide = `---\ntitle: Port\n---\n\n## Late [@a, ¶1]\n\n- Crossings [@a, ¶2, "the crossings"; @b, ¶2]\n- Gone [@a, ¶3]\n\n\`\`\`\n[@a, ¶2]\n\`\`\`\n`;

    async function replaced(options: { readonly renumber?: boolean } = {}) {
      const { add, read, folder, effects, cwd } = deck({ 'deck.md': slide });
      writeFileSync(join(cwd, 'one.txt'), [first, second, third].join('\n\n'));
      writeFileSync(join(cwd, 'two.txt'), [first, added, second].join('\n\n'));
      await add('a', false, 'one.txt');
      await source(folder, 'two.txt', { key: 'a', replace: true, ...options }, effects);
      return { read, effects };
    }

    test('says which paragraphs moved, and which citations point at them', async () => {
      const { read, effects } = await replaced();
      expect(effects.printed.slice(1)).toEqual(['¶2 is now ¶3.', '¶3 is gone.']);
      expect(effects.reported).toEqual([
        'Citations point at paragraphs that moved: port/deck.md:7. Follow them with --replace --renumber.',
        'Citations point at paragraphs that are gone: port/deck.md:8. Point them at others.',
      ]);
      expect(read('deck.md')).toBe(slide);
    });

    test('renumbers the citations when asked, and nothing else', async () => {
      const { read } = await replaced({ renumber: true });
      expect(read('deck.md')).toBe(slide.replace('¶2, "the crossings"', '¶3, "the crossings"'));
    });
  });

  test('makes the deck where there is none, and one that is complete', async () => {
    const { cwd, effects } = deck();
    mkdirSync(join(cwd, 'fresh'));
    await source('fresh', 'in.txt', { key: 'a' }, effects);
    expect(readFileSync(join(cwd, 'fresh/deck.md'), 'utf8')).toContain('# Harbour Masters Explain the New Berth Rules');
    expect(effects.printed[0]).toBe('fresh/deck.md: a deck to begin with.');
  });

  test('shows what it would write with --dry-run, and writes nothing', async () => {
    const { folder, effects, read } = deck({ 'deck.md': '# Port' });
    await source(folder, 'in.txt', { key: 'a', dryRun: true }, effects);
    expect(effects.printed.join('\n')).toMatch(/^- id: a\n[\s\S]*\n¶6 What the new rules/);
    expect(readdirSync(folder).sort()).toEqual(['deck.md', 'sources']);
    expect(read('deck.md')).toBe('# Port');
  });

  test('is shown as it is numbered, whole or in part', async () => {
    const { add, folder, effects } = deck({ 'deck.md': '# Port' });
    await add('a');
    await showSource(folder, 'a', '5-9', effects);
    expect(effects.printed[0]).toMatch(/^¶5 Morozova also[\s\S]*\n\n¶6 What/);
    await expect(showSource(folder, 'a', '7', effects)).rejects.toThrow(
      'port/sources/a.md has no ¶7: it ends with ¶6.',
    );
    await expect(showSource(folder, 'b', undefined, effects)).rejects.toThrow('There is no source b in port/sources.');
  });

  test('is shown by its rows where it is a table of data', async () => {
    const table = 'port;2022;note\nRiga;21,0;\nKlaipėda;36,2;with oil\n';
    const { folder, effects } = deck({ 'sources/pilots.csv': table, 'sources/none.tsv': '', 'deck.md': '# Port' });
    const show = (key: string, rows?: string): Promise<void> => showSource(folder, key, rows, effects);
    await show('pilots');
    await show('pilots', '3');
    expect(effects.printed).toEqual([
      'row 2 port: Riga; 2022: 21\nrow 3 port: Klaipėda; 2022: 36.2; note: with oil',
      'row 3 port: Klaipėda; 2022: 36.2; note: with oil',
    ]);
    await expect(show('pilots', '4')).rejects.toThrow('port/sources/pilots.csv has no row 4: it ends with row 3.');
    await expect(show('pilots', '1')).rejects.toThrow('port/sources/pilots.csv has no row 1: it begins with row 2.');
    await expect(show('pilot')).rejects.toThrow('Did you mean pilots?');
    await expect(show('none')).rejects.toThrow('port/sources/none.tsv cannot be shown.');
  });

  test('keeps the numbers of rows, and says so where others are asked for', async () => {
    const { folder, effects, read } = deck({ 'sources/pilots.csv': 'port,2022\nRiga,21\n', 'deck.md': '# Port' });
    writeFileSync(join(folder, '..', 'in.csv'), 'port,2022\nGdynia,28\nRiga,21\n');
    const options = { key: 'pilots', replace: true, renumber: true };
    await expect(source(folder, 'in.csv', options, effects)).rejects.toThrow(
      "pilots is a table: a row's number is its line in the file. Leave --renumber out",
    );
    expect(read('sources/pilots.csv')).toBe('port,2022\nRiga,21\n');
  });

  describe('in an encoding that is named', () => {
    // "Порт": what windows-1251 and KOI8-R have in the same bytes are other letters, and no detector tells them from four of them.
    const bytes = Buffer.from([0xd0, 0xcf, 0xd2, 0xd4]);
    const open = (name: string, content: Uint8Array | string, encoding: string) => {
      const { folder, effects, read } = deck({ 'deck.md': '# Port' });
      writeFileSync(join(folder, '..', name), content);
      return { read, effects, added: source(folder, name, { key: 'a', encoding }, effects) };
    };

    test.each([
      ['koi8-r', 'порт'],
      ['windows-1251', 'РПТФ'],
      ['iso-8859-2', 'ĐĎŇÔ'],
    ])('is read in it: %s', async (encoding, word) => {
      for (const name of ['in.txt', 'in.md', 'in.html']) {
        const { added, read, effects } = open(
          name,
          Buffer.concat([bytes, Buffer.from(' is a harbour of the north.')]),
          encoding,
        );
        await added;
        expect(read('sources/a.md')).toContain(`${word} is a harbour`);
        expect(effects.reported.join('\n')).not.toContain('The encoding is not named');
      }
      const { added, read } = open(
        'in.csv',
        Buffer.concat([Buffer.from('port,n\n'), bytes, Buffer.from(',1\n')]),
        encoding,
      );
      await added;
      expect(read('sources/a.csv')).toBe(`port,n\n${word},1\n`);
    });

    test.each([
      [
        'in.txt',
        '\uFEFFThe harbour of Talvik opened in autumn.',
        'koi8-r',
        'begins with the mark of utf-8, not of koi8-r',
      ],
      ['in.txt', bytes, 'utf-8', 'is no text in utf-8: it has bytes that mean no letter there'],
      ['in.pdf', '%PDF-1.7 and more', 'koi8-r', 'is a PDF, which says itself how its letters are written'],
    ])('is refused where the file is not: %s %j', async (name, content, encoding, message) => {
      await expect(open(name, content, encoding).added).rejects.toThrow(message);
    });

    test('is doubted where the file reads as UTF-8', async () => {
      const { added, effects } = open('in.txt', 'Der Hafen öffnete im Herbst für alle Schiffe.', 'windows-1252');
      await added;
      expect(effects.reported.join('\n')).toContain(
        'in.txt: The file is UTF-8 by its bytes, and was read as windows-1252. Where letters are wrong, leave --encoding out.',
      );
    });

    test.each([
      ['cp1251', 'windows-1251'],
      ['Latin1', 'windows-1252'],
      [' UTF8 ', 'utf-8'],
    ])('by any of its names: %s', (name, own) => expect(encoding(name)).toBe(own));

    test.each([
      ['windows1251', 'Did you mean windows-1251?'],
      ['utf', 'Did you mean utf-8?'],
      ['', 'Encodings are utf-8,'],
      ['klingon', 'There is no encoding "klingon". Encodings are utf-8, utf-16le,'],
    ])('which has to be one: %j', (name, message) => expect(() => encoding(name)).toThrow(message));
  });

  test.each(['a b', '', '../a', 'inference'])('refuses the key %j', async (key) => {
    await expect(deck().add(key)).rejects.toMatchObject({ code: 'usage' });
  });

  test('leaves everything as it was when the bibliography cannot be read', async () => {
    const { add, folder } = deck({ 'references.yaml': 'a: [' });
    await expect(add('a')).rejects.toThrow('port/references.yaml cannot be added to');
    expect(readdirSync(join(folder, 'sources'))).toEqual([]);
  });
});
