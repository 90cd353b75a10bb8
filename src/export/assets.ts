import { createHash } from 'node:crypto';
import { basename, extname } from 'node:path';
import mime from 'mime/lite';
import type { Files } from '../effects.js';
import type { Artifact, AssetResolver } from '../model.js';
import { withUrls } from './style-sheet.js';

/** Larger assets of a site are copied, not held in memory. What another stage changes is never one: a picture in SVG, a page in a frame. */
const heldLimit = 2 ** 20;
const changed = /\.(svg|x?html?|css)$/i;

/** Assets as files beside the page, named by their content so that a browser may keep them forever. */
export function siteAssets(files: Files): AssetResolver & { readonly artifacts: () => readonly Artifact[] } {
  const made = new Map<string, Artifact>();
  const add = (name: string, bytes: Uint8Array | string, folder = 'assets/'): string => {
    const path = `assets/${hashedName(name, hashOf(bytes))}`;
    made.set(path, { path, bytes });
    return `${folder}${path.slice('assets/'.length)}`;
  };
  const copy = (file: string, folder = 'assets/'): string | undefined => {
    const hash = files.hashNow(file);
    if (hash === undefined) return undefined;
    const path = `assets/${hashedName(basename(file), hash)}`;
    made.set(path, { path, copyOf: file });
    return `${folder}${path.slice('assets/'.length)}`;
  };
  const file = (path: string, folder?: string): string | undefined => {
    const size = files.sizeNow(path);
    if (size === undefined) return undefined;
    if (size > heldLimit && !changed.test(path)) return copy(path, folder);
    const bytes = files.readNow(path);
    return bytes === undefined ? undefined : add(basename(path), bytes, folder);
  };
  return {
    file: (path) => file(path),
    style: (css, base, name) => {
      const address = add(
        `${name}.css`,
        withUrls(css, base, (path) => file(path, '')),
      );
      return `<link rel="stylesheet" href="${address}">`;
    },
    script: (code, name) => `<script src="${add(`${name}.js`, code)}"></script>`,
    cspSources: ["'self'"],
    connectSources: [],
    artifacts: () => [...made.values()],
  };
}

/**
 * What a single file holds of other files, bytes, each as often as it stands in it: while it is measured and printed it is in memory
 * several times, as a string that cannot have more than 512 Mi characters (V8).
 */
export const inlineLimit = 64 * 2 ** 20;

/** Assets inside the page, as data URIs: the one file that opens anywhere. `leftOut` are those it had no room for. */
export function inlineAssets(files: Files): AssetResolver & { readonly leftOut: () => ReadonlyMap<string, number> } {
  const leftOut = new Map<string, number>();
  let room = inlineLimit;
  const file = (path: string, uses = 1): string | undefined => {
    const size = files.sizeNow(path);
    if (size === undefined) return undefined;
    if (size * uses > room) {
      leftOut.set(path, size);
      return undefined;
    }
    const bytes = files.readNow(path);
    if (bytes === undefined) return undefined;
    room -= bytes.length * uses;
    return `data:${mimeType(path)};base64,${Buffer.from(bytes).toString('base64')}`;
  };
  return {
    file,
    style: (css, base) =>
      `<style>${withUrls(css, base, (path) => file(path)).replaceAll('</style', '<\\/style')}</style>`,
    script: (code) => `<script>${code}</script>`,
    cspSources: [],
    connectSources: [],
    leftOut: () => leftOut,
  };
}

/** Assets served from where they lie, each under an address of its own: nothing but what a page shows can be asked for. */
export function servedAssets(
  files: Files,
): AssetResolver & { readonly fileAt: (address: string) => string | undefined } {
  const served = new Map<string, string>();
  const file = (path: string): string | undefined => {
    if (files.sizeNow(path) === undefined) return undefined;
    const address = `assets/${hashedName(basename(path), hashOf(path))}`;
    served.set(address, path);
    return address;
  };
  return {
    file,
    style: (css, base) => `<style>${withUrls(css, base, file).replaceAll('</style', '<\\/style')}</style>`,
    script: (code) => `<script>${code}</script>`,
    cspSources: ["'self'"],
    connectSources: ["'self'", 'ws:'],
    fileAt: (address) => served.get(address),
  };
}

function hashOf(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function hashedName(name: string, hash: string): string {
  const extension = extname(name);
  const stem = name.slice(0, name.length - extension.length).replace(/[^\w-]+/g, '-');
  return `${stem}-${hash.slice(0, 10)}${extension.toLowerCase()}`;
}

function mimeType(path: string): string {
  return mime.getType(path) ?? 'application/octet-stream';
}
