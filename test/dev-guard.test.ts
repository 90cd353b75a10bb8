import { request } from 'node:http';
import { JSDOM } from 'jsdom';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { nodeFiles } from '../src/system/node-files.js';
import type { DevDeck } from '../src/vite/deck-plugin.js';
import { type DevServer, startDevServer } from '../src/vite/dev-server.js';
import { foreignOrigins, foreignPaths, refusedMethods, undecodable } from './support/refused-requests.js';

const policy = `<meta content="connect-src 'self' ws:; base-uri 'none'">`;
const html = `<html>${policy}<body>shown</body></html>`;
const page = { html: () => html, slides: [], frame: '', plan: '', judge: async () => [], watched: [] };
const deck: DevDeck = {
  name: 'talk',
  make: async () => ({ ...page, fileAt: () => undefined, files: nodeFiles }),
};
let server: DevServer;

beforeAll(async () => {
  server = await startDevServer([deck], 4880, { judged: () => undefined, failed: () => undefined });
  await server.start();
});
afterAll(() => server.close());

interface Answer {
  readonly status: number;
  readonly body: string;
}

/** The path goes out as it is written, and any header may be given. */
function get(path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET'): Promise<Answer> {
  const { hostname, port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path, headers, method }, (response) => {
      let body = '';
      response.on('data', (data) => {
        body += String(data);
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
    });
    asked.on('error', reject);
    asked.end();
  });
}

test('the deck and the connection of its page are served', async () => {
  expect((await get('/talk/')).body).toContain('shown');
  const client = await get('/@vite/client');
  expect(client.status).toBe(200);
  const imported = /import "(\/@fs\/[^"]+)"/.exec(client.body)?.[1] ?? '';
  expect((await get(imported)).status).toBe(200);
});

test.each(foreignPaths)('%s gives nothing away', async (path) => {
  const { status, body } = await get(path);
  expect(status).toBe(404);
  expect(body).not.toContain('root:');
});

test.each(undecodable)('%s cannot be decoded and is no page', async (path) => {
  expect(await get(path)).toEqual({ status: 404, body: 'There is no such page.\n' });
  expect((await get('/talk/')).status).toBe(200);
});

test('messages that no page of ours sends end nothing', async () => {
  const token = /wsToken = "([^"]+)"/.exec((await get('/@vite/client')).body)?.[1];
  const { WebSocket } = new JSDOM('', { url: server.url }).window;
  const socket = new WebSocket(`${server.url.replace('http', 'ws')}?token=${token}`, 'vite-hmr');
  await new Promise((resolve) => {
    socket.onmessage = resolve;
  });
  const hello = (data: unknown): string => JSON.stringify({ type: 'custom', event: 'pilcrow:hello', data });
  const wrong = [
    undefined,
    null,
    3,
    'x',
    [],
    {},
    { deck: { toString: 1 }, made: '1' },
    { deck: '__proto__', made: -1 },
  ];
  for (const sent of ['', '{', 'null', '[]', '"x"', '{"type":"custom"}', ...wrong.map(hello)]) socket.send(sent);
  socket.send('a'.repeat(1_000_000));
  expect((await get('/talk/')).status).toBe(200);
  const late = new Promise((resolve) => {
    socket.onmessage = ({ data }) => resolve(JSON.parse(data).event);
  });
  socket.send(hello({ deck: 'talk', made: 0 }));
  expect(await late).toBe('pilcrow:talk');
  socket.close();
});

test.each(foreignOrigins)('a page of another origin is turned away: %o', async (headers) => {
  expect((await get('/talk/', headers)).status).toBe(403);
});

test.each(refusedMethods)('%s is refused, by any page', async (method) => {
  expect((await get('/talk/', {}, method)).status).toBeGreaterThanOrEqual(400);
  expect((await get('/@vite/client', { accept: 'text/x-vite-ping' }, method)).status).toBeGreaterThanOrEqual(400);
});

test('the page may connect to this server only', async () => {
  const { port } = new URL(server.url);
  const { body } = await get('/talk/');
  expect(body).toContain(`connect-src 'self' ws://127.0.0.1:${port} ws://localhost:${port};`);
});

/** Whether a socket is opened; `token`: with the one that stands in the page's client. */
async function opens(headers: Readonly<Record<string, string>>, withToken: boolean): Promise<boolean> {
  const { hostname, port, host } = new URL(server.url);
  const token = /wsToken = "([^"]+)"/.exec((await get('/@vite/client')).body)?.[1] ?? '';
  expect(token).not.toBe('');
  const asked = request({
    hostname,
    port,
    path: withToken ? `/?token=${token}` : '/',
    headers: {
      host,
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
      'sec-websocket-protocol': 'vite-hmr',
      ...headers,
    },
  });
  return new Promise((resolve) => {
    asked.on('upgrade', (_, socket) => {
      socket.destroy();
      resolve(true);
    });
    asked.on('response', () => resolve(false));
    asked.on('error', () => resolve(false));
    asked.end();
  });
}

test('the socket opens to who shows the token, and to no page of another origin', async () => {
  const own = { origin: server.url.slice(0, -1) };
  expect(await opens(own, true)).toBe(true);
  expect(await opens({}, true)).toBe(true);
  expect(await opens(own, false)).toBe(false);
  expect(await opens({}, false)).toBe(false);
  expect(await opens({ origin: 'http://elsewhere.example' }, true)).toBe(false);
  expect(await opens({ host: 'elsewhere.example' }, true)).toBe(false);
  const ping = { 'sec-websocket-protocol': 'vite-ping' };
  expect(await opens(ping, false)).toBe(false);
  expect(await opens({ ...ping, origin: 'http://elsewhere.example' }, true)).toBe(false);
});
