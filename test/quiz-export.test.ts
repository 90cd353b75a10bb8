import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type Outcome, run } from './support/command.js';

const work = mkdtempSync(join(tmpdir(), 'pilcrow-quiz-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** Exports a quiz where there is no browser to start. */
async function quizOf(name: string, files: Readonly<Record<string, string>>): Promise<Outcome> {
  const folder = join(work, name);
  mkdirSync(folder);
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  const env = { ...process.env, PILCROW_BROWSER: join(work, 'nowhere'), XDG_CACHE_HOME: join(work, 'cache') };
  return run(['export', name, '--to', 'quiz', '--out', join(folder, 'out')], work, { env });
}

const front = '---\ntitle: Quays\nlang: en\n---\n\n';
const drawn = (id: string): string =>
  `\`\`\`mermaid {#${id} alt="A ship waits for a quay"}\nflowchart LR\n  ship --> ${id}\n\`\`\`\n`;
const question = '## Which quay?\n\n::: question\n- [ ] near\n- [x] far\n:::\n';

test('no browser is started for drawings of slides without a question', async () => {
  const { code } = await quizOf('beside', { 'deck.md': `${front}${question}\n---\n\n## Ships\n\n${drawn('quay')}` });
  expect(code).toBe(0);
  expect(readdirSync(join(work, 'beside/out/export/beside'))).toHaveLength(6);
});

test('one is for the drawing of a question, on its slide or in its prose', async () => {
  const onSlide = question.replace('?', `? {layout=question}\n\n${drawn('quay')}`);
  const inProse = `## Ships\n\n::: handout\n::: question\nWhich quay?\n\n${drawn('pier')}\n:::\n:::\n`;
  for (const [name, text] of [['on-slide', onSlide] as const, ['in-prose', inProse] as const]) {
    const { code, reported } = await quizOf(name, { 'deck.md': `${front}${text}` });
    expect([code, reported.join('\n')]).toEqual([1, expect.stringContaining('nowhere')]);
  }
});

test('a picture that holds none is said by its place, as nobody looks at the slides', async () => {
  const pictures = '![A quay](quay.png)\n\n![A pier](pier.svg)\n\n![A ship](ship.jpg)\n\n![A crane](crane.svg)';
  const { code, reported } = await quizOf('broken', {
    'deck.md': `${front}## Which quay? {layout=question}\n\n${pictures}\n\n::: question\n- [ ] near\n- [x] far\n:::\n`,
    'quay.png': 'no picture',
    'pier.svg': '<!doctype html><p>Not found</p>',
    'ship.jpg': '',
    'crane.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><path d="M0 0h4"/></svg>',
  });
  expect(code).toBe(1);
  expect(reported.filter((line) => line.includes('holds no picture'))).toEqual(
    [
      '8:1 error image-missing broken/quay.png',
      '10:1 error image-missing broken/pier.svg',
      '12:1 error image-missing broken/ship.jpg',
    ].map((said) => expect.stringContaining(said)),
  );
});
