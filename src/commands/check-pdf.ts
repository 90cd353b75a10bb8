import { relative, resolve } from 'node:path';
import { checkPdf as diagnose } from '../check/check-pdf.js';
import { githubLine } from '../check/report/github.js';
import { jsonReport } from '../check/report/json.js';
import { treeLines } from '../check/report/pdf-tree.js';
import { sarifReport } from '../check/report/sarif.js';
import { countWords, textLines } from '../check/report/text.js';
import { count } from '../count.js';
import { DeckError } from '../error.js';
import { readPdf } from '../export/read-pdf/read-pdf.js';
import { sortDiagnostics } from '../model/diagnostic.js';
import type { Effects } from '../system/effects.js';
import { packageVersion } from '../system/package-folder.js';
import type { CheckOptions } from './check.js';
import { textStyle } from './report.js';

/**
 * Reads a PDF again and says how one who hears it meets it: its structure tree, as text alone, and what is wrong with it. No browser
 * is started. True when there is no error.
 */
export async function checkPdf(
  file: string,
  decks: readonly string[],
  { format = 'text', quiet = false }: Pick<CheckOptions, 'format' | 'quiet'>,
  effects: Effects,
): Promise<boolean> {
  if (decks.length > 0) {
    throw new DeckError('usage', 'check takes decks or one --pdf, not both; name one or the other.');
  }
  const whole = resolve(effects.cwd, file);
  const path = relative(effects.cwd, whole) || file;
  const bytes = await effects.files.read(whole, Number.POSITIVE_INFINITY);
  if (bytes === undefined) {
    const cure = 'Correct the path, or make it with `pilcrow export`.';
    throw new DeckError('pdf-unreadable', `There is no file ${path}. ${cure}`);
  }
  const pdf = await readPdf(bytes, path, { look: true });
  if (pdf.faint === undefined)
    effects.report(`${path}: contrast was not checked, since @napi-rs/canvas has no binary for this machine.`);
  const found = sortDiagnostics(diagnose(pdf, path));
  const { print } = effects;
  if (format === 'json') print(jsonReport(found));
  if (format === 'sarif') print(sarifReport(found, packageVersion()));
  if (format === 'github') for (const one of found) print(githubLine(one));
  if (format === 'text') {
    // A PDF has no lines to show.
    const style = { ...textStyle(effects), lineAt: () => undefined };
    if (!quiet) for (const line of treeLines(pdf.tree)) print(line);
    for (const one of found) for (const line of textLines(one, style)) print(line);
    if (found.length > 0) print(`${path}: ${countWords(found)}`);
    else if (!quiet) print(`${path}: nothing found on ${count(pdf.pages.length, 'page')}`);
  }
  return found.every(({ severity }) => severity !== 'error');
}
