import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { check } from '../src/commands/check.js';
import { newDeck } from '../src/commands/new.js';
import { readDeck } from '../src/read/deck.js';
import { testEffects } from './support/effects.js';
import { fixtureFolder } from './support/twins.js';

const article = join(fixtureFolder('sources'), 'harbour.txt');
const pdf = join(fixtureFolder('sources-made'), 'pdf-two-columns.pdf');

function empty(overrides: Parameters<typeof testEffects>[1] = {}) {
  const cwd = mkdtempSync(join(tmpdir(), 'pilcrow-new-'));
  const effects = testEffects(cwd, overrides);
  const warnings = async (name: string): Promise<readonly string[]> => {
    const said: string[] = [];
    const looking = { ...effects, print: (line: string) => void said.push(line) };
    await check([name], { browser: false, format: 'json' }, looking);
    const { diagnostics } = JSON.parse(said.join('\n')) as { diagnostics: { rule: string }[] };
    return diagnostics.map(({ rule }) => rule);
  };
  return { cwd, effects, warnings };
}

describe('a new deck', () => {
  test('checks clean', async () => {
    const { cwd, effects, warnings } = empty();
    await newDeck('harbour-rules', {}, effects);
    expect(readFileSync(join(cwd, 'harbour-rules/deck.md'), 'utf8')).toBe(
      '---\ntitle: Harbour rules\nlang: en\nminutes: 45\n---\n\n# Harbour rules\n',
    );
    expect(await warnings('harbour-rules')).toEqual([]);
    expect(effects.printed).toEqual([
      'harbour-rules/deck.md.',
      'Next: pilcrow dev harbour-rules',
      '      pilcrow check harbour-rules',
    ]);
  });

  test('from an article is a draft whose open points are its only warnings', async () => {
    const { cwd, effects, warnings } = empty();
    mkdirSync(join(cwd, 'slides'));
    await newDeck('harbour', { from: [article], minutes: 20 }, effects);
    const folder = join(cwd, 'slides/harbour');
    expect(readdirSync(folder).sort()).toEqual([
      '.gitignore',
      'deck.md',
      'evidence.lock.json',
      'references.yaml',
      'sources',
    ]);
    const deck = readFileSync(join(folder, 'deck.md'), 'utf8');
    expect(deck).toContain('## … [@ilvesson2021, ¶1] {layout=quote}\n\n> ');
    expect(deck).toContain('*[CTA]: Coastal Traffic Authority');
    expect(deck).toContain('[@ilvesson2021, ¶4]: 18 per cent');
    expect(new Set(await warnings('harbour'))).toEqual(new Set(['unfinished']));
  });

  test('from a PDF has a part for each of its headings', async () => {
    const { effects, cwd, warnings } = empty();
    await newDeck('porty', { from: [pdf] }, effects);
    const { settings, references } = await readDeck(
      { name: 'porty', folder: join(cwd, 'porty'), file: join(cwd, 'porty/deck.md'), isFolder: true },
      effects,
    );
    expect(settings).toMatchObject({ lang: 'pl', title: 'Powolne statki, małe porty', unfinished: true });
    expect(references).toMatchObject([{ id: 'wronska2021', author: [{ family: 'Wrońska', given: 'Elżbieta' }] }]);
    expect(readFileSync(join(cwd, 'porty/deck.md'), 'utf8')).toContain('# Czego chcą piloci\n');
    expect(await warnings('porty')).toContain('unfinished');
  });

  test.each([
    [
      'C',
      'The harbour of Sund opened its gates in autumn, and its master told the town that winter would be a trial.',
      'en',
    ],
    ['en_US', 'The harbour of Sund opened in the autumn of 2021.', 'en'],
    ['', 'Το λιμάνι του Σουντ άνοιξε το φθινόπωρο του 2021 μετά από δέκα χρόνια.', 'el'],
    ['', '北の港は二〇二一年の秋に開いた。港長は冬が試験になると町に言った。', 'ja'],
  ])('takes the language of a file that says %j and whose text is %j', async (tag, sentence, lang) => {
    const { effects, cwd } = empty();
    const page = `<html lang="${tag}"><title>A page</title><article><h1>A page</h1><p>${sentence}</p><p>${sentence}</p></article>`;
    writeFileSync(join(cwd, 'page.html'), page);
    await newDeck('page', { from: ['page.html'] }, effects);
    expect(readFileSync(join(cwd, 'page/deck.md'), 'utf8')).toContain(`lang: ${lang}\n`);
    expect(readFileSync(join(cwd, 'page/references.yaml'), 'utf8')).not.toContain('language: C');
  });

  test('quotes a sentence of a language that puts no spaces between words', async () => {
    const { effects, cwd } = empty();
    const text = '北の港は二〇二一年の秋に開いた。港長は冬が試験になると町に言った。船はまだ来ない。';
    writeFileSync(join(cwd, 'minato.html'), `<title>港</title><article><h1>港</h1><p>${text}</p></article>`);
    await newDeck('minato', { from: ['minato.html'] }, effects);
    expect(readFileSync(join(cwd, 'minato/deck.md'), 'utf8')).toContain('\n> 北の港は二〇二一年の秋に開いた。\n');
  });

  test('says where no language was found', async () => {
    const { effects, cwd } = empty();
    writeFileSync(
      join(cwd, 'x.txt'),
      'Ang pantalan\n\nBinuksan ang pantalan noong taglagas ng 2021 pagkatapos ng sampung taon.\n',
    );
    await newDeck('pantalan', { from: ['x.txt'] }, effects);
    expect(effects.reported.join('\n')).toContain('x.txt: its language is not known, and taken to be English.');
  });

  test('asks on a terminal where nothing was given', async () => {
    const answers = ['', 'Ports of the north', '30'];
    const { effects, cwd } = empty({ ask: async () => answers.shift() ?? '' });
    await newDeck('ports', {}, effects);
    expect(readFileSync(join(cwd, 'ports/deck.md'), 'utf8')).toContain(
      'title: Ports of the north\nlang: en\nminutes: 30\n',
    );
  });

  test.each(['a/b', '..', '', 'con', 'a.', 'a:b'])('cannot be called %j', async (name) => {
    const { effects, cwd } = empty();
    await expect(newDeck(name, {}, effects)).rejects.toMatchObject({ code: 'usage' });
    expect(readdirSync(cwd)).toEqual([]);
  });

  test('is not made where there is one, or where a source cannot be read', async () => {
    const { effects, cwd } = empty();
    await newDeck('port', {}, effects);
    await expect(newDeck('port', {}, effects)).rejects.toThrow('There is a deck port/deck.md already.');
    writeFileSync(join(cwd, 'a.pdf'), '%PDF-1.7');
    await expect(newDeck('other', { from: ['a.pdf'] }, effects)).rejects.toThrow('a.pdf is damaged');
    expect(readdirSync(cwd)).toEqual(['a.pdf', 'port']);
  });
});
