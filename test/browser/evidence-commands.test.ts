import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { run } from '../support/command.js';
import { fixtureFolder } from '../support/twins.js';

const cwd = mkdtempSync(join(tmpdir(), 'pilcrow-evidence-'));
const deck = join(cwd, 'harbour');
const site = join(cwd, 'dist/site/harbour/index.html');

/** The deck `harbour` with a slide for its sources, and a lock. */
beforeAll(async () => {
  cpSync(join(fixtureFolder('evidence'), 'harbour'), deck, { recursive: true });
  rmSync(join(deck, 'evidence.lock.json'));
  const text = readFileSync(join(deck, 'deck.md'), 'utf8');
  writeFileSync(
    join(deck, 'deck.md'),
    `${text}\n---\n\n## Coverage\n\n::: coverage\n:::\n\n---\n\n## Sources\n\n::: sources\n:::\n`,
  );
  const { code, printed } = await run(['check', 'harbour', '--review', 'Anna K.', '--quiet'], cwd);
  expect([code, printed.filter((line) => / error |lock-stale/.test(line))]).toEqual([0, []]);
});

test('check says what the evidence rules find, and the lock is written where that is asked for', async () => {
  const lock = JSON.parse(readFileSync(join(deck, 'evidence.lock.json'), 'utf8'));
  expect(lock.claims[0].reviews).toEqual([{ who: 'Anna K.', when: '2024-02-24', of: expect.any(String) }]);
  expect((await run(['check', 'harbour', '--frozen'], cwd)).code).toBe(0);
});

test('the slide of sources shows how the paragraphs are used, and the references in full', async () => {
  expect((await run(['build', 'harbour'], cwd)).code).toBe(0);
  const page = readFileSync(site, 'utf8');
  expect(page).toContain('aria-label="slide 2 uses ¶1"');
  expect(page).toContain('aria-label="slide 3 quotes ¶3"');
  expect(page).toMatch(/<li>Ilvesson, Marta\. “[^<]+” <i>Northern Ports Review<\/i>, [^<]+2021\.<\/li>/);
});

test('a wrong claim stops the outputs, with the sources and without them', async () => {
  const file = join(deck, 'deck.md');
  const text = readFileSync(file, 'utf8');
  const before = readFileSync(site, 'utf8');
  writeFileSync(file, text.replace('1,250,000', '1,350,000'));
  const wrong = await run(['build', 'harbour'], cwd);
  expect(wrong.code).toBe(1);
  expect(wrong.reported.join('\n')).toContain('error number The number 1,350,000 crowns is not in ilvesson2021 ¶2');
  renameSync(join(deck, 'sources'), join(cwd, 'away'));
  const absent = await run(['build', 'harbour'], cwd);
  expect(absent.code).toBe(1);
  expect(absent.reported.join('\n')).toContain('error source-absent Not verified');
  expect(readFileSync(site, 'utf8')).toBe(before);
  writeFileSync(file, text);
  expect((await run(['check', 'harbour', '--frozen'], cwd)).code).toBe(0);
  renameSync(join(cwd, 'away'), join(deck, 'sources'));
});

test('a deck of another tool is told nothing of evidence', async () => {
  writeFileSync(join(cwd, 'plain.md'), '# One\n\nIn 2031 "two" of three [@nobody, ¶3]\n');
  const { reported } = await run(['build', 'plain.md'], cwd);
  expect(reported.filter((line) => / (?:evidence|lock|no-anchor|quotation|number)/.test(line))).toEqual([]);
  expect(existsSync(join(cwd, 'evidence.lock.json'))).toBe(false);
});
