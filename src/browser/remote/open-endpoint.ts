import type { ConnectionTransport } from 'puppeteer-core';
import { type RawData, WebSocket } from 'ws';
import { findSocket, patience } from './find-socket.js';

/** An open connection to a browser elsewhere, with a place of our own in it. */
export interface OpenEndpoint {
  /** For Puppeteer. */
  readonly transport: ConnectionTransport;
  /** The browser's name, version and system: what it makes depends on them. */
  readonly version: string;
  /** The browser context that is ours: its pages see none of the other ones, and go with the connection. */
  readonly context: string;
  /** Ends the connection at once. */
  readonly drop: () => void;
}

/**
 * Where the pages of our context send what is not answered over the protocol: to a port that nothing can listen on. A number, so that
 * no name is looked up for it.
 */
const nowhere = 'http://0.0.0.0:0';

/** As much as Chromium itself sends in one message, bytes. */
const most = 256 * 2 ** 20;

/** Opens it. Rejects with what the network says. */
export async function openEndpoint(endpoint: URL, signal: AbortSignal): Promise<OpenEndpoint> {
  const { url, headers } = await findSocket(endpoint, signal);
  const socket = await openSocket(url, headers, signal);
  try {
    const version = await ask(socket, -1, 'Browser.getVersion', {});
    const made = await ask(socket, -2, 'Target.createBrowserContext', {
      disposeOnDetach: true,
      proxyServer: nowhere,
      // Without this, what a page asks the browser's own machine for would pass the proxy by.
      proxyBypassList: '<-loopback>',
    });
    if (typeof made.browserContextId !== 'string') throw new Error('it gives no place for pages of our own');
    return {
      transport: transportOf(socket),
      version: JSON.stringify([version.product, version.revision, version.userAgent]),
      context: made.browserContextId,
      drop: () => socket.terminate(),
    };
  } catch (error) {
    socket.terminate();
    throw error;
  }
}

function openSocket(url: URL, headers: Readonly<Record<string, string>>, signal: AbortSignal): Promise<WebSocket> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, {
      headers,
      maxPayload: most,
      handshakeTimeout: patience,
      perMessageDeflate: false,
    });
    const stop = (): void => socket.terminate();
    signal.addEventListener('abort', stop);
    socket.once('open', () => {
      signal.removeEventListener('abort', stop);
      resolve(socket);
    });
    // An error after that is followed by the end of the connection, which is heard.
    socket.on('error', (error) => {
      signal.removeEventListener('abort', stop);
      reject(error);
    });
  });
}

/** Asks one thing ahead of Puppeteer, whose own numbers begin at 1. */
function ask(
  socket: WebSocket,
  id: number,
  method: string,
  params: object,
): Promise<Readonly<Record<string, unknown>>> {
  return new Promise((resolve, reject) => {
    const settle = (work: () => void): void => {
      clearTimeout(late);
      socket.off('message', hear);
      socket.off('close', gone);
      work();
    };
    const late = setTimeout(
      () => settle(() => reject(new Error(`it did not answer within ${patience / 1000} s`))),
      patience,
    );
    const gone = (): void => settle(() => reject(new Error('it ended the connection')));
    const hear = (data: RawData): void => {
      const answer = answerIn(String(data));
      if (answer?.id !== id) return;
      const { result, error } = answer;
      settle(() => (result === undefined ? reject(new Error(`it answers "${error?.message}"`)) : resolve(result)));
    };
    socket.on('message', hear);
    socket.once('close', gone);
    socket.send(JSON.stringify({ id, method, params }));
  });
}

interface Answer {
  readonly id?: number;
  readonly result?: Readonly<Record<string, unknown>>;
  readonly error?: { readonly message?: string };
}

function answerIn(text: string): Answer | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function transportOf(socket: WebSocket): ConnectionTransport {
  const transport: ConnectionTransport = {
    send: (message) => socket.send(withoutPausing(message)),
    close: () => socket.close(),
  };
  socket.on('message', (data) => transport.onmessage?.(String(data)));
  socket.on('close', () => transport.onclose?.());
  return transport;
}

/**
 * Puppeteer lets every new page of a browser wait until it has been looked at, those of others too. Of ours only the page itself has to
 * wait, which is asked for in its own session; so others never wait for us, who may be busy or gone.
 */
function withoutPausing(message: string): string {
  if (!message.slice(0, 100).includes('"Target.setAutoAttach"') || message.includes('"sessionId"')) return message;
  return message.replace('"waitForDebuggerOnStart":true', '"waitForDebuggerOnStart":false');
}
