import { createHash } from 'node:crypto';
import { basename, extname } from 'node:path';
import mime from 'mime/lite';
import type { AssetFile, AssetResolver } from '../model.js';
import type { Files } from '../system/effects.js';
import { withUrls } from './style-sheet.js';

/** Larger assets of a site are copied, not held in memory. What another stage changes is never one: a picture in SVG, a page in a frame. */
export const heldLimit = 2 ** 20;
export const changed = /\.(svg|x?html?|css)$/i;

/** The file that stands in an output for one of the deck's: a copy of a picture, else the file itself. */
export type Stand = (file: string) => string;

const itself: Stand = (file) => file;

/**
 * Assets as files beside the page, named by their content so that a browser may keep them forever. `preview` is the picture of slide 1, where
 * the page says where it is published.
 */
export function siteAssets(
  files: Files,
  standFor: Stand = itself,
  preview?: Uint8Array,
): AssetResolver & { readonly artifacts: () => readonly AssetFile[] } {
  const made = new Map<string, AssetFile>();
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
  const file = (original: string, folder?: string): string | undefined => {
    const path = standFor(original);
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
    later: ({ script, style }, base, name) => ({
      script: add(`${name}.js`, script),
      style: add(
        `${name}.css`,
        withUrls(style, base, (path) => file(path, '')),
      ),
    }),
    cspSources: ["'self'"],
    ...(preview === undefined ? {} : { preview: add('preview.png', preview) }),
    connectSources: [],
    artifacts: () => [...made.values()],
  };
}

/**
 * What a single file holds of other files, bytes, each as often as it stands in it: while it is measured and printed it is in memory
 * several times, as a string that cannot have more than 512 Mi characters (V8).
 */
export const inlineLimit = 64 * 2 ** 20;

/** The assets of a page that has them inside. `leftOut` are those it had no room for. */
export interface InlineAssets extends AssetResolver {
  readonly leftOut: () => ReadonlyMap<string, number>;
}

/** Assets inside the page, as data URIs: the one file that opens anywhere. */
export function inlineAssets(files: Files, standFor: Stand = itself): InlineAssets {
  return withinPage(files, standFor, (path) => dataAddress(path, files));
}

/** A file's bytes as an address; undefined where they cannot be read. */
export function dataAddress(path: string, { readNow }: Pick<Files, 'readNow'>): string | undefined {
  const bytes = readNow(path);
  return bytes && `${dataHead(path)}${base64(bytes)}`;
}

/** What such an address begins with. */
export function dataHead(path: string): string {
  return `data:${mimeType(path)};base64,`;
}

/** Without copying the bytes. */
export function base64({ buffer, byteOffset, byteLength }: Uint8Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString('base64');
}

/** The same page with a fingerprint in the place of each asset: what the single file holds is known without it. */
export function fingerprintAssets(files: Files, standFor: Stand = itself): InlineAssets {
  return withinPage(files, standFor, (path) => {
    const hash = files.hashNow(path);
    return hash && `data:${mimeType(path)},${hash}`;
  });
}

/** `address` says what stands in the page for a file; undefined where that cannot be read. */
export function withinPage(files: Files, standFor: Stand, address: (path: string) => string | undefined): InlineAssets {
  const leftOut = new Map<string, number>();
  let room = inlineLimit;
  const file = (original: string, uses = 1): string | undefined => {
    const path = standFor(original);
    const size = files.sizeNow(path);
    if (size === undefined) return undefined;
    if (size * uses > room) {
      leftOut.set(original, size);
      return undefined;
    }
    const written = address(path);
    if (written !== undefined) room -= size * uses;
    return written;
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
  standFor: Stand = itself,
): AssetResolver & { readonly fileAt: (address: string) => string | undefined } {
  const served = new Map<string, string>();
  const file = (original: string): string | undefined => {
    const path = standFor(original);
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

/** What a file is by its name. */
export function mimeType(path: string): string {
  return mime.getType(path) ?? 'application/octet-stream';
}
