import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { run } from '../support/command.js';

const folders = [mkdtempSync(join(tmpdir(), 'pilcrow-same-')), mkdtempSync(join(tmpdir(), 'pilcrow-as-another-'))];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});
const projects = folders.map((folder) => join(folder, 'project'));
const [here = '', there = ''] = projects;

beforeAll(async () => {
  mkdirSync(join(here, 'slides/talk'), { recursive: true });
  writeFileSync(
    join(here, 'slides/talk/deck.md'),
    '---\nlang: en\n---\n# Talk\n\n![Quay](quay.svg)\n\n$a^2$\n\nNote: say it\n',
  );
  writeFileSync(
    join(here, 'slides/talk/quay.svg'),
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3" width="400" height="300"><path d="M0 2h4"/></svg>',
  );
  cpSync(here, there, { recursive: true });
  for (const project of projects) {
    expect((await run(['build', '--quiet'], project)).code).toBe(0);
    expect((await run(['export', '--quiet', '--to', 'html'], project)).code).toBe(0);
  }
}, 60_000);

/** Every output by its path below the project, as text. */
function outputs(project: string): Readonly<Record<string, string>> {
  const files = readdirSync(join(project, 'dist'), { recursive: true, withFileTypes: true }).filter((one) =>
    one.isFile(),
  );
  const paths = files.map(({ parentPath, name }) => join(parentPath, name));
  return Object.fromEntries(paths.map((path) => [path.slice(project.length), readFileSync(path, 'latin1')]));
}

test('a project gives the same bytes in any folder', () => {
  const [one, other] = [outputs(here), outputs(there)];
  expect(Object.keys(one)).toEqual(Object.keys(other));
  for (const [path, text] of Object.entries(one)) expect([path, other[path] === text]).toEqual([path, true]);
});

test('what is published carries the licences of what it is made of', () => {
  const made = outputs(here);
  const pages = Object.entries(made).filter(([path]) => path.endsWith('.html'));
  expect(pages.map(([path]) => path).sort()).toEqual([
    '/dist/export/talk/talk.html',
    '/dist/site/index.html',
    '/dist/site/talk/index.html',
  ]);
  for (const [path, html] of pages) {
    const address = /<link rel="license" type="text\/plain" href="([^"]+)">/.exec(html)?.[1] ?? '';
    const text = address.startsWith('data:text/plain;base64,')
      ? Buffer.from(address.replace(/^.*,/, ''), 'base64').toString()
      : made[join(path, '..', address)];
    for (const words of [
      'pilcrow',
      'reveal.js 6',
      'katex 0.16',
      'source-serif-4',
      'SIL OPEN FONT LICENSE',
      'Hakim El Hattab',
      'Khan Academy',
    ])
      expect(text).toContain(words);
  }
});

test('a deck that is gone is removed from the site of a project that was moved', async () => {
  const moved = join(folders[1] ?? '', 'moved');
  cpSync(there, moved, { recursive: true });
  mkdirSync(join(moved, 'slides/other'));
  writeFileSync(join(moved, 'slides/other/deck.md'), '---\nlang: en\n---\n# Other\n');
  rmSync(join(moved, 'slides/talk'), { recursive: true });
  await run(['build', '--quiet'], moved);
  expect(readdirSync(join(moved, 'dist/site')).filter((name) => !/\.html$|^assets$/.test(name))).toEqual(['other']);
});
