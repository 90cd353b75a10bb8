import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { ViteDevServer } from 'vite';

/**
 * Opens the page's connection to the pages of this server only. Vite asks browsers for its token, and nobody where a request has no
 * `Origin`; and whoever pings it is told that it is there. Here everyone shows the token, which stands in the page alone, and a ping
 * comes from a page of this server, which asks in this way whether it is back.
 */
export function guardSocket({ httpServer, config }: ViteDevServer): void {
  httpServer?.prependListener('upgrade', (request: IncomingMessage, socket: Duplex) => {
    const { host = '', origin, 'sec-websocket-protocol': protocol } = request.headers;
    const hosts = ['127.0.0.1', 'localhost'].map((name) => `${name}:${request.socket.localPort}`);
    const isHere = hosts.includes(host);
    const isOwn = hosts.some((own) => origin === `http://${own}`);
    const token = new URL(request.url ?? '/', 'http://localhost').searchParams.get('token');
    const isLet = protocol === 'vite-ping' ? isOwn : token === config.webSocketToken && (origin === undefined || isOwn);
    // A socket that was ended is left alone by what listens after this.
    if (!isHere || !isLet) socket.destroy();
  });
}
