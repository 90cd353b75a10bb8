import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatDiagnostic } from '../src/diagnostic.js';
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

  test('say where a key is missing or used twice', () => {
    expect(read('- title: A').diagnostics.map(formatDiagnostic)).toEqual([
      'references.yaml:1:3 error references `0.id`: expected a key to cite it by.',
    ]);
    expect(read('- id: a\n- id: a').diagnostics.map(formatDiagnostic)).toEqual([
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
