import { extname } from 'node:path';
import type { FileBeside, ShownDocument } from '../browser/show-document.js';
import type { Piece } from '../model.js';
import type { Files } from '../system/effects.js';
import {
  base64,
  changed,
  dataAddress,
  dataHead,
  heldLimit,
  type InlineAssets,
  mimeType,
  type Stand,
  withinPage,
} from './assets.js';

/**
 * A page with its assets inside, but for large files: a mark stands where the address of one goes. A picture of 30 MB that is put in as
 * data is held a dozen times: in the page's text, in what the browser reads of it, and in each message about the request, which names
 * the whole address.
 */
export interface ComposedPage {
  readonly html: string;
  /** By their marks; none when not given. */
  readonly large?: ReadonlyMap<string, LargeFile>;
}

/** A file that stands beside a page or goes into it when that is written. */
export interface LargeFile {
  /** Absolute. */
  readonly path: string;
  /** What another stage makes of it; absent where it goes out as it is. */
  readonly made?: () => Uint8Array | undefined;
}

/** What a page can only have inside: typefaces, and what has a policy of its own. */
const alwaysInside = /\.(x?html?|css|m?js|woff2?|ttf|otf)$/i;

/** As `inlineAssets`, with marks in the place of large files. */
export function markingAssets(
  files: Files,
  standFor: Stand,
): InlineAssets & { readonly large: ReadonlyMap<string, LargeFile> } {
  const large = new Map<string, LargeFile>();
  const assets = withinPage(files, standFor, (path) => {
    if (alwaysInside.test(path) || (files.sizeNow(path) ?? 0) <= heldLimit) return dataAddress(path, files);
    const mark = `\uFDD0large-${large.size + 1}${extname(path).toLowerCase()}\uFDD1`;
    large.set(mark, { path, ...(changed.test(path) ? { made: () => files.readNow(path) } : {}) });
    return mark;
  });
  return { ...assets, large };
}

/** The whole page as a text. */
export function wholePage({ html, large = new Map() }: ComposedPage, files: Files): string {
  return divided(html, large)
    .map((part) => (typeof part === 'string' ? part : (dataAddress(part.path, files) ?? 'data:,')))
    .join('');
}

/** What is written of it: large files are read, and put in as data, while it is written. */
export function piecesOf({ html, large = new Map() }: ComposedPage): readonly Piece[] {
  return divided(html, large).flatMap((part): readonly Piece[] => {
    if (typeof part === 'string') return [part];
    const { path, made } = part;
    return [dataHead(path), made === undefined ? { base64Of: path } : base64(made() ?? new Uint8Array())];
  });
}

/** The page as a document that a browser is shown, with large files beside it. */
export function documentOf({ html, large = new Map() }: ComposedPage, name: string): ShownDocument {
  const beside = [...large].map(([mark, file]) => besideOf(mark, file));
  return { name, html: () => html.replace(marks, nameBeside), beside };
}

/** A large file beside a document, under the name that stands there in the place of its mark. */
export function besideOf(mark: string, { path, made }: LargeFile): FileBeside {
  return { name: nameBeside(mark), path, type: mimeType(path), ...(made === undefined ? {} : { made }) };
}

const marks = /\uFDD0large-\d+(?:\.[^\uFDD1]*)?\uFDD1/g;

function nameBeside(mark: string): string {
  return mark.slice(1, -1);
}

/** Its text, and between its parts the files. */
function divided(html: string, large: ReadonlyMap<string, LargeFile>): readonly (string | LargeFile)[] {
  if (large.size === 0) return [html];
  const names = html.match(marks) ?? [];
  return html.split(marks).flatMap((text, index) => [text, large.get(names[index] ?? '') ?? '']);
}
