import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readLock } from '../src/evidence/lock.js';
import { wordsOf } from '../src/evidence/words.js';
import { readSourceText } from '../src/read/source-text.js';
import { root } from './support/command.js';

const folder = 'slides/belarus-deterrence';
const key = 'preiherman2024';
const source = join(root, folder, 'sources', `${key}.md`);
const run = 8;
/** Official names of eight words and more, which nobody can put otherwise. */
const names = ['the Day of the Defender of the Fatherland', 'Treaty on Conventional Armed Forces in Europe (CFE)'];

/** A hash of each run of eight words, whatever stands between them. */
function runsOf(text: string): ReadonlySet<string> {
  const words = wordsOf(text.normalize('NFC').toLowerCase()).map((word) => word.text.replaceAll('’', "'"));
  const runs = words.slice(run - 1).map((_, index) => words.slice(index, index + run).join(' '));
  return new Set(runs.map((one) => createHash('sha256').update(one).digest('base64')));
}

function textFile(path: string) {
  return { path, file: join(root, path), text: readFileSync(join(root, path), 'utf8') };
}

/** What the deck quotes in quotation marks, or names as an anchor. */
function quoted(): readonly string[] {
  const { lock } = readLock(textFile(`${folder}/evidence.lock.json`));
  return (lock?.claims ?? []).flatMap(({ rests }) => rests.map(({ words }) => words));
}

test.skipIf(!existsSync(source))(
  `no tracked file holds eight words of ${key} in a row, quotations and names apart (skipped where the source is not at hand)`,
  () => {
    const { paragraphs } = readSourceText(textFile(`${folder}/sources/${key}.md`)).source;
    const own = new Set(paragraphs.flatMap(({ number, text }) => (number === 0 ? [] : [...runsOf(text)])));
    const allowed = new Set([...names, ...quoted()].flatMap((words) => [...runsOf(words)]));
    const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
      cwd: root,
    });
    const held = tracked
      .toString()
      .split('\0')
      .filter((path) => path !== '' && existsSync(join(root, path)))
      .filter((path) =>
        [...runsOf(readFileSync(join(root, path), 'utf8'))].some((one) => own.has(one) && !allowed.has(one)),
      );
    expect(own.size).toBeGreaterThan(900);
    expect(held).toEqual([]);
  },
);

test(`the lock of ${folder} holds at most 30 % of the words of ${key}`, () => {
  const { lock } = readLock(textFile(`${folder}/evidence.lock.json`));
  const total =
    lock?.sources.find((one) => one.key === key)?.paragraphs.reduce((sum, { words }) => sum + words, 0) ?? 0;
  const held = new Set(
    lock?.claims.flatMap(({ rests }) =>
      rests.flatMap(({ paragraph, at: [from, to] }) =>
        Array.from({ length: to - from }, (_, index) => `${paragraph}:${from + index}`),
      ),
    ),
  );
  expect(total).toBeGreaterThan(900);
  expect(held.size / total).toBeLessThanOrEqual(0.3);
});
