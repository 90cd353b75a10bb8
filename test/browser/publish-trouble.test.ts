import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type Outcome, run } from '../support/command.js';

const folder = mkdtempSync(join(tmpdir(), 'pilcrow-trouble-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Exports a deck with a script of its own, and after it one that is in order. */
async function exportWith(name: string, script: string): Promise<Outcome> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.js`), script);
  writeFileSync(join(folder, `${name}.md`), `---\nscripts: ${name}.js\n---\n# Scripted\n\n---\n\n## Second\n`);
  writeFileSync(join(folder, 'fine.md'), '# Fine\n');
  return run(['export', `${name}.md`, 'fine.md', '--quiet', '--out', name], folder);
}

const pdf = (out: string, name: string): boolean => existsSync(join(folder, out, 'export', name, 'slides.pdf'));

test('a script that moves slides away is an error of its deck; the next deck is made', async () => {
  const { code, reported } = await exportWith('removes', 'document.querySelector("h1").remove();');
  expect(code).toBe(1);
  expect(reported).toEqual([
    expect.stringMatching(
      /^removes\.md:4:1 error pdf-mismatch .*the page of slide 1 does not show its title "Scripted"/,
    ),
    'removes.md: 1 error',
    'removes.md:1:1 removes was not written: it has errors. --draft writes it all the same.',
  ]);
  expect([pdf('removes', 'removes'), pdf('removes', 'fine')]).toEqual([false, true]);
});

test('a draft whose PDF was not kept says so', async () => {
  writeFileSync(join(folder, 'late.js'), 'document.querySelector("h1").remove();');
  writeFileSync(join(folder, 'late.md'), '---\nscripts: late.js\n---\n# Scripted\n\n![A quay](none.png)\n');
  const { code, reported } = await run(['export', 'late.md', '--draft', '--quiet', '--to', 'pdf'], folder);
  expect(code).toBe(1);
  expect(reported).toEqual([
    expect.stringMatching(/ error pdf-mismatch /),
    expect.stringMatching(/ error image-missing /),
    'late.md: 2 errors',
  ]);
});

test('what a script asks of the network is refused and said', async () => {
  const { code, reported } = await exportWith(
    'asks',
    'fetch("https://spy.example/x").catch(() => {}); new Image().src = "https://spy.example/y.png"; new WebSocket("wss://spy.example/");',
  );
  expect(code).toBe(0);
  expect(
    reported
      .slice(0, -1)
      .map((line) => /^asks\.md:1:1 warning remote-resource .*?(\w+:\/\/\S+)/.exec(line)?.[1])
      .sort(),
  ).toEqual(['https://spy.example/x', 'https://spy.example/y.png', 'wss://spy.example/']);
});

test('a script that fails is said', async () => {
  const { code, reported } = await exportWith('throws', 'throw new Error("no tide today")');
  expect([code, ...reported]).toEqual([
    0,
    'throws.md:1:1 warning script-failed A script of the deck fails while it is shown: no tide today. Correct the script, or remove it from `scripts:`.',
    'throws.md: 1 warning',
  ]);
});

test('a version without a slide is an error at once', async () => {
  writeFileSync(join(folder, 'long.md'), '---\nminutes: 30\n---\n# Long {cut=20}\n');
  for (const command of ['build', 'export', 'check']) {
    const { code, printed, reported } = await run(
      [command, 'long.md', '--cut', '10', '--out', 'none'].slice(0, command === 'check' ? 4 : 6),
      folder,
    );
    expect(code).toBe(1);
    const said = [...printed, ...reported].join('\n');
    expect(said).toMatch(
      /^long\.md:1:1 error empty-edition No slide is left in the student's version of 10 minutes: all belong to other lengths or readers\.\s/,
    );
    expect(said).toContain('Choose another --cut, or give a slide a smaller {cut=…}.');
  }
  expect(existsSync(join(folder, 'none'))).toBe(false);
});

test('a background video that is not there holds nothing up', async () => {
  writeFileSync(join(folder, 'video.md'), '<!-- .slide: data-background-video="none.webm" -->\n\n# Waves\n');
  const { code, reported } = await run(['export', 'video.md', '--draft', '--quiet', '--out', 'video'], folder);
  expect(code).toBe(1);
  expect(reported).toEqual([expect.stringMatching(/^video\.md:1:1 error image-missing /), 'video.md: 1 error']);
  expect(pdf('video', 'video')).toBe(true);
});
