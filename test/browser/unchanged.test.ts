import { execFile } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserIdentity } from '../../src/browser/browser-identity.js';

const run = promisify(execFile);
const packageRoot = fileURLToPath(new URL('../..', import.meta.url));
const root = mkdtempSync(join(tmpdir(), 'pilcrow-unchanged-'));
const day = { SOURCE_DATE_EPOCH: '1700000000' };
const dot = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><rect width="4" height="3" fill="#222"/></svg>';

const files: Readonly<Record<string, string>> = {
  'deck.md': `---
title: A harbour
lang: en
minutes: 20
cuts: [10]
css: look.css
---

# A harbour {cut=10}

---

## The harbour opened in autumn [@port2021, ¶1]

![A quay](quay.svg)

---

<!-- include: more.md -->

---

## Ships came in both years [@inference]

\`\`\`chart
data: ships.csv
\`\`\`
{cite=inference}

---

## One town supports the other [@port2021, ¶1]

\`\`\`relations
layout: lanes
\`\`\`
`,
  'more.md': '## More of it [@inference]\n\n- A line that is included [@inference]\n',
  'ships.csv': 'year,ships\n2020,3\n2021,5\n',
  'quay.svg': dot,
  'ground.svg': dot,
  'look.css': '.reveal h2 { background: url(ground.svg) }\n',
  'style.css': '.reveal h1 { color: #123456 }\n',
  'references.yaml':
    '- id: port2021\n  type: report\n  title: A port\n  author: [{ family: Port, given: A. }]\n  issued: 2021\n',
  'relations.yaml':
    'actors:\n  a: { name: Sola, hue: blue }\n  b: { name: Riga, hue: red }\nkinds:\n  support: { name: supports, line: solid, sentence: "{from} supports {to}" }\nrelations:\n  - { id: one, from: a, to: b, kind: support, cite: "@port2021, ¶1" }\n',
  'sources/port2021.md': '¶1 The harbour opened in autumn. Sola supports Riga.\n',
};
const path = (file: string): string => join(root, 'slides/port', file);
const put = (file: string, text: string): void => {
  mkdirSync(dirname(path(file)), { recursive: true });
  writeFileSync(path(file), text);
};

/** What the command says, and whether it left the deck as it was. */
async function build(
  args: readonly string[] = [],
  { env = {}, from = packageRoot }: { readonly env?: Record<string, string>; readonly from?: string } = {},
): Promise<{ readonly said: string; readonly isUnchanged: boolean }> {
  const cli = join(from, 'dist/lib/cli.js');
  const { stderr: said } = await run('node', [cli, 'build', ...args, '--browser', 'bundled'], {
    cwd: root,
    env: { ...process.env, ...day, ...env },
  });
  return { said, isUnchanged: said.includes('port: unchanged') };
}

