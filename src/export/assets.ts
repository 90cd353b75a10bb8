import { createHash } from 'node:crypto';
import { basename, extname } from 'node:path';
import mime from 'mime/lite';
import type { Files } from '../effects.js';
import type { Artifact, AssetResolver } from '../model.js';
import { withUrls } from './style-sheet.js';

/** Assets as files beside the page, named by their content so that a browser may keep them forever. */
export function siteAssets(files: Files): AssetResolver & { readonly artifacts: () => readonly Artifact[] } {
  const made = new Map<string, Artifact>();
  const add = (name: string, bytes: Uint8Array | string, folder = 'assets/'): string => {
    const path = `assets/${hashedName(name, bytes)}`;
    made.set(path, { path, bytes });
    return `${folder}${path.slice('assets/'.length)}`;
  };
  const file = (path: string, folder?: string): string | undefined => {
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

/** Assets inside the page, as data URIs: the one file that opens anywhere. */
export function inlineAssets(files: Files): AssetResolver {
  const file = (path: string): string | undefined => {
    const bytes = files.readNow(path);
    return bytes === undefined ? undefined : `data:${mimeType(path)};base64,${Buffer.from(bytes).toString('base64')}`;
  };
  return {
    file,
    style: (css, base) => `<style>${withUrls(css, base, file).replaceAll('</style', '<\\/style')}</style>`,
    script: (code) => `<script>${code}</script>`,
    cspSources: [],
    connectSources: [],
  };
}

/** Assets served from where they lie, each under an address of its own: nothing but what a page shows can be asked for. */
export function servedAssets(
  files: Files,
): AssetResolver & { readonly fileAt: (address: string) => string | undefined } {
  const served = new Map<string, string>();
  const file = (path: string): string | undefined => {
    if (files.readNow(path) === undefined) return undefined;
    const address = `assets/${hashedName(basename(path), path)}`;
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

function hashedName(name: string, bytes: Uint8Array | string): string {
  const extension = extname(name);
  const stem = name.slice(0, name.length - extension.length).replace(/[^\w-]+/g, '-');
  return `${stem}-${createHash('sha256').update(bytes).digest('hex').slice(0, 10)}${extension.toLowerCase()}`;
}

function mimeType(path: string): string {
  return mime.getType(path) ?? 'application/octet-stream';
}
