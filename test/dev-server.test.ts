import { expect, test } from 'vitest';
import type { DevPage } from '../src/vite/deck-plugin.js';
import { type DevServer, startDevServer } from '../src/vite/dev-server.js';

const page: DevPage = {
  html: '<html><body>shown</body></html>',
  slides: [],
  frame: '',
  diagnostics: [],
  watched: [],
  fileAt: () => undefined,
  read: async () => undefined,
};
const silent = { made: () => undefined, failed: () => undefined };

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
