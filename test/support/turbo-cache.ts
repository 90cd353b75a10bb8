import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A remote cache for Turborepo, on this machine and in memory. */
export interface TurboCache {
  readonly address: string;
  /** How many outputs were put into it, and taken from it. */
  readonly counts: { put: number; taken: number };
  readonly close: () => Promise<void>;
}

/** Its few routes (turborepo.com/docs/openapi/artifacts): the status, the outputs of a task by its hash, and what was used of them. */
export async function startTurboCache(): Promise<TurboCache> {
  const kept = new Map<string, { readonly bytes: Buffer; readonly duration: string }>();
  const counts = { put: 0, taken: 0 };
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://cache.invalid');
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    const [, hash] = /^\/v8\/artifacts\/([0-9a-f]+)$/.exec(pathname) ?? [];
    if (hash !== undefined && request.method === 'PUT') {
      counts.put += 1;
      kept.set(hash, { bytes: Buffer.concat(pieces), duration: String(request.headers['x-artifact-duration'] ?? '0') });
      response.writeHead(202, { 'content-type': 'application/json' }).end('{"urls":[]}');
      return;
    }
    const found = hash === undefined ? undefined : kept.get(hash);
    if (hash !== undefined && found === undefined) response.writeHead(404).end();
    else if (found !== undefined) {
      if (request.method === 'GET') counts.taken += 1;
      response.writeHead(200, { 'x-artifact-duration': found.duration, 'content-length': found.bytes.length });
      response.end(request.method === 'GET' ? found.bytes : undefined);
    } else response.writeHead(200, { 'content-type': 'application/json' }).end('{"status":"enabled"}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    counts,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
