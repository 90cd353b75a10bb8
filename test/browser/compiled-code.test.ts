import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { installed, root } from '../support/command.js';

const work = mkdtempSync(join(tmpdir(), 'pilcrow-compiled-'));
const library = join(work, 'dist/lib');
cpSync(join(root, 'dist'), join(work, 'dist'), { recursive: true });
cpSync(join(root, 'package.json'), join(work, 'package.json'));
symlinkSync(join(root, 'node_modules'), join(work, 'node_modules'));
const script = pathOf('.script');
const compiled = pathOf('.script.compiled');
const [source, kept] = [readFileSync(script), readFileSync(compiled)];
const expected = checked(installed);

beforeEach(() => {
  writeFileSync(script, source);
  writeFileSync(compiled, kept);
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

describe('compiled code kept beside the script', () => {
  test('is used', () => {
    expect(expected).toMatchObject({ status: 1, stderr: expect.not.stringContaining('Warning') });
    expect(afterLoading()).toBeGreaterThan(kept.length * 0.9);
  });

  test.each([
    ['missing', () => rmSync(compiled)],
    ['empty', () => writeFileSync(compiled, '')],
    ['cut off', () => writeFileSync(compiled, kept.subarray(0, kept.length / 2))],
    ['damaged in one byte', () => writeFileSync(compiled, flipped(kept, kept.length / 2))],
    ['of another Node', () => writeFileSync(compiled, flipped(kept, 0))],
    ['of another script of this length', () => writeFileSync(script, renamed(source))],
  ])('is not used where it is %s, and nobody notices', (_what, change) => {
    change();
    expect(checked(join(library, 'cli.js'))).toEqual(expected);
    expect(afterLoading()).toBeLessThan(kept.length * 0.8);
  });

  test('is not used with other flags of V8, and nobody notices', () => {
    expect(checked(join(library, 'cli.js'), ['--no-opt'])).toEqual(expected);
    expect(afterLoading(['--no-opt'])).toBeLessThan(kept.length * 0.8);
  });
});

/** How much compiled code there is when the script has been loaded and none of it called: much only where it came compiled. */
function afterLoading(flags: readonly string[] = []): number {
  const code = `
    await import(${JSON.stringify(pathToFileURL(script.replace(/\.script$/, '.js')))});
    const { keepCompiled } = await import(${JSON.stringify(pathToFileURL(join(library, 'run-script.js')))});
    keepCompiled();`;
  execFileSync(process.execPath, [...flags, '--input-type=module', '--eval', code]);
  return statSync(compiled).size;
}

function checked(command: string, flags: readonly string[] = []): unknown {
  const args = [...flags, command, 'check', '--no-browser', 'gallery', 'test/fixtures/decks/bad/link-broken.md'];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  return { status, stdout, stderr };
}

function pathOf(ending: string): string {
  const chunks = join(library, 'chunks');
  const name = readdirSync(chunks).find((file) => file.endsWith(ending));
  if (name === undefined) throw new Error(`There is no ${ending} in ${chunks}.`);
  return join(chunks, name);
}

function flipped(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy.writeUInt8(copy.readUInt8(Math.floor(at)) ^ 1, Math.floor(at));
  return copy;
}

/** Another script as long as this one. */
function renamed(bytes: Buffer): Buffer {
  return Buffer.from(bytes.toString('latin1').replace('// src/check/rule.ts', '// src/check/RULE.ts'), 'latin1');
}
