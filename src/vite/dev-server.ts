import { join } from 'node:path';
import { createServer } from 'vite';
import { temporaryFolder } from '../system/temporary-folder.js';
import { type DevDeck, type DevListener, deckPlugin } from './deck-plugin.js';
import { guardSocket } from './guard-socket.js';

export interface DevServer {
  /** With a slash at its end; a deck is at its name below it. */
  readonly url: string;
  /** Makes the decks; rejects when one of them cannot be made at all. */
  readonly start: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * Serves decks on this machine only and follows what is saved. `port` is where it listens, or the next free one above. The decks are
 * made when `start` is called, so that the address can be said before.
 */
export async function startDevServer(
  decks: readonly DevDeck[],
  port: number,
  listener: DevListener,
): Promise<DevServer> {
  const folder = await temporaryFolder('dev');
  const root = folder.path;
  const { plugin, start } = deckPlugin(decks, listener);
  const server = await createServer({
    configFile: false,
    envFile: false,
    appType: 'custom',
    logLevel: 'silent',
    root,
    cacheDir: join(root, 'cache'),
    publicDir: false,
    optimizeDeps: { noDiscovery: true, include: [] },
    server: { host: '127.0.0.1', port, cors: false, fs: { strict: true, allow: [root] }, watch: null },
    plugins: [plugin],
  });
  const close = async (): Promise<void> => {
    await server.close();
    await folder.remove();
  };
  guardSocket(server);
  try {
    await server.listen();
  } catch (error) {
    await close();
    throw error;
  }
  const address = server.httpServer?.address();
  const actual = typeof address === 'object' && address !== null ? address.port : port;
  return { url: `http://127.0.0.1:${actual}/`, start, close };
}
