import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { run } from './support/command.js';

const folder = mkdtempSync(join(tmpdir(), 'pilcrow-exceptions-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let made = 0;
async function check(settings: string, slides: string, ...options: readonly string[]) {
  const name = `deck-${++made}`;
  mkdirSync(join(folder, 'slides', name), { recursive: true });
  writeFileSync(join(folder, 'slides', name, 'deck.md'), `---\nlang: en\n${settings}---\n\n${slides}\n`);
  const { code, printed, reported } = await run(['check', name, '--no-browser', '--quiet', ...options], folder);
  const said = printed.filter((line) => !line.startsWith('    ')).map((line) => line.replace(/^\S+deck\.md:/, ''));
  return { code, said, reported };
}

const low = '### Begins too low';

describe('the front matter', () => {
  test('turns a rule off, or makes it an error', async () => {
    expect(await check('', low)).toMatchObject({
      code: 0,
      said: [expect.stringMatching(/^5:1 warning heading-order/), expect.stringMatching(/1 warning/)],
    });
    expect(await check('rules: { heading-order: off }\n', low)).toMatchObject({ code: 0, said: [] });
    expect(await check('rules: { heading-order: error }\n', low)).toMatchObject({ code: 1 });
  });

  test('stops outputs with a rule of style that it calls an error', async () => {
    const { said } = await check('rules: { heading-order: error }\n', low);
    expect(said[0]).toMatch(/error heading-order/);
    const built = await run(['build', `deck-${made}`, '--quiet', '--out', 'none'], folder);
    expect([built.code, built.reported[0]]).toEqual([1, expect.stringMatching(/error heading-order/)]);
  });

  test('is told the nearest rule, which levels there are, and what cannot be changed', async () => {
    const { said } = await check('rules: { heading-ordr: off, timing: loud, empty-deck: off }\n', '## Ports');
    expect(said.slice(0, -1)).toEqual([
      expect.stringMatching(
        /^3:\d+ error setting-value `rules.timing`: expected off, note, warning or error, found "loud"/,
      ),
    ]);
    const named = await check('rules: { heading-ordr: off, empty-deck: off }\n', '## Ports');
    expect(named.said.slice(0, -1)).toEqual([
      expect.stringMatching(/^3:10 warning unknown-setting There is no rule `heading-ordr`/),
      expect.stringMatching(/^3:29 warning unknown-setting The rule `empty-deck` cannot be changed/),
    ]);
  });
});

describe('a slide', () => {
  test('is excused alone, whatever stands around it', async () => {
    const excused = `<!-- check-disable heading-order: quoted -->\n\n${low}`;
    const { said } = await check('', `${excused}\n\n---\n\n### Not excused`);
    expect(said).toEqual([expect.stringMatching(/^11:1 warning heading-order/), expect.stringMatching(/1 warning/)]);
  });

  test('may carry several exceptions, in its notes too', async () => {
    const { said } = await check('', `${low}\n\n- One\n\nNote:\n<!-- check-disable heading-order: quoted -->`);
    expect(said).toEqual([]);
  });
});

test('evidence that fails is a note at least', async () => {
  const quoted = '## Ports [@nobody, ¶1]';
  expect((await check('rules: { citation-unknown: off }\n', quoted)).said[0]).toMatch(/ note citation-unknown /);
  const slide = `${quoted}\n\n<!-- check-disable citation-unknown: to come -->`;
  expect((await check('', slide)).said[0]).toMatch(/ note citation-unknown /);
});

describe('the command', () => {
  test('fails on more warnings than are allowed', async () => {
    expect(await check('', low, '--max-warnings', '1')).toMatchObject({ code: 0, reported: [] });
    expect(await check('', low, '--max-warnings', '0')).toMatchObject({
      code: 1,
      reported: ['pilcrow: 1 warning; --max-warnings allows 0.'],
    });
  });

  test('looks at every cut the deck names', async () => {
    const { code, said } = await check('minutes: 20\ncuts: [5]\n', '## Ports {cut=10}');
    expect(code).toBe(1);
    expect(said.slice(0, -1)).toEqual([
      expect.stringContaining("No slide is left in the student's version of 5 minutes"),
      expect.stringContaining("No slide is left in the teacher's version of 5 minutes"),
    ]);
  });

  test('writes one document in the formats for programs', async () => {
    for (const format of ['json', 'sarif']) {
      const { printed } = await run(['check', 'deck-1', '--no-browser', '--quiet', '--format', format], folder);
      expect(JSON.stringify(JSON.parse(printed.join('\n')))).toContain('A heading of level 3 opens the slide.');
    }
  });
});

test('pilcrow --version', async () => {
  expect(await run(['--version'], folder)).toEqual({ code: 0, printed: ['0.1.0'], reported: [] });
});
