import mime from 'mime/lite';
import type { QuizFile, QuizFiles } from './quiz-files.js';

/** Pictures as data within the text, for formats that carry no files. */
export function dataAddress(files: QuizFiles): (name: string) => string {
  return (name) => {
    const file = files.byName(name);
    return file === undefined ? name : `data:${mediaType(name)};base64,${base64(file)}`;
  };
}

export function mediaType(name: string): string {
  return mime.getType(name) ?? 'application/octet-stream';
}

export function base64({ bytes }: QuizFile): string {
  return Buffer.from(bytes).toString('base64');
}
