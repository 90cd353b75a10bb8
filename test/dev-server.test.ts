import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nodeFiles } from '../src/system/node-files.js';
import type { DevPage } from '../src/vite/deck-plugin.js';
import { type DevServer, startDevServer } from '../src/vite/dev-server.js';

const page: DevPage = {
  html: () => '<html><body>shown</body></html>',
  slides: [],
  frame: '',
  plan: '',
  judge: async () => [],
  watched: [],
  fileAt: () => undefined,
  files: nodeFiles,
};
const silent = { judged: () => undefined, failed: () => undefined };

async function serving(make: () => Promise<DevPage>, use: (server: DevServer) => Promise<void>): Promise<void> {
  const server = await startDevServer([{ name: 'talk', make }], 4890, silent);
  try {
    await use(server);
  } finally {
    await server.close();
  }
}

test('the address is known before a deck is made, and who asks for it meanwhile gets it when it is made', async () => {
  const said: string[] = [];
  let finish = (): void => undefined;
  const made = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const make = async (): Promise<DevPage> => {
    await made;
    said.push('made');
    return page;
  };
  await serving(make, async (server) => {
    said.push(server.url === '' ? '' : 'address');
    const asked = fetch(`${server.url}talk/`).then((response) => response.text());
    const started = server.start();
    finish();
    expect(await asked).toContain('shown');
    await started;
  });
  expect(said).toEqual(['address', 'made']);
});

test('a deck that cannot be made at all ends the server with its reason', async () => {
  const make = (): Promise<DevPage> => Promise.reject(new Error('no deck'));
  await serving(make, async (server) => {
    await expect(server.start()).rejects.toThrow('no deck');
  });
});

test('a film is sent in the ranges that are asked for', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pilcrow-film-'));
  const film = join(folder, 'film.mp4');
  writeFileSync(film, 'begin');
  truncateSync(film, 3 * 2 ** 20);
  await serving(
    async () => ({ ...page, fileAt: () => film }),
    async (server) => {
      await server.start();
      const ask = async (range?: string): Promise<readonly unknown[]> => {
        const headers: Record<string, string> = range === undefined ? {} : { range };
        const answer = await fetch(`${server.url}talk/film.mp4`, { headers });
        const bytes = new Uint8Array(await answer.arrayBuffer());
        return [answer.status, answer.headers.get('content-range'), bytes.length, bytes[0]];
      };
      expect(await ask()).toEqual([200, null, 3 * 2 ** 20, 98]);
      expect(await ask('bytes=1-4')).toEqual([206, 'bytes 1-4/3145728', 4, 101]);
      expect(await ask('bytes=3145000-')).toEqual([206, 'bytes 3145000-3145727/3145728', 728, 0]);
      expect(await ask('bytes=9999999-')).toEqual([200, null, 3 * 2 ** 20, 98]);
    },
  );
  rmSync(folder, { recursive: true });
});
