import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { run } from './support/command.js';

const root = mkdtempSync(join(tmpdir(), 'pilcrow-untrusted-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

function write(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
}

test('style sheets of a deck that is not trusted are left out with all they import, and that is said', async () => {
  write({
    'outside.css': '.outside { color: red }',
    'slides/one/deck.md': '---\nlang: en\ncss: more.css\n---\n# One\n',
    'slides/one/style.css': '@import "../../outside.css";',
    'slides/one/more.css': '@import "https://example.org/more.css"; @import "link.css";',
  });
  symlinkSync(join(root, 'outside.css'), join(root, 'slides/one/link.css'));
  const { code, printed } = await run(['check', 'one', '--untrusted', '--no-browser'], root);
  const cure = '    Leave out --untrusted where you know what the deck does.';
  const said = printed.filter((line) => !/^ +\d+ \| |^ +\| /.test(line));
  expect([code, ...said]).toEqual([
    0,
    'slides/one/deck.md:3:6 warning untrusted "more.css" is left out: the deck is not trusted.',
    cure,
    'slides/one/style.css:1:1 warning untrusted slides/one/style.css is left out: the deck is not trusted.',
    cure,
    'slides/one/deck.md: 2 warnings',
  ]);
});
