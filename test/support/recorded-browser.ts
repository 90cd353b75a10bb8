import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { env, getuid } from 'node:process';
import { type Browser, launch } from 'puppeteer-core';
import { findBrowser } from '../../src/browser/find-browser.js';

/** A browser that may ask for anything, and a record of all that it asked other machines for. */
export interface RecordedBrowser {
  readonly browser: Browser;
  /** Addresses, from whatever page, frame, popup or worker they came; a host and a port where the rest is encrypted. */
  readonly asked: readonly string[];
  readonly close: () => Promise<void>;
}

/**
 * The record is a proxy's, so that no part of the browser can pass it by, and what a page's policy stops before it is sent is not in it.
 * Every request is answered with nothing. The machine itself (127.0.0.1) is not asked through it.
 */
export async function launchRecorded(): Promise<RecordedBrowser> {
  const asked: string[] = [];
  const proxy = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end();
  });
  for (const event of ['connect', 'upgrade'] as const) {
    proxy.on(event, (request, socket) => {
      asked.push(request.url ?? '');
      socket.destroy();
    });
  }
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const { port } = proxy.address() as AddressInfo;
  const found = await findBrowser('bundled', env, new AbortController().signal);
  const browser = await launch({
    executablePath: found.executable,
    headless: found.shell ? 'shell' : true,
    env: { ...found.env },
    pipe: true,
    args: [`--proxy-server=127.0.0.1:${port}`, ...(getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
  const close = async (): Promise<void> => {
    await browser.close();
    proxy.closeAllConnections();
    await new Promise((resolve) => proxy.close(resolve));
  };
  return { browser, asked, close };
}
