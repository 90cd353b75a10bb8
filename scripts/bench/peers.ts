import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { findBrowser } from '../../src/browser/find-browser.js';
import type { Row } from './rows.js';

const run = promisify(execFile);

interface Peer {
  readonly name: string;
  /** Its command, in `node_modules/.bin`. */
  readonly command: string;
  readonly html: (deck: string, out: string) => readonly string[];
  readonly pdf: (deck: string, out: string) => readonly string[];
}

const peers: readonly Peer[] = [
  {
    name: 'Marp',
    command: 'marp',
    html: (deck, out) => [deck, '--output', `${out}.html`, '--no-stdin'],
    pdf: (deck, out) => [deck, '--pdf', '--output', `${out}.pdf`, '--no-stdin', '--allow-local-files'],
  },
  {
    name: 'reveal-md',
    command: 'reveal-md',
    html: (deck, out) => [deck, '--static', out],
    pdf: (deck, out) => [deck, '--print', `${out}.pdf`],
  },
  {
    name: 'Slidev',
    command: 'slidev',
    html: (deck, out) => ['build', deck, '--out', out],
    pdf: (deck, out) => ['export', deck, '--output', `${out}.pdf`],
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
      const row = (what: string, args: (deck: string, out: string) => readonly string[]): Row => ({
        name: `${what} by ${name}, ${count} slides`,
        of: `floor: Chromium prints, bundled, ${count} slides`,
        ready: (place) => place.deck(`plain-${count}`, count),
        work: async ({ folder: work }) => {
          const { executable, env } = await findBrowser(undefined, process.env, new AbortController().signal);
          await run(bin(command), args(deck, join(work, `peer-${command}`)), {
            cwd: work,
            env: { ...process.env, ...env, CHROME_PATH: executable, PUPPETEER_EXECUTABLE_PATH: executable },
            maxBuffer: 1 << 26,
          });
        },
      });
      return [row('site', html), row('PDF', pdf)];
    }),
  );
}
