import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root, run } from './support/command.js';

const folder = join(root, 'test/fixtures/security/requests');
const files = ['deck.md', 'own.css', 'more.css', 'page.html'];

interface Found {
  readonly path: string;
  readonly line: number;
  readonly rule: string;
  readonly message: string;
}

async function foundIn(deck: string): Promise<readonly Found[]> {
  const { printed } = await run(['check', deck, '--no-browser', '--quiet', '--format', 'json'], root);
  return JSON.parse(printed.join('\n')).diagnostics;
}

/** Hosts `h0.invalid`, `h1.invalid` … of a text, each with its line. */
function hostsIn(text: string): readonly { readonly host: string; readonly line: number }[] {
  return text
    .split('\n')
    .flatMap((line, index) => [...line.matchAll(/\bh\d+\.invalid/g)].map(([host]) => ({ host, line: index + 1 })));
}

test('each address of another host is a finding of its own, at its line, in whatever it is written', async () => {
  const found = (await foundIn('test/fixtures/security/requests')).filter(({ rule }) => rule === 'remote-resource');
  const planted = files.flatMap((file) =>
    hostsIn(readFileSync(join(folder, file), 'utf8')).map((one) => ({ ...one, file })),
  );
  expect(planted.length).toBeGreaterThanOrEqual(120);
  const missed = planted.filter(
    ({ host, line, file }) =>
      !found.some((one) => one.path.endsWith(`/${file}`) && one.line === line && one.message.includes(host)),
  );
  expect(missed).toEqual([]);
  const others = found.filter(({ message }) => !/\bh\d+\.invalid/.test(message)).map(({ message }) => message);
  expect(others).toEqual([expect.stringMatching(/^page\.xhtml is not shown in a frame/)]);
});
