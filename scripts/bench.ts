/**
 * Measures whole processes, as a user starts them, and prints medians and ratios within this one run.
 * The floor is Chromium by itself: started, given the finished HTML, printing it, ended. Usage: npm run bench [-- runs]
 */
import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { createBrowserProvider } from '../src/browser/browser-provider.js';
import { formats } from '../src/export/formats.js';
import { peakMemory } from '../test/support/peak-memory.js';
import { benchDeck } from './bench-deck.js';
import { benchDrawings } from './bench-drawings.js';
import { benchEvidence, benchLongSource } from './bench-evidence.js';

const run = promisify(execFile);
/** Those that can be made. */
const paperNames = Object.keys(formats).filter((name) => !['site', 'html', 'pdf'].includes(name));
const runs = Number(process.argv[2] ?? 5);
const cli = fileURLToPath(new URL('../dist/lib/cli.js', import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'pilcrow-bench-'));
const cache = join(work, 'node_modules/.cache/pilcrow');
process.on('exit', () => rmSync(work, { recursive: true, force: true }));

/** Seconds; the median of several runs, each prepared anew. */
async function seconds(
  work: () => Promise<unknown>,
  prepare: () => void = () => undefined,
  times = runs,
): Promise<number> {
  const taken: number[] = [];
  for (let i = 0; i < times; i++) {
    prepare();
    const start = performance.now();
    await work();
    taken.push((performance.now() - start) / 1000);
  }
  return taken.sort((a, b) => a - b)[Math.floor(taken.length / 2)] ?? Number.NaN;
}

const pilcrow = (...args: readonly string[]): Promise<unknown> =>
  run('node', [cli, ...args, '--quiet', '--browser', 'bundled'], { cwd: work, maxBuffer: 1 << 26 });

const checkWithoutBrowser = (name: string): Promise<unknown> =>
  run('node', [cli, 'check', name, '--no-browser', '--quiet'], { cwd: work });

function deck(name: string, slides: number, diagrams: number): void {
  mkdirSync(join(work, 'slides', name), { recursive: true });
  writeFileSync(join(work, 'slides', name, 'deck.md'), benchDeck(slides, diagrams));
}

/** The finished HTML: a deck's pages as they stand in print view, without the scripts that put them there. */
async function finish(name: string): Promise<void> {
  const browser = createBrowserProvider({ choice: 'bundled', env: process.env });
  const file = join(work, 'dist/export', name, `${name}.html`);
  await browser.withPage({ allow: () => true }, async (page) => {
    await page.goto(`${pathToFileURL(file).href}?view=print`, { waitUntil: 'load' });
    await page.waitForSelector('.pdf-page');
    const html = await page.evaluate(() => {
      for (const element of document.querySelectorAll('script, meta[http-equiv]')) element.remove();
      return `<!doctype html>${document.documentElement.outerHTML}`;
    });
    writeFileSync(join(work, `${name}.html`), html);
  });
  await browser.close();
}

/** The browser's own command line where a system browser has one; the bundled one ends only when it is driven. */
async function printFinished(name: string): Promise<void> {
  const file = join(work, `${name}.html`);
  const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'];
  const system = ['google-chrome', 'chromium'].find((command) => existsSync(join('/usr/bin', command)));
  if (system !== undefined) {
    const profile = `--user-data-dir=${join(work, 'profile')}`;
    await run(system, [...flags, profile, '--no-pdf-header-footer', `--print-to-pdf=${join(work, 'floor.pdf')}`, file]);
    return;
  }
  const browser = createBrowserProvider({ choice: 'bundled', env: process.env });
  await browser.withPage({ allow: () => true }, async (page) => {
    await page.goto(pathToFileURL(file).href, { waitUntil: 'load' });
    await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: false, outline: false });
  });
  await browser.close();
}

