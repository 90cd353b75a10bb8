import { describe, expect, test } from 'vitest';
import { coverageOf } from '../src/evidence/coverage.js';
import { readLock, updateLock, writeLock } from '../src/evidence/lock.js';
import type { SourceText } from '../src/model.js';
import { readDataSource } from '../src/read/data-source.js';
import { evidenceOf, saidOf } from './support/evidence.js';

const table = `port;2022;2023 (mln t);note
Riga;21,0;18,8;
Klaipėda;36,2;32,7;with oil
Gdynia;28,2;;n/a
`;
const here: SourceText =
  readDataSource({ path: 'sources/pilots.csv', file: '/deck/sources/pilots.csv', text: table }).source ??
  expect.unreachable('the table was not read');

const said = (markdown: string, sources: readonly SourceText[] = [here]): readonly string[] =>
  saidOf(evidenceOf(markdown, { sources })).filter((one) => !one.includes('lock-stale'));

describe('a table of data as a source', () => {
  test('is rows with the names of their columns, numbers in one form', () => {
    expect(here.paragraphs).toEqual([
      { number: 2, text: 'port: Riga\n2022: 21\n2023: 18.8 mln t' },
      { number: 3, text: 'port: Klaipėda\n2022: 36.2\n2023: 32.7 mln t\nnote: with oil' },
      { number: 4, text: 'port: Gdynia\n2022: 28.2\nnote: n/a' },
    ]);
  });

  test('bears out what stands in its rows and cells, with a unit that the cell leaves out', () => {
    expect(said('## Riga took 21 million tonnes [@pilots, row 2, column 2022]')).toEqual([]);
    expect(said('## Klaipėda took 36.2 in 2022 [@pilots, row 3]')).toEqual([]);
    expect(said('## Riga and Klaipėda took 21 and 36.2 [@pilots, rows 2–3, column 2022]')).toEqual([]);
  });

  test('says which cell does not, which row has it, and what it has instead of a row or column that is not there', () => {
    const item = (claim: string): string =>
      said(`## Ports [@lecturer]\n\n- ${claim}`)
        .map((one) => one.replace(/ (Correct it|Cite one).*/, ''))
        .join('\n');
    expect(item('Riga took 36.2 [@pilots, row 2]')).toBe(
      'deck.md:3:1 error number The number 36.2 is not in pilots row 2; it stands in row 3.',
    );
    expect(item('Riga took 18.8 [@pilots, row 2, column 2022]')).toBe(
      'deck.md:3:1 error number The number 18.8 is not in pilots row 2; it stands in row 2.',
    );
    expect(item('Riga took 21 [@pilots, row 12]')).toBe(
      'deck.md:3:16 error paragraph-range pilots has no row 12; nearest are row 3 and row 4.',
    );
    expect(item('Riga took 21 [@pilots, row 2, column 2032]')).toBe(
      'deck.md:3:16 error paragraph-range pilots has no column 2032; nearest is column 2022.',
    );
  });

  const chart = (rows: string): string =>
    `## Ports [@lecturer]\n\n\`\`\`chart {cite="pilots"}\ndata: |\n  port,2022\n${rows}\nmark: bar\n\`\`\``;

  test('holds each value of a chart in the row and column of its names', () => {
    expect(said(chart('  Riga,21\n  Klaipėda,36.2'))).toEqual([]);
    expect(said(chart('  Riga,21\n  Klaipėda,36'))).toEqual([]);
    expect(said(chart('  Riga,36.2\n  Klaipėda,21.0')).map((one) => one.replace(/ Correct it.*/, ''))).toEqual([
      'deck.md:6:1 error number The chart’s value 36.2 (Riga) is not in pilots.',
      'deck.md:7:1 error number The chart’s value 21 (Klaipėda) is not in pilots.',
    ]);
  });

  test('is locked by its fingerprint and the rows that are cited, without its numbers', () => {
    const deck = `${chart('  Riga,21\n  Klaipėda,36.2')}\n\n- Riga took 18.8 [@pilots, row 2]`;
    const lock = updateLock(evidenceOf(deck, { sources: [here] }), undefined);
    const own = lock.sources.find(({ key }) => key === 'pilots');
    expect(own?.paragraphs.map(({ number }) => number)).toEqual([0, 2]);
    expect(own?.data).toBe(true);
    expect(writeLock(lock)).not.toMatch(/36\.2|32\.7/);
    const file = { path: 'evidence.lock.json', file: '/deck/evidence.lock.json', text: writeLock(lock) };
    expect(readLock(file).lock).toEqual(lock);
    const away = evidenceOf(deck, { sources: [], lock });
    expect(saidOf(away)).toEqual([]);
    const other = evidenceOf(deck.replace('21', '22'), { sources: [], lock });
    expect(saidOf(other)[0]).toContain('source-absent');
    const changed = readDataSource({
      ...file,
      path: 'pilots.csv',
      file: '/deck/sources/pilots.csv',
      text: table.replace('32,7', '32,8'),
    }).source;
    const next = updateLock(evidenceOf(deck, { sources: changed === undefined ? [] : [changed] }), undefined);
    const [before, after] = [own, next.sources.find(({ key }) => key === 'pilots')].map((one) => one?.paragraphs);
    expect(before?.[0]).not.toEqual(after?.[0]);
    expect(before?.[1]).toEqual(after?.[1]);
  });

  test('has no part in how a text is covered', () => {
    const { sources } = coverageOf(evidenceOf('## Riga took 21 [@pilots, row 2]', { sources: [here] }));
    expect(sources.map(({ key }) => key)).not.toContain('pilots');
  });
});
