import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test, vi } from 'vitest';
import { findSocket } from '../src/browser/remote/find-socket.js';
import { remoteEndpoints, shownEndpoint } from '../src/browser/remote/remote-endpoints.js';
import { watchPulse } from '../src/browser/remote/watch-pulse.js';

test('addresses name browsers elsewhere, words and paths do not', () => {
  const several = remoteEndpoints('ws://pool:3000/?token=a, http://10.0.0.6:9222,http://10.0.0.6:9222,');
  expect(several?.map(String)).toEqual(['ws://pool:3000/?token=a', 'http://10.0.0.6:9222/']);
  for (const here of [undefined, 'bundled', 'system', '/usr/bin/chromium', 'C:\\chrome.exe', 'C:/chrome.exe', './a,b'])
    expect([here, remoteEndpoints(here)]).toEqual([here, undefined]);
});

test.each([
  ['pool:9222', 'Did you mean http://pool:9222?'],
  ['ws://a:1,pool:9222', 'Did you mean http://pool:9222?'],
  ['ftp://pool', 'Expected one that begins with ws://, wss://, http:// or https://'],
  ['http://', '"http://" is no address'],
  ['ws://a:99999', 'is no address'],
  ['http://a:1, bundled', '"bundled" is no address'],
])('%s is said to be none', (choice, said) => {
  expect(() => remoteEndpoints(choice)).toThrow(expect.objectContaining({ code: 'usage' }));
  expect(() => remoteEndpoints(choice)).toThrow(said);
});

test('what an address holds in secret is in no message', () => {
  const url = new URL('wss://user:word@pool.example:3000/chrome?token=secret');
  expect(shownEndpoint(url)).toBe('wss://pool.example:3000');
  expect(() => remoteEndpoints('ftp://user:word@pool?token=secret')).toThrow(/^(?!.*(word|secret))/);
});

const signal = new AbortController().signal;
const version = (address: string): string => JSON.stringify({ webSocketDebuggerUrl: address });

test.each([
  ['http', '/', '/devtools/browser/1'],
  ['ws', '/', '/devtools/browser/1'],
  ['ws', '/?token=a', '/devtools/browser/1?token=a'],
])('%s://…%s leads to the socket of the browser, by its own host and port', async (scheme, path, found) => {
  await withServer(
    (_request, response) => response.end(version('ws://0.0.0.0:80/devtools/browser/1')),
    async (host) => {
      const { url, headers } = await findSocket(new URL(`${scheme}://${host}${path}`), signal);
      expect([url.href, headers]).toEqual([`ws://${host}${found}`, {}]);
    },
  );
});

test('Chrome answers who calls it by a name only as localhost', async () => {
  await withServer(
    ({ headers: { host } }, response) => {
      if (host === 'localhost') response.end(version('ws://localhost/devtools/browser/1'));
      else response.writeHead(500).end('Host header is specified and is not an IP address or localhost.');
    },
    async (host) => {
      const { url, headers } = await findSocket(new URL(`http://${host}`), signal);
      expect([url.href, headers]).toEqual([`ws://${host}/devtools/browser/1`, { host: 'localhost' }]);
    },
  );
});

test('a socket is taken as it is where it has a path, or where nothing says more', async () => {
  const whole = new URL('wss://nobody.invalid/chrome?token=a');
  expect((await findSocket(whole, signal)).url.href).toBe(whole.href);
  await withServer(
    (_request, response) => response.writeHead(404).end(),
    async (host) => {
      expect((await findSocket(new URL(`ws://${host}/?token=a`), signal)).url.href).toBe(`ws://${host}/?token=a`);
      await expect(findSocket(new URL(`http://${host}`), signal)).rejects.toThrow('it answers with the status 404');
    },
  );
});

test.each(['<title>A site</title>', '{}', '[1]', 'null', version('no address'), 'x'.repeat(1e6)])(
  'a server of something else is no browser (%#)',
  async (text) => {
    await withServer(
      (_request, response) => response.end(text),
      async (host) => {
        await expect(findSocket(new URL(`http://${host}`), signal)).rejects.toThrow('what answers there is no browser');
      },
    );
  },
);

test('a browser that answers is kept, one that leaves six questions unanswered is not', async () => {
  vi.useFakeTimers();
  try {
    let isThere = true;
    const lost = vi.fn();
    watchPulse(() => (isThere ? Promise.resolve() : new Promise(() => undefined)), lost);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(lost).not.toHaveBeenCalled();
    isThere = false;
    await vi.advanceTimersByTimeAsync(30_000);
    expect(lost).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(lost).toHaveBeenCalledOnce();
  } finally {
    vi.useRealTimers();
  }
});

async function withServer(answer: RequestListener, use: (host: string) => Promise<void>): Promise<void> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await use(`127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}
