import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launchRecorded } from '../test/support/recorded-browser.js';
import { serveFolder } from '../test/support/site-server.js';
import { walkDeck } from '../test/support/walk-deck.js';

/**
 * Walks every deck of `slides/` in every length, as the presenter's file and on the site, through a proxy that records what is asked
 * of others. `say` gets a line a walk.
 */
export async function soakRequests(
  say: (line: string) => void,
): Promise<{ readonly walks: number; readonly asked: number }> {
  const decks = readdirSync('slides').filter((name) => !/^[_.]/.test(name));
  const out = mkdtempSync(join(tmpdir(), 'pilcrow-soak-'));
  const recorded = await launchRecorded();
  const site = await serveFolder(join(out, 'site'));
  let walks = 0;
  let asked = 0;
  try {
    for (const cut of [undefined, '15', '90']) {
      const made = decks.filter(
        (deck) => cut === undefined || /^cuts:/m.test(readFileSync(`slides/${deck}/deck.md`, 'utf8')),
      );
      const options = [...made, '--quiet', '--draft', '--out', out, ...(cut === undefined ? [] : ['--cut', cut])];
      // A cut of a deck may have errors, such as links to slides it leaves out; it is written as a draft all the same.
      spawnSync('node', ['dist/lib/cli.js', 'build', ...options], { stdio: 'ignore' });
      spawnSync('node', ['dist/lib/cli.js', 'export', '--to', 'html', ...options], { stdio: 'ignore' });
      for (const deck of made) {
        const { href } = pathToFileURL(join(out, 'export', deck, `${deck}.html`));
        const page = `${site.url}${deck}/`;
        for (const [url, own] of [[href, href] as const, [`${page}index.html`, page] as const]) {
          const others = await walkDeck(recorded, url, own);
          walks += 1;
          asked += others.length;
          say(`${deck} ${cut ?? ''} ${others.length === 0 ? 'asks for nothing' : others.join(' ')}`);
        }
      }
    }
  } finally {
    await site.close();
    await recorded.close();
    rmSync(out, { recursive: true, force: true });
  }
  return { walks, asked };
}
