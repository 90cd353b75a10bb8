import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launchRecorded } from '../test/support/recorded-browser.js';
import { serveFolder } from '../test/support/site-server.js';
import { walkDeck } from '../test/support/walk-deck.js';

/** Walks every deck of `slides/` in every length, as the presenter's file and on the site, and prints what was asked of others. */
const decks = readdirSync('slides').filter((name) => !/^[_.]/.test(name));
const out = mkdtempSync(join(tmpdir(), 'pilcrow-soak-'));
const recorded = await launchRecorded();
const site = await serveFolder(join(out, 'site'));
let walks = 0;
let asked = 0;
try {
  for (const cut of [undefined, '15', '90']) {
    const options = [...decks, '--quiet', '--draft', '--out', out, ...(cut === undefined ? [] : ['--cut', cut])];
    execFileSync('node', ['dist/lib/cli.js', 'build', ...options], { stdio: 'inherit' });
    execFileSync('node', ['dist/lib/cli.js', 'export', '--to', 'html', ...options], { stdio: 'inherit' });
    for (const deck of decks) {
      const { href } = pathToFileURL(join(out, 'export', deck, `${deck}.html`));
      const page = `${site.url}${deck}/`;
      for (const [url, own] of [[href, href] as const, [`${page}index.html`, page] as const]) {
        const others = await walkDeck(recorded, url, own);
        walks += 1;
        asked += others.length;
        console.log(`${deck} ${cut ?? ''} ${others.length === 0 ? 'asks for nothing' : others.join(' ')}`);
      }
    }
  }
} finally {
  await site.close();
  await recorded.close();
  rmSync(out, { recursive: true, force: true });
}
console.log(`${walks} walks, ${asked} requests to others`);
process.exitCode = asked === 0 ? 0 : 1;
