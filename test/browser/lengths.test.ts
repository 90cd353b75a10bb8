import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../support/command.js';
import { pdfFacts } from '../support/pdf-structure.js';
import { filesBelow } from '../support/reopened.js';

const folder = mkdtempSync(join(tmpdir(), 'pilcrow-lengths-'));
const deck = join(folder, 'slides/talk');
const text = (lang: string): string =>
  `---\nlang: ${lang}\nminutes: 30\ncuts: [10, 30, 60]\nrules: { notes-missing: off, timing: off }\n---\n# Ports {cut=10}\n\n---\n\n## Own\n\n---\n\n## Long {cut=60}\n\n---\n\n## Why? {layout=question cut=10}\n\n::: question\n- [x] one\n- [ ] two\n:::\n`;
const at = (path: string): string => readFileSync(join(folder, path), 'utf8');

beforeAll(() => {
  mkdirSync(deck, { recursive: true });
  writeFileSync(join(deck, 'deck.md'), text('de'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('every length', () => {
  test('has files of its own, and says how long it is', async () => {
    expect((await run(['export', '--cut', 'all'], folder)).code).toBe(0);
    const made = readdirSync(join(folder, 'dist/export/talk'));
    for (const name of ['handout-student', 'handout-teacher', 'key', 'reader', 'slides', 'worksheet'])
      expect(made.filter((file) => file.startsWith(name) && file.endsWith('.pdf')).sort()).toEqual(
        expect.arrayContaining([`${name}-10.pdf`, `${name}-60.pdf`, `${name}.pdf`]),
      );
    expect(made.filter((file) => /^talk.*html$/.test(file))).toEqual(['talk-10.html', 'talk-60.html', 'talk.html']);
    const titles = async (file: string): Promise<readonly string[]> => {
      const { pages } = await pdfFacts(new Uint8Array(readFileSync(join(folder, `dist/export/talk/${file}.pdf`))));
      return pages.map((page) => page.text);
    };
    expect((await titles('slides-10'))[0]).toMatch(/10\sMin\..*Ports/s);
    expect((await titles('slides'))[0]).not.toContain('Min.');
    expect((await titles('slides-60')).length).toBe(4);
    expect((await titles('handout-student-10'))[0]).toMatch(/Dauer\s+10\sMin\./);
    expect((await titles('handout-student'))[0]).not.toContain('Dauer');
  });

  test('has a folder in the site, which goes with its deck', async () => {
    await run(['build'], folder);
    const own = at('dist/site/talk/index.html');
    await run(['build', '--cut', '10'], folder);
    expect(at('dist/site/talk/index.html')).toBe(own);
    expect(at('dist/site/talk-10/index.html')).toContain('10&nbsp;Min.');
    expect(at('dist/site/index.html')).toMatch(/href="talk\/.*href="talk-10\//s);
    await run(['build', '--cut', '30'], folder);
    expect(readdirSync(join(folder, 'dist/site')).sort()).toEqual(['assets', 'index.html', 'talk', 'talk-10']);
    mkdirSync(join(folder, 'slides/other'));
    writeFileSync(join(folder, 'slides/other/deck.md'), '# Other\n');
    rmSync(deck, { recursive: true });
    await run(['build'], folder);
    expect(filesBelow(join(folder, 'dist/site')).filter((file) => file.startsWith('talk'))).toEqual([]);
  });
});
