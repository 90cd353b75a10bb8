import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createPilcrow } from '../../src/api/create-pilcrow.js';
import { root } from '../support/command.js';

const run = promisify(execFile);
const bundled = { env: { ...process.env, PILCROW_BROWSER: 'bundled' } };

describe('the built package', () => {
  test('is embedded by a program of fifteen lines, which ends by itself', async () => {
    const program = join(root, 'test/fixtures/embed/program.mjs');
    const { stdout, stderr } = await run(process.execPath, [program], bundled);
    expect(stderr).toBe('');
    const said = JSON.parse(stdout);
    expect(said).toMatchObject({ pdf: '%PDF-', found: [], slides: [{ id: 'ports' }, { id: 'ships-come-in' }] });
    expect(said.handout).toBeGreaterThan(10_000);
    expect(said.key).toBeUndefined();
    expect(said.after).toEqual(said.before);
  });

  test('has types that hold with `skipLibCheck: false`', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'pilcrow-types-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    mkdirSync(join(folder, 'node_modules/@types'), { recursive: true });
    symlinkSync(root, join(folder, 'node_modules/pilcrow'));
    symlinkSync(join(root, 'node_modules/@types/node'), join(folder, 'node_modules/@types/node'));
    const options = { module: 'nodenext', target: 'es2022', strict: true, skipLibCheck: false, noEmit: true };
    const config = { compilerOptions: { ...options, types: ['node'] }, files: ['program.mts'] };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
    writeFileSync(
      join(folder, 'program.mts'),
      `import { createPilcrow, parseDeck, readDeck, renderSlides } from 'pilcrow';
await using pilcrow = await createPilcrow({ cache: false });
const deck = await pilcrow.render('# Ports', { edition: { audience: 'teacher' } });
export const bytes: number = (await deck.pdf()).byteLength;
export const stages = [readDeck, parseDeck, renderSlides];
`,
    );
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    await run(process.execPath, [tsc, '-p', folder]).catch(({ stdout }) => expect(stdout).toBe(''));
  });
});

test('disposing while a deck is printed rejects the printing, and leaves no listener', async () => {
  const before = ['exit', 'SIGINT', 'SIGTERM'].map((name) => process.listenerCount(name));
  const pilcrow = await createPilcrow({ cache: false, browser: 'bundled' });
  const deck = await pilcrow.render('# Ports');
  const printing = expect(deck.pdf()).rejects.toMatchObject({ code: 'interrupted' });
  const drawing = expect(
    pilcrow.render('# Ports\n\n```mermaid\nflowchart LR\naccTitle: a\naccDescr: b\na --> b\n```'),
  ).rejects.toMatchObject({ code: 'interrupted' });
  await new Promise((resolve) => setTimeout(resolve, 300));
  await pilcrow.dispose();
  await Promise.all([printing, drawing]);
  await expect.poll(() => ['exit', 'SIGINT', 'SIGTERM'].map((name) => process.listenerCount(name))).toEqual(before);
});
