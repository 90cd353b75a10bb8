import { execFile } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { findBrowser } from '../../src/browser/find-browser.js';
import type { Row } from './rows.js';

const run = promisify(execFile);

interface Peer {
  readonly name: string;
  /** Its command, in `node_modules/.bin`. */
  readonly command: string;
  readonly html: Making;
  readonly pdf: Making;
}

interface Making {
  /** What the command is given; `out` is a path of its own. */
  readonly args: (deck: string, out: string, browser: string) => readonly string[];
  /** What stands behind `out` in the name of what it makes. */
  readonly makes: string;
}

const peers: readonly Peer[] = [
  {
    name: 'Marp',
    command: 'marp',
    html: { args: (deck, out) => [deck, '--output', `${out}.html`, '--no-stdin'], makes: '.html' },
    pdf: {
      args: (deck, out) => [deck, '--pdf', '--output', `${out}.pdf`, '--no-stdin', '--allow-local-files'],
      makes: '.pdf',
    },
  },
  {
    name: 'reveal-md',
    command: 'reveal-md',
    html: { args: (deck, out) => [deck, '--static', out], makes: '/index.html' },
    pdf: {
      args: (deck, out, browser) => [
        deck,
        '--print',
        `${out}.pdf`,
        '--puppeteer-launch-args=--no-sandbox',
        `--puppeteer-chromium-executable=${browser}`,
      ],
      makes: '.pdf',
    },
  },
  {
    name: 'Slidev',
    command: 'slidev',
    html: { args: (deck, out) => ['build', deck, '--out', out], makes: '/index.html' },
    pdf: { args: (deck, out) => ['export', deck, '--output', `${out}.pdf`], makes: '.pdf' },
  },
];

/** Rows of the other tools that a folder has in its `node_modules`, on the same decks, each beside ours; none without a folder. */
export function peerRows(folder: string | undefined): readonly Row[] {
  if (folder === undefined || folder === '') return [];
  const bin = (command: string): string => join(resolve(folder), 'node_modules/.bin', command);
  const here = peers.filter(({ command }) => existsSync(bin(command)));
  if (here.length === 0) throw new Error(`${folder} has none of ${peers.map(({ command }) => command).join(', ')}.`);
  return [20, 200].flatMap((count) =>
    here.flatMap(({ name, command, html, pdf }): readonly Row[] => {
      const deck = `slides/plain-${count}/deck.md`;
      const row = (what: string, { args, makes }: Making): Row => ({
        name: `${what} by ${name}, ${count} slides`,
        isPeer: true,
        of: `floor: Chromium prints, bundled, ${count} slides`,
        ready: (place) => place.deck(`plain-${count}`, count),
        prepare: ({ folder: work }) => rmSync(join(work, `peer-${command}${makes}`), { recursive: true, force: true }),
        work: async ({ folder: work }) => {
          const out = join(work, `peer-${command}`);
          const { executable, env } = await findBrowser(undefined, process.env, new AbortController().signal);
          const { stderr } = await run(bin(command), args(deck, out, executable), {
            cwd: work,
            env: { ...process.env, ...env, CHROME_PATH: executable, PUPPETEER_EXECUTABLE_PATH: executable },
            maxBuffer: 1 << 26,
          });
          // Some end well without having made anything.
          if (!existsSync(`${out}${makes}`)) throw new Error(`${command} made no ${makes}: ${stderr.slice(0, 300)}`);
        },
      });
      return [row('site', html), row('PDF', pdf)];
    }),
  );
}
