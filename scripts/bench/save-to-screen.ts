import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { cli, type Workplace, withBrowser } from './workplace.js';

/** Milliseconds from a save to the slide on the screen, a body's change and a heading's, and a picture of the window in between. */
export interface SaveTimes {
  readonly body: readonly number[];
  readonly heading: readonly number[];
  readonly picture: readonly number[];
}

/** Shows a deck with `dev`, saves it so often with another word on its third slide, and waits for the word to be seen. */
export async function saveToScreen({ folder }: Workplace, deck: string, times: number): Promise<SaveTimes> {
  const file = join(folder, 'slides', deck, 'deck.md');
  const text = readFileSync(file, 'utf8');
  const server = spawn(
    process.execPath,
    [cli, 'dev', deck, '--port', String(await freePort()), '--browser', 'bundled'],
    { cwd: folder },
  );
  try {
    const url = await new Promise<string>((resolve, reject) => {
      let said = '';
      const listen = (data: unknown): void => {
        said += String(data);
        const found = /http:\S+/.exec(said)?.[0];
        if (found !== undefined) resolve(found);
      };
      server.stdout.on('data', listen);
      server.stderr.on('data', listen);
      server.on('exit', () => reject(new Error(`dev ended early: ${said}`)));
    });
    const origin = new URL('/', url).href;
    const body: number[] = [];
    const heading: number[] = [];
    const picture: number[] = [];
    await withBrowser(
      'bundled',
      (browser) =>
        browser.withPage({ allow: (asked) => asked.startsWith(origin) }, async (page) => {
          await page.goto(url);
          await page.waitForFunction('globalThis.deck?.isReady()', { timeout: 120_000 });
          await page.waitForNetworkIdle({ idleTime: 500 });
          const save = async (taken: number[], from: RegExp, word: string): Promise<void> => {
            // The first is looked for and compiled; a person saves a file that was shown a moment ago.
            await new Promise((resolve) => setTimeout(resolve, 400));
            const changed = text.replace(from, (line) => `${line} ${word}`);
            if (changed === text) throw new Error(`the deck has no ${from}`);
            const seen = page.waitForFunction(
              (expected) => document.querySelector('.slides')?.textContent?.includes(expected) === true,
              { polling: 'mutation', timeout: 60_000 },
              word,
            );
            const start = performance.now();
            writeFileSync(file, changed);
            await seen;
            taken.push(performance.now() - start);
          };
          for (let time = 0; time <= times; time++) {
            await save(body, /The first point of slide \d+/, `body${time}x`);
            await save(heading, /^## Slide \d+ claims that lists are read/m, `heading${time}x`);
            const start = performance.now();
            await page.screenshot();
            picture.push(performance.now() - start);
          }
        }),
      '127.0.0.1',
    );
    return { body: body.slice(1), heading: heading.slice(1), picture: picture.slice(1) };
  } finally {
    const ended = new Promise((resolve) => server.on('exit', resolve));
    if (server.exitCode === null) {
      server.kill('SIGTERM');
      await ended;
    }
    writeFileSync(file, text);
  }
}

/** One that nobody listens on at this moment. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
