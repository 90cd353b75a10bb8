import { type PDFDocument, PDFRawStream } from '@cantoo/pdf-lib';
import { codeOf, type Drawn, formsOf, operandsOf, operatorsOf, pageStreams, recode } from './content-streams.js';

/**
 * Marks what no tag holds as an artifact (ISO 32000-1, 14.8.2.2): grounds, rules, running lines and what the author calls decoration.
 * Chromium tags what has a meaning, and leaves the rest without any mark.
 */
export function markArtifacts(document: PDFDocument): void {
  const { context } = document;
  const done = new Set<string>();
  const waiting: Drawn[] = [...pageStreams(document)];
  for (let drawn = waiting.shift(); drawn !== undefined; drawn = waiting.shift()) {
    const stream = context.lookup(drawn.ref);
    if (done.has(drawn.ref.toString()) || !(stream instanceof PDFRawStream)) continue;
    done.add(drawn.ref.toString());
    const forms = formsOf(drawn);
    const code = codeOf(stream);
    // A form that has marks of its own is marked inside.
    const marked = withArtifacts(code, (name) => {
      const form = forms.get(name);
      const inside = form === undefined ? undefined : context.lookup(form.ref);
      if (form === undefined || !(inside instanceof PDFRawStream) || !codeOf(inside).includes('/MCID')) return false;
      waiting.push(form);
      return true;
    });
    if (marked !== code) recode(context, drawn.ref, stream, marked);
  }
}

const paints = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's']);
const shows = new Set(['Tj', 'TJ', "'", '"', 'sh', 'ID']);

/** `marksItself`: whether the form of a name has marks. A path is marked from where it begins: nothing may stand within it. */
function withArtifacts(code: string, marksItself: (form: string) => boolean): string {
  const parts: string[] = [];
  let depth = 0;
  let path: number | undefined;
  let copied = 0;
  for (const operator of operatorsOf(code)) {
    const { name, start, end } = operator;
    if (name === 'BMC' || name === 'BDC') depth += 1;
    if (name === 'EMC') depth -= 1;
    if (name === 'm' || name === 're') path ??= start;
    const isForm = name === 'Do' && depth === 0 && !marksItself((operandsOf(code, operator)[0] ?? '').slice(1));
    if (depth === 0 && (paints.has(name) || shows.has(name) || isForm)) {
      const from = paints.has(name) ? (path ?? start) : start;
      parts.push(code.slice(copied, from), '/Artifact BMC\n', code.slice(from, end), '\nEMC');
      copied = end;
    }
    if (paints.has(name) || name === 'n') path = undefined;
  }
  return parts.join('') + code.slice(copied);
}
