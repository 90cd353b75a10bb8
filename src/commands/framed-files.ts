import type { Diagnostic } from '../model/diagnostic.js';
import type { LocalAsset } from '../model.js';
import { shownPath } from '../read/text-file.js';
import { unreadFile } from '../read/unread.js';
import { type FramedPage, tamePage } from '../render/framed-page.js';
import type { Effects, Files } from '../system/effects.js';

/** Files as outputs may have them: a page that a slide shows in a frame comes with a policy, and without what lies on other hosts. */
export function framedFiles(files: Files, assets: readonly LocalAsset[]): Files {
  const framed = new Set(assets.filter(isPage).map(({ file }) => file));
  if (framed.size === 0) return files;
  const tamed = (file: string, bytes: Uint8Array | undefined): Uint8Array | undefined =>
    bytes === undefined || !framed.has(file) ? bytes : Buffer.from(tamePage(shownText(bytes)).html);
  return {
    ...files,
    read: async (file, most) => tamed(file, await files.read(file, most)),
    readNow: (file) => tamed(file, files.readNow(file)),
  };
}

/** What such a page takes from elsewhere, at its line there. */
export async function framedDiagnostics(
  asset: LocalAsset,
  { files, cwd }: Pick<Effects, 'files' | 'cwd'>,
): Promise<readonly Diagnostic[]> {
  const bytes = isPage(asset) ? await files.read(asset.file) : undefined;
  if (bytes === undefined) return [];
  const path = shownPath(asset.file, { cwd });
  const text = shownText(bytes);
  const { remote, beside }: FramedPage = tamePage(text);
  return [
    ...(text === '' && bytes.length > 0
      ? [unreadFile(path, `has more than ${mostTags.toLocaleString('en')} tags`, asset.place)]
      : []),
    ...remote.map(({ url, line }): Diagnostic => {
      const message = `${url} lies on another host and is taken out of the page, which is shown in a frame.`;
      const cure = 'Put what the page needs into the page itself.';
      return { rule: 'remote-resource', severity: 'warning', message, place: { path, line }, cure };
    }),
    ...beside.map(({ url, line }): Diagnostic => {
      const message = `The page is shown in a frame and uses "${url}", which lies beside it and which no output has there: that part is not shown.`;
      const cure = 'Put what the page needs into the page itself.';
      return { rule: 'image-missing', severity: 'warning', message, place: { path, line }, cure };
    }),
  ];
}

function isPage({ file, framed }: LocalAsset): boolean {
  return framed === true && /\.html?$/i.test(file);
}

/** More than any page has that somebody wrote; a page that a program wrote may have more and take gigabytes. */
const mostTags = 500_000;

/** Nothing of a page that is left out. */
function shownText(bytes: Uint8Array): string {
  const text = textOf(bytes);
  let tags = 0;
  for (let at = text.indexOf('<'); at !== -1 && tags <= mostTags; at = text.indexOf('<', at + 1)) tags++;
  return tags > mostTags ? '' : text;
}

/** The text of a page: by its byte order mark, else as UTF-8, else in the encoding that it names itself (HTML, 13.2.3.2). */
function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder(namedEncoding(bytes)).decode(bytes);
  }
}

function namedEncoding(bytes: Uint8Array): string {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  const [, name = 'windows-1252'] = /charset\s*=\s*["']?([\w-]+)/i.exec(start) ?? [];
  try {
    return new TextDecoder(name).encoding;
  } catch {
    return 'windows-1252';
  }
}
