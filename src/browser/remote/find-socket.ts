import { get as getPlain, type IncomingMessage } from 'node:http';
import { get as getEncrypted } from 'node:https';

/** Where a browser's protocol is spoken. */
export interface SocketAddress {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
}

/** How long a browser may take to say where it is, or to open its socket, ms. */
export const patience = 15_000;

/** More than any browser says of itself, bytes. */
const most = 1 << 16;

/**
 * The socket of an endpoint. An address with a path that begins with `ws` is one; of others the browser is asked (`/json/version`, Chrome
 * DevTools Protocol), and where it does not answer that, as a pool may not, a `ws` address is taken as it is. The host of its answer is
 * its own view of itself, so host, port and token of the endpoint are kept. Rejects with what the network says.
 */
export async function findSocket(endpoint: URL, signal: AbortSignal): Promise<SocketAddress> {
  const isSocket = endpoint.protocol.startsWith('ws');
  const url = new URL(endpoint);
  url.protocol = /^(wss|https):$/.test(endpoint.protocol) ? 'wss:' : 'ws:';
  if (isSocket && endpoint.pathname !== '/') return { url, headers: {} };
  try {
    const { address, headers } = await ask(endpoint, signal);
    url.pathname = address.pathname;
    for (const [name, value] of address.searchParams) url.searchParams.set(name, value);
    return { url, headers };
  } catch (error) {
    if (isSocket && error instanceof NoAnswer) return { url, headers: {} };
    throw error;
  }
}

/** What answers there is no browser's list of addresses. */
class NoAnswer extends Error {}

/** Chrome answers only who calls it by a number or `localhost`, against pages that rebind names; a service of a cluster has a name. */
async function ask(
  endpoint: URL,
  signal: AbortSignal,
): Promise<{ readonly address: URL; readonly headers: SocketAddress['headers'] }> {
  let said = '';
  for (const headers of [{}, { host: 'localhost' }]) {
    const { status, text } = await fetchText(endpoint, headers, signal);
    const address = status === 200 ? addressIn(text) : undefined;
    if (address !== undefined) return { address, headers };
    said ||= status === 200 ? 'what answers there is no browser' : `it answers with the status ${status}`;
  }
  throw new NoAnswer(said);
}

function addressIn(text: string): URL | undefined {
  try {
    const { webSocketDebuggerUrl } = JSON.parse(text) as { readonly webSocketDebuggerUrl?: unknown };
    return typeof webSocketDebuggerUrl === 'string' ? new URL(webSocketDebuggerUrl) : undefined;
  } catch {
    return undefined;
  }
}

/** Node's `fetch` lets nobody name another host than it calls. */
function fetchText(
  endpoint: URL,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<{ readonly status: number; readonly text: string }> {
  const isEncrypted = /^(wss|https):$/.test(endpoint.protocol);
  const url = new URL(endpoint);
  url.protocol = isEncrypted ? 'https:' : 'http:';
  url.pathname = '/json/version';
  const limit = AbortSignal.any([signal, AbortSignal.timeout(patience)]);
  return new Promise((resolve, reject) => {
    const answered = (response: IncomingMessage): void => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (piece: string) => {
        text += piece;
        if (text.length > most) response.destroy(new NoAnswer('what answers there is no browser'));
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
      response.on('error', reject);
    };
    const get = isEncrypted ? getEncrypted : getPlain;
    const late = new Error(`it did not answer within ${patience / 1000} s`);
    get(url, { headers, signal: limit }, answered).on('error', (error) =>
      reject(limit.aborted && !signal.aborted ? late : error),
    );
  });
}
