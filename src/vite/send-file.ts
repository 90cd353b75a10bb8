import type { IncomingMessage, ServerResponse } from 'node:http';
import mime from 'mime/lite';
import type { Files } from '../system/effects.js';

/** What serving a file needs of the machine. */
export type ServedFiles = Pick<Files, 'read' | 'sizeNow' | 'stream'>;

/** Larger files are sent piece by piece, since a film is asked for in ranges. */
const heldLimit = 2 ** 20;
/** What is changed before it is sent is read whole: a picture in SVG, a page that is shown in a frame. */
const changed = /\.(svg|html?)$/i;

/** Answers with a file; false when there is none to send. */
export async function sendFile(
  file: string,
  files: ServedFiles,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const size = files.sizeNow(file);
  if (size === undefined) return false;
  const type = mime.getType(file) ?? 'application/octet-stream';
  const headers = {
    'content-type': type.startsWith('text/') ? `${type}; charset=utf-8` : type,
    'cache-control': 'no-store',
  };
  if (size <= heldLimit || changed.test(file)) {
    const bytes = await files.read(file);
    if (bytes === undefined) return false;
    response.writeHead(200, headers);
    response.end(bytes);
    return true;
  }
  const part = rangeOf(request.headers.range, size);
  const { start, end } = part ?? { start: 0, end: size - 1 };
  response.writeHead(part === undefined ? 200 : 206, {
    ...headers,
    'accept-ranges': 'bytes',
    'content-length': end - start + 1,
    ...(part === undefined ? {} : { 'content-range': `bytes ${start}-${end}/${size}` }),
  });
  const pieces = files.stream(file, { start, end });
  pieces.on('error', () => response.destroy());
  response.on('close', () => 'destroy' in pieces && (pieces as { destroy: () => void }).destroy());
  pieces.pipe(response);
  return true;
}

/** One range of bytes (RFC 9110, 14.1.2); undefined where none is asked for, or one that the file does not have. */
function rangeOf(
  header: string | undefined,
  size: number,
): { readonly start: number; readonly end: number } | undefined {
  const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(header ?? '') ?? [];
  if (from === undefined) return undefined;
  const start = Number(from);
  const end = to === undefined || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  return start <= end ? { start, end } : undefined;
}