beforeAll(async () => {
  mkdirSync(join(root, 'node_modules'));
  for (const [file, text] of Object.entries(files)) put(file, text);
  await run('node', [join(packageRoot, 'dist/lib/cli.js'), 'check', '--no-browser', '--update-lock', '--quiet'], {
    cwd: root,
  }).catch((error: { readonly stdout: string }) => expect.unreachable(error.stdout));
  await build();
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('a second build', () => {
  test('writes nothing, says so and says what is wrong once more', async () => {
    const page = join(root, 'dist/site/port/index.html');
    const index = join(root, 'dist/site/index.html');
    const before = [page, index].map((file) => statSync(file).mtimeMs);
    const { said, isUnchanged } = await build();
    expect(isUnchanged).toBe(true);
    expect(said).not.toContain(': write');
    expect([page, index].map((file) => statSync(file).mtimeMs)).toEqual(before);
  });

  test('makes it all the same with --force', async () => {
    expect((await build(['--force'])).isUnchanged).toBe(false);
    expect((await build()).isUnchanged).toBe(true);
  });

  test.each([
    ['deck.md', (text: string) => text.replace('# A harbour', '# A harbouR')],
    ['more.md', (text: string) => text.replace('line', 'lime')],
    ['ships.csv', (text: string) => text.replace('3', '4')],
    ['quay.svg', (text: string) => text.replace('#222', '#223')],
    ['ground.svg', (text: string) => text.replace('#222', '#223')],
    ['look.css', (text: string) => text.replace('h2', 'h1')],
    ['style.css', (text: string) => text.replace('#123456', '#123457')],
    ['references.yaml', (text: string) => text.replace('A port', 'A part')],
    ['relations.yaml', (text: string) => text.replace('name: supports', 'name: supportS')],
    ['sources/port2021.md', (text: string) => text.replace('Riga.', 'Riga!')],
    ['evidence.lock.json', (text: string) => `${text}\n`],
  ])('makes it again when one byte of %s has changed', async (file, change) => {
    const before = readFileSync(path(file), 'utf8');
    const after = change(before);
    expect(after).not.toBe(before);
    writeFileSync(path(file), after);
    expect((await build()).isUnchanged).toBe(false);
    writeFileSync(path(file), before);
    await build();
    expect((await build()).isUnchanged).toBe(true);
  });

  test('makes it again when a file appears that it looks for', async () => {
    writeFileSync(path('style.css.bak'), '');
    expect((await build()).isUnchanged).toBe(false);
    rmSync(path('style.css.bak'));
  });

  test.each(['index.html', 'deck.json'])(
    'makes it again when %s of the site is gone or was changed by hand',
    async (file) => {
      const written = join(root, 'dist/site/port', file);
      await build();
      const before = readFileSync(written, 'utf8');
      writeFileSync(written, before.replace('harbour', 'harbouR'));
      expect((await build()).isUnchanged).toBe(false);
      expect(readFileSync(written, 'utf8')).toBe(before);
      rmSync(written);
      expect((await build()).isUnchanged).toBe(false);
      expect(readFileSync(written, 'utf8')).toBe(before);
    },
  );

  test('writes the list of decks again when it is gone', async () => {
    const index = join(root, 'dist/site/index.html');
    await build();
    rmSync(index);
    expect((await build()).isUnchanged).toBe(true);
    expect(readFileSync(index, 'utf8')).toContain('A harbour');
  });

  test('makes it again for another option, day or version of the package', async () => {
    await build();
    expect((await build(['--cut', '10'])).isUnchanged).toBe(false);
    expect((await build([], { env: { SOURCE_DATE_EPOCH: '1800000000' } })).isUnchanged).toBe(false);
    const from = join(root, 'package');
    for (const folder of ['dist/lib', 'dist/client', 'dist/words'])
      cpSync(join(packageRoot, folder), join(from, folder), { recursive: true });
    symlinkSync(join(packageRoot, 'node_modules'), join(from, 'node_modules'));
    const manifest = readFileSync(join(packageRoot, 'package.json'), 'utf8');
    writeFileSync(join(from, 'package.json'), manifest);
    await build([], { from });
    expect((await build([], { from })).isUnchanged).toBe(true);
    writeFileSync(join(from, 'package.json'), manifest.replace('"version": "0', '"version": "1'));
    expect((await build([], { from })).isUnchanged).toBe(false);
  });
});

describe('an edition that is judged only', () => {
  const judged = (): readonly string[] => readdirSync(join(root, 'node_modules/.cache/pilcrow/judgements')).sort();
  const beside = '\n---\n\n::: teacher\n![What the keeper saw](keeper.svg)\n:::\n';

  test('is judged once for all commands, and again when a file has changed that only it shows', async () => {
    const before = readFileSync(path('deck.md'), 'utf8');
    put('deck.md', before + beside);
    put('keeper.svg', dot);
    await run('node', [join(packageRoot, 'dist/lib/cli.js'), 'export', '--to', 'glossary'], {
      cwd: root,
      env: { ...process.env, ...day },
    });
    const kept = judged();
    expect(kept).not.toEqual([]);
    await build();
    expect(judged()).toEqual(kept);
    rmSync(path('keeper.svg'));
    const { stderr } = await build().then(
      ({ said }) => ({ stderr: said }),
      (error: { readonly stderr: string }) => error,
    );
    expect(stderr).toContain('keeper.svg');
    put('deck.md', before);
  });
});

test('a browser is told from another by its version, or by its file', () => {
  const fake = join(root, 'browser');
  writeFileSync(fake, 'one');
  const [bundled, named] = [browserIdentity('bundled', {}), browserIdentity(fake, {})];
  expect(named).not.toBe(bundled);
  expect(browserIdentity(undefined, { PILCROW_BROWSER: fake })).toBe(named);
  writeFileSync(fake, 'another');
  expect(browserIdentity(fake, {})).not.toBe(named);
});
