import { createRequire } from 'node:module';
import type { Connect } from 'vite';

/** Vite's own client, which Vite serves from where it lies. */
const viteClient = ['/@vite/client', `/@fs${createRequire(import.meta.url).resolve('vite/dist/client/env.mjs')}`];

/**
 * Answers only this machine's own pages. Any web page can send a browser to a port of the machine it runs on: a name that leads
 * there (DNS rebinding), a request from another origin, or a frame around the deck are turned away.
 */
export const guardOrigin: Connect.NextHandleFunction = (request, response, next) => {
  const hosts = ['127.0.0.1', 'localhost'].map((name) => `${name}:${request.socket.localPort}`);
  const { host, origin, 'sec-fetch-site': site, 'sec-fetch-dest': kind } = request.headers;
  const isHere = hosts.some((own) => own === host);
  const isOwn = origin === undefined || hosts.some((own) => origin === `http://${own}`);
  const isAsked = site === undefined || site === 'same-origin' || site === 'none' || kind === 'document';
  response.setHeader('cross-origin-resource-policy', 'same-origin');
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('x-frame-options', 'SAMEORIGIN');
  if (isHere && isOwn && isAsked && (request.method === 'GET' || request.method === 'HEAD')) return next();
  if (isHere && isOwn && isAsked) {
    response.writeHead(405, { 'content-type': 'text/plain; charset=utf-8', allow: 'GET, HEAD' });
    response.end('Pages are only read here.\n');
    return;
  }
  response.writeHead(403, { 'content-type': 'text/plain; charset=utf-8' });
  response.end('This server answers pages of this machine only.\n');
};

/**
 * Of what Vite can serve only the client of its connection is asked for; its other addresses read files and start editors.
 * `own` are those of the plugin.
 */
export function passToVite(...own: readonly string[]): Connect.NextHandleFunction {
  return (request, response, next) => {
    const path = request.url?.replace(/[?#].*$/s, '') ?? '';
    if ([...viteClient, ...own].includes(path)) return next();
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' });
    response.end('There is no such page.\n');
  };
}
