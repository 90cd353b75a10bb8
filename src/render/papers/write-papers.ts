import type { PaperName, WrittenPapers } from '../../model.js';
import type { Rendering } from '../rendering.js';
import { keyPaper } from './key.js';
import { readerPaper } from './reader.js';
import { ticketPaper } from './ticket.js';
import { worksheetPaper } from './worksheet.js';

/** What stands on a paper; undefined where the deck has nothing for it. */
const writers: Readonly<Record<keyof WrittenPapers, (rendering: Rendering) => string | undefined>> = {
  worksheet: worksheetPaper,
  ticket: ticketPaper,
  key: keyPaper,
  reader: readerPaper,
};

/** Writes the papers that are no row of slides. Each begins anew; what they find wrong, and the pictures they show, are the deck's. */
export function writePapers(wanted: readonly PaperName[], rendering: Rendering): WrittenPapers {
  const written: { -readonly [name in keyof WrittenPapers]: string } = {};
  for (const name of Object.keys(writers) as (keyof WrittenPapers)[]) {
    const html = wanted.includes(name) ? writers[name]({ ...rendering, spelledOut: new Set() }) : undefined;
    if (html !== undefined) written[name] = html;
  }
  return written;
}
