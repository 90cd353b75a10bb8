import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatDiagnostic } from '../src/model/diagnostic.js';
import { readBibliography } from '../src/read/bibliography.js';
import { readDeck } from '../src/read/deck.js';
import { readFrontMatter } from '../src/read/front-matter.js';
import { includedPath } from '../src/read/includes.js';
import { readReferences } from '../src/read/references.js';
import { readTextFile } from '../src/read/text-file.js';
import { testEffects } from './support/effects.js';
import { testTwins } from './support/twins.js';

testTwins('read', 'txt', (text) => {
  const { settings, styles, scripts, bodyLine, diagnostics } = readFrontMatter(text, 'deck.md', true);
  const { places: _, ...values } = settings;
  const named = [...styles, ...scripts].map(({ named }) => named);
  return `${JSON.stringify({ settings: values, named, bodyLine }, null, 1)}\n${diagnostics.map(formatDiagnostic).join('\n')}\n`;
});

describe('references', () => {
  const read = (text: string) => readReferences({ path: 'references.yaml', file: '/references.yaml', text });

  test('are read from a list, from a mapping and from CSL-JSON', () => {
    expect(read('- {id: a, title: A}').references.map(({ id }) => id)).toEqual(['a']);
    expect(read('references:\n  - id: b').references[0]?.place).toEqual({
      path: 'references.yaml',
      line: 2,
      column: 5,
    });
    expect(read('[{"id": "c", "author": [{"family": "Doe"}]}]').references[0]?.author?.[0]?.family).toBe('Doe');
  });

  test('say where a key is missing or used twice', async () => {
    expect(read('- title: A').diagnostics.map(formatDiagnostic)).toEqual([
      'references.yaml:1:3 error references `0.id`: expected a key to cite it by.',
    ]);
    expect(
      (
        await readBibliography([{ path: 'references.yaml', file: '/references.yaml', text: '- id: a\n- id: a' }])
      ).diagnostics.map(formatDiagnostic),
    ).toEqual([
      'references.yaml:2:3 error references The key "a" is used by two references. Give one of them another key.',
    ]);
  });
});

test('an include is a comment of its own', () => {
  expect(includedPath('<!-- include: ../_shared/method.md -->')).toBe('../_shared/method.md');
  expect(includedPath('<!-- include: a.md --> more')).toBeUndefined();
});

test('a text saved on Windows reads the same', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pilcrow-read-'));
  const file = join(folder, 'deck.md');
  writeFileSync(file, '\ufeff# One\r\n\r\nTwo\r\n');
  expect((await readTextFile(file, testEffects(folder)))?.text).toBe('# One\n\nTwo\n');
});

describe("reveal-md's own files", () => {
  const read = async (files: Readonly<Record<string, string>>) => {
    const folder = mkdtempSync(join(tmpdir(), 'pilcrow-read-'));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const location = { name: 'deck', file: join(folder, 'talk.md'), folder, isFolder: false };
    const { settings, styles, diagnostics } = await readDeck(location, testEffects(folder));
    return { settings, styles: styles.map(({ path }) => path), said: diagnostics.map(formatDiagnostic) };
  };

  test('hold beneath the front matter, each value with its own place', async () => {
    const { settings, styles, said } = await read({
      'talk.md': '---\ntheme: white\nrevealOptions:\n  loop: true\n---\n\n# One\n',
      'reveal-md.json': '{\n  "theme": "night",\n  "separator": "^===$",\n  "css": "own.css",\n  "sepparator": "x"\n}',
      'reveal.json': '{\n  "transition": "fade",\n  "loop": false,\n  "controlls": false\n}',
      'own.css': 'p { color: red }',
    });
    expect(settings).toMatchObject({ separator: '^===$', mode: 'light', usesOwnTheme: false });
    expect(settings.revealOptions).toEqual({ transition: 'fade', loop: true, controlls: false });
    expect(styles).toEqual(['own.css']);
    expect(said).toEqual([
      'reveal-md.json:5:3 warning unknown-setting `sepparator` is no setting. Did you mean `separator`?',
      'reveal.json:4:3 warning unknown-setting `controlls` is no option of Reveal. Did you mean `controls`?',
      'talk.md:2:8 note theme The Reveal theme "white" is shown as our light theme.',
    ]);
  });

  test('alone are enough, and are said where they are broken', async () => {
    const alone = await read({ 'talk.md': '# One\n', 'reveal-md.json': '{ "theme": "night" }' });
    expect(alone.settings.mode).toBe('dark');
    const broken = await read({ 'talk.md': '# One\n', 'reveal-md.json': '{ "theme": ', 'reveal.json': '[]' });
    expect(broken.said.map((one) => one.slice(0, 34))).toEqual([
      'reveal-md.json:1:12 error yaml Thi',
      'reveal.json:1:1 error yaml The fil',
    ]);
  });

  test('of a deck that is not trusted give the harmless options only', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'pilcrow-read-'));
    writeFileSync(join(folder, 'talk.md'), '# One\n');
    writeFileSync(
      join(folder, 'reveal.json'),
      '{ "loop": true, "dependencies": [1], "parallaxBackgroundImage": "https://example.org/a.png" }',
    );
    const location = { name: 'deck', file: join(folder, 'talk.md'), folder, isFolder: false };
    const { settings } = await readDeck(location, testEffects(folder), { untrusted: true });
    expect(settings.revealOptions).toEqual({ loop: true });
  });
});
