import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { nodeFiles } from '../src/system/node-files.js';
import { run } from './support/command.js';

const root = mkdtempSync(join(tmpdir(), 'pilcrow-names-'));
const svg = (inside: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 4 3">${inside}</svg>`;
const write = (path: string, text: string): void => {
  const file = join(root, path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, text);
};
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** What is said of a deck with this slide, without the lines that repeat it. */
async function said(slide: string, overrides: Parameters<typeof run>[2] = {}): Promise<readonly string[]> {
  write('slides/talk/deck.md', `---\nlang: en\n---\n# Ports\n\n---\n\n${slide}\n`);
  const { printed } = await run(['check', 'talk', '--no-browser', '--quiet'], root, overrides);
  return printed.filter((line) => line.startsWith('slides/talk/deck.md:') && !/: \d+ (error|warning)s?\b/.test(line));
}

describe('a file is found', () => {
  test('however its accents are encoded, in its name and its folders', async () => {
    write('slides/talk/café/é.svg'.normalize('NFD'), svg('<path/>'));
    write('slides/talk/naïve.svg'.normalize('NFC'), svg('<path/>'));
    const nfc = '## A\n\n![a](café/é.svg)\n\n---\n\n## B {background-image="café/é.svg"}'.normalize('NFC');
    expect(await said(nfc)).toEqual([]);
    expect(await said('## A\n\n![a](naïve.svg) [b](naïve.svg)'.normalize('NFD'))).toEqual([]);
  });

  test('by bare spaces in its name', async () => {
    write('slides/talk/my pic.svg', svg('<path/>'));
    expect(await said('## A\n\n![a](my pic.svg) [b](my pic.svg)')).toEqual([]);
  });

  test('from the root: in the deck’s folder, and above it up to where the command runs', async () => {
    write('img/high.svg', svg('<path/>'));
    write('slides/img/middle.svg', svg('<path/>'));
    write('slides/talk/img/low.svg', svg('<path/>'));
    expect(await said('## A\n\n![a](/img/high.svg) ![b](/img/middle.svg) ![c](/img/low.svg)')).toEqual([]);
    expect(await said('## A\n\n![a](/img/none.svg)')).toEqual([
      'slides/talk/deck.md:10:1 error image-missing There is no file slides/talk/img/none.svg.',
    ]);
    expect(await said('## A\n\n![a](img/high.svg)')).toEqual([
      'slides/talk/deck.md:10:1 error image-missing There is no file slides/talk/img/high.svg.',
    ]);
  });

  test('in each of several backgrounds', async () => {
    write('slides/talk/one.svg', svg('<path/>'));
    for (const name of ['background-image', 'background'])
      expect(await said(`## A {${name}="one.svg, none.svg"}`)).toEqual([
        'slides/talk/deck.md:8:1 error image-missing There is no file slides/talk/none.svg.',
      ]);
  });
});

describe('capitals that differ', () => {
  const warning =
    'slides/talk/deck.md:10:1 warning image-missing The file is called "Quay.SVG" and is named as "quay.svg"; where capitals count it is not found.';

  test('are said, and the file is taken', async () => {
    write('slides/talk/Pics/Quay.SVG', svg('<path/>'));
    expect(await said('## A\n\n![a](pics/quay.svg)')).toEqual([warning]);
    expect(await said('## A\n\n![a](Pics/Quay.SVG)')).toEqual([]);
    expect(await said('## A\n\n[a](Pics/quay.SVG)')).toEqual([expect.stringContaining(' warning link-broken ')]);
  });

  test('are said where the disk does not tell them apart', async () => {
    const blind: typeof nodeFiles = {
      ...nodeFiles,
      kind: (path) => nodeFiles.kind(path.replace(/quay\.svg$/i, 'Quay.SVG').replace('pics', 'Pics')),
    };
    expect(await said('## A\n\n![a](Pics/quay.svg)', { files: blind })).toEqual([warning]);
  });
});

test('a drawing that takes something from elsewhere is said, one that does not is not', async () => {
  write(
    'slides/talk/outer.svg',
    svg(
      '<style>@import "a.css"; .x { fill: url(#g); src: url("f.woff2") }</style><image href="photo.jpg"/><image xlink:href="https://example.org/b.png"/><use href="#g"/><image href="photo.jpg"/><a href="page.html"/>',
    ),
  );
  const lines = await said('## A\n\n![a](outer.svg)');
  expect(lines.map((line) => /warning image-missing \S+ uses "([^"]*)"/.exec(line)?.[1])).toEqual([
    'a.css',
    'f.woff2',
    'photo.jpg',
    'https://example.org/b.png',
  ]);
  write(
    'slides/talk/whole.svg',
    svg('<image href="data:image/png;base64,AA=="/><use href="#g"/><a href="page.html"/>'),
  );
  expect(await said('## A\n\n![a](whole.svg)')).toEqual([]);
});
