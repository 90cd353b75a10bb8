import type { Diagnostic } from '../model/diagnostic.js';
import type { Audience, LocalAsset } from '../model.js';
import { plainPicture } from '../pictures/plain-picture.js';
import { shownPath } from '../read/text-file.js';
import { unreadFile } from '../read/unread.js';
import { type FramedPage, tamePage } from '../render/framed-page.js';
import { plainDrawing, type Withheld } from '../render/plain-drawing.js';
import type { Effects, Files } from '../system/effects.js';

/**
 * Files as a reader's outputs may have them: a page that a slide shows in a frame comes with a policy, without what lies on other hosts and
 * without what is another reader's; a drawing comes without what its author noted in it.
 */
export function framedFiles(files: Files, assets: readonly LocalAsset[], audience: Audience): Files {
  const framed = new Set(assets.filter(isPage).map(({ file }) => file));
  const withheld = [audience === 'teacher' ? 'student' : 'teacher'];
  const given = (file: string, bytes: Uint8Array | undefined): Uint8Array | undefined => {
    if (bytes === undefined) return undefined;
    if (framed.has(file)) return Buffer.from(tamePage(shownText(bytes), audience).html);
    return /\.svg$/i.test(file) ? drawingFor(bytes, withheld) : (plainPicture(bytes) ?? bytes);
  };
  return {
    ...files,
    read: async (file, most) => given(file, await files.read(file, most)),
    readNow: (file) => given(file, files.readNow(file)),
  };
}

/** Byte for byte but for what is left out, whatever encoding the file names: what is looked for is ASCII. */
function drawingFor(bytes: Uint8Array, withheld: Withheld): Uint8Array {
  const [first, second] = bytes;
  const isBackwards = first === 0xfe && second === 0xff;
  const isWide = isBackwards || (first === 0xff && second === 0xfe);
  const encoding = isWide ? 'utf16le' : 'latin1';
  const typed = Buffer.from(bytes).subarray(0, isWide ? bytes.length - (bytes.length % 2) : bytes.length);
  if (isBackwards) typed.swap16();
  const text = typed.toString(encoding);
  const plain = plainDrawing(text, withheld);
  if (plain === text) return bytes;
  const written = Buffer.from(plain, encoding);
  return isBackwards ? written.swap16() : written;
}

/** What framed pages take from other hosts and from files beside them, each at its line of the page. */
export async function framedDiagnostics(
  asset: LocalAsset,
  audience: Audience,
  { files, cwd }: Pick<Effects, 'files' | 'cwd'>,
): Promise<readonly Diagnostic[]> {
  const bytes = isPage(asset) ? await files.read(asset.file) : undefined;
  if (bytes === undefined) return [];
  const path = shownPath(asset.file, { cwd });
  const text = shownText(bytes);
  const { remote, beside }: FramedPage = tamePage(text, audience);
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