async function main(): Promise<void> {
  mkdirSync(cache, { recursive: true });
  deck('twenty', 20, 5);
  deck('plain', 20, 0);
  deck('long', 200, 50);
  deck('many', 200, 0);
  cpSync('slides/belarus-deterrence', join(work, 'slides/belarus-deterrence'), { recursive: true });
  /** Outputs are forgotten too: what is kept of them would leave nothing to make. */
  const forgetting =
    (...kinds: readonly string[]) =>
    (): void => {
      for (const kind of ['outputs', ...kinds]) rmSync(join(cache, kind), { recursive: true, force: true });
    };

  await pilcrow('build');
  await pilcrow('export');
  await finish('twenty');
  await finish('long');

  const start = await seconds(() => run('node', ['-e', '0']));
  const site = await seconds(() => pilcrow('build', 'twenty'), forgetting());
  const siteMeasured = await seconds(() => pilcrow('build', 'twenty'), forgetting('layouts'));
  const checkText = await seconds(() => checkWithoutBrowser('long'), undefined, 3 * runs);
  const checkSeminar = await seconds(() => checkWithoutBrowser('belarus-deterrence'));
  const check20 = await seconds(() => pilcrow('check', 'plain'), forgetting('layouts'), 3);
  const check200 = await seconds(() => pilcrow('check', 'many'), forgetting('layouts'), 3);
  await pilcrow('build', 'twenty');
  const unchanged20 = await seconds(() => pilcrow('build', 'twenty'));
  await pilcrow('build', 'long');
  const unchanged200 = await seconds(() => pilcrow('build', 'long'));
  await pilcrow('export', 'belarus-deterrence');
  const unchangedAll = await seconds(() => pilcrow('export', 'belarus-deterrence'));
  const floor20 = await seconds(() => printFinished('twenty'));
  const pdf20 = await seconds(() => pilcrow('export', 'twenty', '--to', 'pdf'), forgetting());
  const pdf20cold = await seconds(() => pilcrow('export', 'twenty', '--to', 'pdf'), forgetting('drawings'));
  const seminar = await seconds(() => pilcrow('export', 'belarus-deterrence', '--to', 'pdf'), forgetting());
  const papers = await seconds(
    () => pilcrow('export', 'belarus-deterrence', '--to', paperNames.join(',')),
    forgetting(),
  );
  const floor200 = await seconds(() => printFinished('long'), undefined, 3);
  const pdf200 = await seconds(() => pilcrow('export', 'long', '--to', 'pdf'), forgetting(), 3);
  const longSource = benchLongSource();
  const evidence = [1, 2, 3].map(benchEvidence).sort((a, b) => a - b)[1] ?? Number.NaN;
  const drawings = await benchDrawings();
  forgetting()();
  const memory = await peakMemory([cli, 'export', 'long', '--to', 'pdf', '--quiet', '--browser', 'bundled'], work);

  const rows: readonly (readonly string[])[] = [
    ['node itself', `${start.toFixed(2)} s`, '', ''],
    ['site of 20 slides, drawings cached', `${site.toFixed(2)} s`, '', '≤ 0.6 s'],
    ['the same, slides measured anew', `${siteMeasured.toFixed(2)} s`, '', ''],
    ['check of 200 slides without a browser', `${checkText.toFixed(2)} s`, '', '≤ 0.3 s'],
    ['check of the seminar deck without a browser', `${checkSeminar.toFixed(2)} s`, '', ''],
    ['build of 20 slides, nothing changed', `${unchanged20.toFixed(2)} s`, `${ratio(unchanged20, start)} of node`, ''],
    [
      'build of 200 slides, nothing changed',
      `${unchanged200.toFixed(2)} s`,
      `${ratio(unchanged200, start)} of node`,
      '',
    ],
    [
      'export of all of the seminar deck, nothing changed',
      `${unchangedAll.toFixed(2)} s`,
      `${ratio(unchangedAll, start)} of node`,
      '',
    ],
    ['check of 20 slides with a browser', `${check20.toFixed(2)} s`, '', ''],
    ['check of 200 slides with a browser', `${check200.toFixed(2)} s`, `${ratio(check200, check20)} of 20`, ''],
    ['floor, 20 slides', `${floor20.toFixed(2)} s`, '', ''],
    ['PDF of 20 slides, drawings cached', `${pdf20.toFixed(2)} s`, ratio(pdf20, floor20), '≤ 1.8×'],
    ['PDF of 20 slides, 5 drawings to make', `${pdf20cold.toFixed(2)} s`, ratio(pdf20cold, floor20), '≤ 3.2×'],
    ['PDF of the seminar deck', `${seminar.toFixed(2)} s`, '', ''],
    [`its papers (${paperNames.join(', ')})`, `${papers.toFixed(2)} s`, `${ratio(papers, seminar)} of that`, '≤ 2.5×'],
    ['floor, 200 slides', `${floor200.toFixed(2)} s`, '', ''],
    ['PDF of 200 slides, drawings cached', `${pdf200.toFixed(2)} s`, ratio(pdf200, floor200), '≤ 1.4×'],
    ['its peak memory', `${memory.toFixed(0)} MiB`, '', '≤ 650 MiB'],
    ['50 diagrams of 8 kinds, browser included', `${drawings.cold.toFixed(2)} s`, '', '≤ 3.5 s'],
    ['the same, cached', `${(drawings.cached * 1000).toFixed(0)} ms`, '', '≤ 50 ms'],
    ['a map, data included', `${(drawings.map * 1000).toFixed(0)} ms`, '', '≤ 150 ms'],
    ['a chart of 200 values, read and drawn', `${(drawings.chart * 1000).toFixed(0)} ms`, '', '≤ 80 ms'],
    ['500 claims, ten sources of 10,000 words', `${evidence.toFixed(2)} s`, '', '≤ 0.2 s'],
    ['300 claims, a source of 300 pages, CPU', `${longSource.seconds.toFixed(2)} s`, '', '≤ 0.7 s'],
    ['its memory', `${longSource.mebibytes.toFixed(0)} MiB`, '', '≤ 120 MiB'],
    ['first load, code without fonts', `${kilobytes(codeOf('plain'))} KB gzip`, '', '≤ 65 KB'],
    ['a diagram', `${((codeOf('twenty') - codeOf('plain')) / 5 / 1024).toFixed(1)} KB gzip`, '', '≤ 4 KB'],
  ];
  console.log('| what | median | of the floor | target |\n|---|---|---|---|');
  for (const row of rows) console.log(`| ${row.join(' | ')} |`);
}

/** Bytes of page, scripts and styles of a deck's site, each as a server would compress it. */
function codeOf(name: string): number {
  const folder = join(work, 'dist/site', name);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.(html|js|css)$/.test(file),
  );
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0);
}

const ratio = (value: number, floor: number): string => `${(value / floor).toFixed(2)}×`;
const kilobytes = (bytes: number): string => (bytes / 1024).toFixed(1);

if (!existsSync(cli)) throw new Error(`${dirname(cli)} is not built; run npm run compile first.`);
await main();
