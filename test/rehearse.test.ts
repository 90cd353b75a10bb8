import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { averageOf, createRecorder, type Rehearsal, whatToCut } from '../src/client/speaker/rehearsal.js';
import { run } from './support/command.js';

const folder = mkdtempSync(join(tmpdir(), 'pilcrow-rehearse-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const deck = `---
lang: en
minutes: 10
---
# Ports {#title minutes=2}

---

## Ships {#ships}

---

<!-- .slide: minutes=3 id="tides" -->

Tides

---

Setext of winds
---------------

---

## Ice {#ice cut=15 minutes="4"}

\`\`\`text
## Ice {minutes=9}
\`\`\`
`;
const minute = 60_000;
const rehearsal = (slides: Readonly<Record<string, number>>): string =>
  JSON.stringify({
    pilcrow: 'rehearsal',
    slides: Object.entries(slides).map(([id, minutes]) => ({ id, ms: minutes * minute })),
  });

describe('pilcrow rehearse', () => {
  const place = join(folder, 'slides/ports');
  const file = join(place, 'deck.md');
  beforeEach(() => {
    mkdirSync(place, { recursive: true });
    writeFileSync(file, deck);
  });

  test('prints what would change, and writes it when asked to', async () => {
    writeFileSync(
      join(folder, 'one.json'),
      rehearsal({ title: 2.1, ships: 1.2, tides: 4.4, 'setext-of-winds': 0.1, ice: 6 }),
    );
    const dry = await run(['rehearse', 'ports', 'one.json'], folder);
    expect(dry.printed).toEqual([
      '--- slides/ports/deck.md',
      '+++ slides/ports/deck.md',
      '@@ line 9 @@',
      '-## Ships {#ships}',
      '+## Ships {#ships minutes=1}',
      '@@ line 13 @@',
      '-<!-- .slide: minutes=3 id="tides" -->',
      '+<!-- .slide: minutes=4.5 id="tides" -->',
      '@@ line 19 @@',
      '-Setext of winds',
      '+Setext of winds {minutes=0.5}',
      '@@ line 24 @@',
      '-## Ice {#ice cut=15 minutes="4"}',
      '+## Ice {#ice cut=15 minutes=6}',
    ]);
    expect(readFileSync(file, 'utf8')).toBe(deck);
    const written = await run(['rehearse', 'ports', 'one.json', '--write'], folder);
    expect(written.reported).toEqual(['The minutes of 4 slides were written.']);
    const again = await run(['rehearse', 'ports', 'one.json'], folder);
    expect(again.printed).toEqual(['slides/ports/deck.md: the minutes are as the slides took them.']);
    expect(readFileSync(file, 'utf8')).toContain('\n## Ice {minutes=9}\n');
  });

  test('takes several on average, and says which slides it has not', async () => {
    writeFileSync(join(folder, 'one.json'), rehearsal({ title: 2, gone: 3 }));
    writeFileSync(join(folder, 'two.json'), rehearsal({ title: 5 }));
    const { printed, reported } = await run(['rehearse', 'ports', 'one.json', 'two.json'], folder);
    expect(printed).toContain('+# Ports {#title minutes=3.5}');
    expect(reported[0]).toContain('The rehearsal has the slide "gone"');
  });

  test.each([
    ['none.json', undefined, 'none.json is not there.'],
    ['bad.json', '{', 'bad.json is no rehearsal.'],
    ['other.json', '{"slides": []}', 'other.json is no rehearsal.'],
    ['strange.json', rehearsal({ a: 1 }), 'No slide of the rehearsal is one of'],
  ])('refuses %s', async (name, text, said) => {
    if (text !== undefined) writeFileSync(join(folder, name), text);
    const { code, reported } = await run(['rehearse', 'ports', name, '--write'], folder);
    expect([code, reported.at(-1)]).toEqual([2, expect.stringContaining(said)]);
    expect(readFileSync(file, 'utf8')).toBe(deck);
  });
});

describe('a rehearsal', () => {
  test('adds up what a slide and its steps took, also when one comes back, and not while the clock stands', () => {
    const recorder = createRecorder();
    recorder.enter('a', 0, true, 0);
    recorder.enter('a', 1, true, 100);
    recorder.enter('b', 0, true, 250);
    recorder.enter('a', 1, true, 300);
    recorder.enter('a', 1, false, 400);
    recorder.enter('a', 1, true, 900);
    expect(recorder.slides(1000)).toEqual([
      { id: 'a', ms: 450, steps: [100, 350] },
      { id: 'b', ms: 50, steps: [50] },
    ]);
  });

  const slides = [5, 3, 2, 1].map((ms) => ({ id: String(ms), ms, steps: [ms] }));
  test.each([
    [11, []],
    [10, ['1']],
    [9, ['2']],
    [8, ['3']],
    [6, ['5']],
    [4, ['5', '2']],
  ])('of 11 minutes fits %d without %j', (planned, cut) => {
    expect(whatToCut(slides, planned, new Set()).map(({ id }) => id)).toEqual(cut);
  });

  test('cuts no slide that has to stay', () => {
    expect(whatToCut(slides, 1, new Set(['5'])).map(({ id }) => id)).toEqual(['3', '2', '1']);
  });

  test('counts in the average where a slide was shown', () => {
    const all = [
      { slides: [{ id: 'a', ms: 2, steps: [] }] },
      { slides: [] },
      { slides: [{ id: 'a', ms: 4, steps: [] }] },
    ];
    expect(averageOf(all as unknown as readonly Rehearsal[], 'a')).toBe(3);
    expect(averageOf([], 'a')).toBeUndefined();
  });
});
