import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { createPilcrow } from '../src/api/create-pilcrow.js';
import { check } from '../src/commands/check.js';
import { importForeign } from '../src/commands/import.js';
import { remarkLines } from '../src/commands/report-import.js';
import { importDeck } from '../src/import/import-deck.js';
import { tools } from '../src/import/tools.js';
import { testEffects } from './support/effects.js';
import { fixtureFolder } from './support/twins.js';

const folder = fixtureFolder('import');
const beside: Readonly<Record<string, string>> = {
  'pages/more.md': '# More\n\nFrom a file\n\n---\n\n# And more\n\n<!-- Say it slowly. -->\n',
  'snippets/lamp.ts': 'light();\n',
  'pages/part.md': '---\ntitle: Part\n---\n\nA part of its own\n',
  'pages/note.md': '# Wick\n\nTrimmed\n\n# Lens\n\nCut glass\n\n## Brass\n\nPolished\n\n# Oil\n\nBurnt\n',
};
const textOf = (path: string): string | undefined => beside[path];
/** What lies beside one fixture alone. */
const besideOne: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'reveal-md-settings.md': {
    'reveal-md.json': '{"theme": "night", "css": ["harbour.css"], "preprocessor": "p.js"}',
    'reveal.json': '{"transition": "fade"}',
  },
};
const home = mkdtempSync(join(tmpdir(), 'pilcrow-import-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

describe('decks of other tools', async () => {
  const pilcrow = await createPilcrow({ browser: 'none', cache: false });
  const cases = readdirSync(folder).filter((name) => name.endsWith('.md') && !name.endsWith('.imported.md'));
  test.each(cases)('%s', async (name) => {
    const path = `talks/${name}`;
    const own = besideOne[name] ?? {};
    const reads = (file: string): string | undefined => own[file] ?? textOf(file);
    const imported = importDeck({ path, text: readFileSync(join(folder, name), 'utf8'), textOf: reads });
    expect(imported?.tool.name).toBe(Object.keys(tools).find((tool) => name.startsWith(`${tool}-`)));
    if (imported === undefined) return;
    await expect(imported.text).toMatchFileSnapshot(join(folder, `${basename(name, '.md')}.imported.md`));
    const { diagnostics, slides } = await pilcrow.render(imported.text, { edition: { audience: 'student' } });
    expect(slides).toHaveLength(imported.slides);
    const said = diagnostics.map(({ place, severity, rule }) => `deck.md:${place.line} ${severity} ${rule}`);
    expect(diagnostics.filter(({ rule }) => rule === 'foreign-notes')).toEqual([]);
    const report = [`${imported.slides} slides`, ...remarkLines(imported.remarks), '', 'check then says:', ...said, ''];
    await expect(report.join('\n')).toMatchFileSnapshot(join(folder, `${basename(name, '.md')}.txt`));
  });
});

test.each([
  ['an indented comment at the end', 'slidev', '# B\n\ntext\n\n    <!-- secret -->\n'],
  ['a note beside an open list of steps', 'slidev', '# B\n\n<v-clicks>\n\n- a\n\n<!-- secret -->\n'],
  ['a note above open code', 'marp', '# B <!-- secret -->\n\n```\ncode\n'],
  ['a note above open HTML', 'marp', '# B <!-- secret -->\n\n<pre>\ncode\n'],
  ['a note that is never closed', 'marp', '# B\n\ntext\n\n<!-- secret'],
  ['a note of LaTeX that is never closed', 'pandoc', '# B\n\ntext\n\n\\note{secret'],
  ['a note within a list', 'beamer', '# B\n\n- text \\note<1>{secret}\n'],
  ['a comment', 'quarto', '## B\n\ntext <!-- secret -->\n'],
  ['a remark between per cent signs', 'obsidian', '# B\n\ntext %%secret%% more\n'],
  ['a remark that is never closed', 'obsidian', '# B\n\ntext\n\n%%\nsecret\n'],
  [
    'what Slidev renders for the speaker alone',
    'slidev',
    '# B\n\n<RenderWhen context="presenter">secret</RenderWhen>\n',
  ],
  ['a note below a mark', 'obsidian', '# B\n\ntext\n\nnote: secret\n'],
  ['a note below a mark of its own', 'reveal-md', '---\nnotesSeparator: "^Say:"\n---\n\n# B\n\nSay:\nsecret\n'],
] as const)('the audience does not get %s', async (_, tool, text) => {
  const pilcrow = await createPilcrow({ browser: 'none', cache: false });
  const imported = importDeck({ path: 'talk.md', text, textOf }, tool)?.text ?? '';
  expect(imported).toMatch(/^Note:\nsecret$/m);
  const rendered = await pilcrow.render(imported, { edition: { audience: 'student' } });
  expect(JSON.stringify(rendered.slides)).not.toContain('secret');
  expect(rendered.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  await pilcrow.dispose();
});

describe('the command', () => {
  const at = (name: string, files: Readonly<Record<string, string>>): string => {
    const cwd = join(home, name);
    mkdirSync(join(cwd, 'talk', 'public'), { recursive: true });
    for (const [file, text] of Object.entries(files)) writeFileSync(join(cwd, file), text);
    return cwd;
  };

  test('writes the deck with the files it shows, and a report', async () => {
    const cwd = at('copies', {
      'talk/slides.md':
        '---\nmdc: true\nlang: en\nbackground: /sea.svg\n---\n\n# Sea\n\n![A lamp](/lamp.svg)\n\n![Gone](/gone.svg)\n',
      'talk/public/sea.svg': '<svg/>',
      'talk/public/lamp.svg': '<svg/>',
    });
    const effects = testEffects(cwd);
    await importForeign('talk', { name: 'sea', format: 'json' }, effects);
    const { tool, files, remarks } = JSON.parse(effects.printed.join('\n'));
    expect([tool, files]).toEqual(['slidev', 2]);
    expect(JSON.stringify(remarks)).toContain('public/gone.svg');
    expect(existsSync(join(cwd, 'sea/lamp.svg'))).toBe(true);
    expect(readFileSync(join(cwd, 'sea/deck.md'), 'utf8')).toContain('![A lamp](lamp.svg)');
    expect(readFileSync(join(cwd, 'sea/deck.md'), 'utf8')).toContain('background-image=sea.svg');
  });

  test('writes the references of a front matter beside the deck', async () => {
    const text = readFileSync(join(folder, 'pandoc-references.md'), 'utf8');
    const cwd = at('references', { 'talk/commons.md': text });
    await importForeign('talk/commons.md', { name: 'commons', as: 'pandoc' }, testEffects(cwd));
    expect(readFileSync(join(cwd, 'commons/references.yaml'), 'utf8')).toContain('- id: ostrom1990\n');
    expect(readFileSync(join(cwd, 'commons/deck.md'), 'utf8')).not.toContain('references:');
    const effects = testEffects(cwd);
    await check(['commons'], { browser: false }, effects);
    expect(effects.printed.join('\n')).not.toContain('citation-unknown');
  });

  test('finds what an embed of Obsidian names anywhere in its vault', async () => {
    const cwd = at('vault', {
      'talk/lamps.md': '---\ntheme: night\n---\n\n## Lamp\n\n![[lamp.svg]]\n\n![[sea/lamp.svg]]\n\n![[none.svg]]\n',
    });
    for (const folder of ['.obsidian', 'files/old', 'files/sea']) mkdirSync(join(cwd, folder), { recursive: true });
    writeFileSync(join(cwd, 'files/old/lamp.svg'), '<svg id="old"/>');
    writeFileSync(join(cwd, 'files/lamp.svg'), '<svg id="near"/>');
    writeFileSync(join(cwd, 'files/sea/lamp.svg'), '<svg id="sea"/>');
    const effects = testEffects(cwd);
    await importForeign('talk/lamps.md', { name: 'lamps', as: 'obsidian' }, effects);
    expect(readFileSync(join(cwd, 'lamps/lamp.svg'), 'utf8')).toContain('near');
    expect(readFileSync(join(cwd, 'lamps/sea/lamp.svg'), 'utf8')).toContain('sea');
    expect([...effects.printed, ...effects.reported].join('\n')).toMatch(/none\.svg.*not there/);
  });

  test.each([
    ['nothing there', 'none.md', /no file or folder none\.md/],
    ['an empty file', 'talk/empty.md', /is empty/],
    ['no deck of a tool', 'talk/plain.md', /has no sign of Marp/],
    ['a picture', 'talk/picture.md', /picture\.md/],
    ['a name that is taken', 'talk/talk.md', /overwrites nothing/],
    ['a folder without a deck', 'talk/public', /no Markdown file/],
  ])('refuses %s, and writes nothing', async (name, file, message) => {
    const cwd = at(name, {
      'talk/empty.md': ' \n',
      'talk/plain.md': '# A\n\nb\n',
      'talk/talk.md': '---\nmarp: true\n---\n# A\n',
    });
    writeFileSync(join(cwd, 'talk/picture.md'), Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0, 255, 254]));
    await expect(importForeign(file, {}, testEffects(cwd))).rejects.toThrow(message);
    expect(readdirSync(cwd)).toEqual(['talk']);
  });
});
