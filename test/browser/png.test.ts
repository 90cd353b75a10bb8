import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import { run, runInstalled } from '../support/command.js';

const work = mkdtempSync(join(tmpdir(), 'pilcrow-png-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** Exports pictures of a deck of these slides; the folder of them, and what the command said. */
async function pictured(
  name: string,
  markdown: string,
  ...options: readonly string[]
): Promise<{
  readonly names: readonly string[];
  readonly folder: string;
  readonly said: string;
  readonly code: number;
}> {
  mkdirSync(join(work, name), { recursive: true });
  writeFileSync(join(work, name, 'deck.md'), markdown);
  const { code, reported } = await run(['export', name, '--to', 'png', '--out', 'out', ...options], work);
  const folder = join(work, 'out/export', name, 'png');
  return { names: listed(folder), folder, said: reported.join('\n'), code };
}

function listed(folder: string): readonly string[] {
  return statSync(folder, { throwIfNoEntry: false }) === undefined ? [] : readdirSync(folder).sort();
}

async function sizeOf(file: string): Promise<readonly [number | undefined, number | undefined]> {
  const { width, height } = await sharp(readFileSync(file)).metadata();
  return [width, height];
}

/** The colour at the middle of a picture's left edge, where no text is. */
async function colourOf(file: string): Promise<string> {
  const { data } = await sharp(readFileSync(file))
    .removeAlpha()
    .extract({ left: 4, top: 360, width: 1, height: 1 })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return `#${data.toString('hex')}`;
}

const front = '---\ntitle: Quays\nlang: en\n---\n\n';
const stepped = `${front.replace('lang', 'minutes: 20\ncuts: [10]\nlang')}# Quays {cut=10}

---

## Hidden {data-visibility=hidden}

words

---

## Two quays

- near {.fragment}
- far {.fragment}
`;

describe('pictures of slides', () => {
  test('are one a slide, each of its own slide, also where two pages of the browser take them', async () => {
    const colour = (index: number): string => `#${(0x203040 + index * 0x050307).toString(16).padStart(6, '0')}`;
    const slides = Array.from(
      { length: 30 },
      (_, index) => `## Quay ${index + 1} {data-background-color="${colour(index)}"}`,
    );
    const { names, folder, code } = await pictured('many', `${front}${slides.join('\n\n---\n\n')}\n`);
    expect(code).toBe(0);
    const numbered = slides.map((_, index) => `slide-${String(index + 1).padStart(2, '0')}.png`);
    expect(names).toEqual(['contact-sheet.png', ...numbered]);
    const seen = await Promise.all(numbered.map((name) => colourOf(join(folder, name))));
    expect(seen).toEqual(slides.map((_, index) => colour(index)));
    expect(await sizeOf(join(folder, 'slide-01.png'))).toEqual([1280, 720]);
  });

  test('of steps are one a click; those of earlier runs go, those of other lengths and other files stay', async () => {
    const first = await pictured('steps', stepped);
    expect(first.names).toEqual(['contact-sheet.png', 'slide-01.png', 'slide-03.png']);
    await pictured('steps', stepped, '--cut', '10');
    writeFileSync(join(first.folder, 'photo.png'), 'mine');
    const { names, folder } = await pictured('steps', stepped, '--steps', 'all', '--slides', '3', '--scale', '2');
    const steps = ['slide-03-step-0.png', 'slide-03-step-1.png', 'slide-03-step-2.png'];
    expect(names).toEqual(['contact-sheet-10.png', 'contact-sheet.png', 'photo.png', 'slide-01-10.png', ...steps]);
    expect(await sizeOf(join(folder, 'slide-03-step-0.png'))).toEqual([2560, 1440]);
    const different = new Set(steps.map((name) => readFileSync(join(folder, name)).toString('base64')));
    expect(different.size).toBe(3);
  });

  test('are left where nothing has changed, and made anew where they are asked for in another way', async () => {
    mkdirSync(join(work, 'again'));
    writeFileSync(join(work, 'again', 'deck.md'), stepped);
    const cache = { XDG_CACHE_HOME: join(work, 'cache') };
    const said = async (...options: readonly string[]): Promise<string> =>
      (await runInstalled(['export', 'again', '--to', 'png', ...options], work, cache)).reported.join('\n');
    expect(await said()).toContain('again: photograph: 3 pictures');
    expect(await said()).toContain('again: unchanged, 3 files');
    expect(await said('--scale', '3')).toContain('again: photograph: 3 pictures');
    expect(await said('--slides', '1')).toContain('again: photograph: 2 pictures');
  });

  test('do not show what is for the teacher', async () => {
    const shown = '## Which quay?\n\n::: question {#which}\n- [ ] near\n- [x] far\n';
    const asked = await pictured('asked', `${front}${shown}:::\n`);
    const told = await pictured(
      'told',
      `${front}${shown}::: answer\nThe far one.\n:::\n:::\n\n::: teacher\nAsk twice.\n:::\n`,
    );
    const [one, other] = [asked, told].map(({ folder }) => readFileSync(join(folder, 'slide-01.png')));
    expect(one !== undefined && other?.equals(one)).toBe(true);
  });

  test.each([
    [
      ['--slides', '1,900'],
      0,
      '1:1 warning slide-unlisted --slides 900 goes beyond the last slide for students, which is 3.',
    ],
    [['--slides', '900'], 1, '1:1 error slide-unlisted --slides 900 goes beyond'],
    [['--slides', '2'], 1, '1:1 error slide-unlisted --slides asks for 2, which is hidden'],
    [['--slides', '9-3'], 2, '9-3 ends before it begins. Did you mean 3-9?'],
    [['--slides', '0'], 2, 'Expected numbers of slides from 1 up, such as 3-7,9.'],
    [['--scale', '9'], 2, 'Expected 1, 2 or 3.'],
    [['--to', 'pdf', '--scale', '2'], 2, 'Add --to png.'],
  ])('asked for with %j say what is wrong', async (options, expected, words) => {
    const { code, said } = await pictured('asked-for', stepped, ...options);
    expect([code, said]).toEqual([expected, expect.stringContaining(words)]);
  });

  test('of a deck without a slide are none, and the deck is named', async () => {
    const { code, names, said } = await pictured('bare', '');
    expect([code, names]).toEqual([1, []]);
    expect(said).toContain('bare was not written');
  });
});
