import { join, resolve } from 'node:path';
import type { Diagnostic } from '../model/diagnostic.js';
import type { DeckLocation } from '../read/deck.js';
import { shownPath } from '../read/text-file.js';
import type { Sanitiser } from '../render/sanitiser.js';
import type { Effects, Files } from '../system/effects.js';
import { isWithin } from '../system/is-within.js';
import { packageFolder } from '../system/package-folder.js';
import { realPath } from '../system/real-path.js';
import type { Tools } from './tools.js';

/**
 * The tools for one deck. A deck that is not trusted finds no file outside its folder, also not through a link in it, and its SVG
 * pictures come without what would run in them. A trusted deck gets the tools as they are.
 */
export function toolsFor({ folder }: DeckLocation, tools: Tools): Tools {
  const { sanitiser, effects } = tools;
  if (sanitiser === undefined) return tools;
  const refused = new Set<string>();
  const within = [folder, join(packageFolder(), 'dist/client')].map((path) => realPath(path) ?? path);
  const files = confine(effects.files, within, sanitiser, (path) => refused.add(path));
  return { ...tools, effects: { ...effects, files }, refused };
}

/** What lies outside the deck's folder and was asked for. */
export function refusedDiagnostics(
  { refused = new Set(), effects }: Pick<Tools, 'refused' | 'effects'>,
  path: string,
): readonly Diagnostic[] {
  return [...refused].map((file) => outside(file, { path, line: 1 }, effects));
}

/** A file that is not read because it is not the deck's. */
export function outside(file: string, place: Diagnostic['place'], effects: Effects): Diagnostic {
  const message = `${shownPath(file, effects)} lies outside the deck's folder and is not read: the deck is not trusted.`;
  return {
    rule: 'untrusted',
    severity: 'error',
    message,
    place,
    cure: 'Put the file itself into the folder, not a link to it.',
  };
}

function confine(
  files: Files,
  folders: readonly string[],
  sanitiser: Sanitiser,
  refuse: (path: string) => void,
): Files {
  /** Where a path leads when every link is followed; undefined when that is nowhere, or outside. */
  const inside = (path: string): string | undefined => {
    const real = realPath(path);
    if (real !== undefined && folders.some((folder) => isWithin(folder, real))) return real;
    if (real !== undefined || !folders.some((folder) => isWithin(folder, resolve(path)))) refuse(path);
    return undefined;
  };
  const tame = (path: string, bytes: Uint8Array | undefined): Uint8Array | undefined =>
    bytes === undefined || !/\.svg$/i.test(path)
      ? bytes
      : Buffer.from(wellFormed(sanitiser.svg(new TextDecoder().decode(bytes))));
  return {
    ...files,
    async read(path, most) {
      const real = inside(path);
      return real === undefined ? undefined : tame(path, await files.read(real, most));
    },
    readNow(path) {
      const real = inside(path);
      return real === undefined ? undefined : tame(path, files.readNow(real));
    },
    sizeNow(path) {
      const real = inside(path);
      return real === undefined ? undefined : files.sizeNow(real);
    },
    hashNow(path) {
      const real = inside(path);
      return real === undefined ? undefined : files.hashNow(real);
    },
    stream: (path, range) => files.stream(inside(path) ?? path, range),
    async kind(path) {
      const real = inside(path);
      return real === undefined ? undefined : files.kind(real);
    },
    async list(path) {
      const real = inside(path);
      return real === undefined ? [] : files.list(real);
    },
  };
}

/** The sanitiser writes HTML; of its entities XML does not know the no-break space. */
function wellFormed(svg: string): string {
  return svg.replaceAll('&nbsp;', '&#160;');
}
