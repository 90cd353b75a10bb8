import { type Contents, type Drawn, formsOf } from './content-streams.js';
import { operandsOf } from './operators.js';

/**
 * Marks what no tag holds as an artifact (ISO 32000-1, 14.8.2.2): grounds, rules, running lines and what the author calls decoration.
 * Chromium tags what has a meaning, and leaves the rest without any mark.
 */
export function markArtifacts(contents: Contents): void {
  const waiting = new Set(contents.pages);
  for (const drawn of waiting) {
    const forms = formsOf(drawn, contents);
    // A form that has marks of its own is marked inside.
    drawn.recode(
      withArtifacts(drawn, (name) => {
        const form = forms.get(name);
        if (form === undefined || !form.code().includes('/MCID')) return false;
        waiting.add(form);
        return true;
      }),
    );
  }
}

const paints = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's']);
const shows = new Set(['Tj', 'TJ', "'", '"', 'sh', 'ID']);

/** `marksItself`: whether the form of a name has marks. A path is marked from where it begins: nothing may stand within it. */
function withArtifacts(drawn: Drawn, marksItself: (form: string) => boolean): string {
  const code = drawn.code();
  const parts: string[] = [];
  let depth = 0;
  let isSpelled = false;
  let path: number | undefined;
  let copied = 0;
  for (const operator of drawn.operators()) {
    const { name, start, end } = operator;
    if (name === 'BDC' && depth === 0 && isSpelling(code.slice(start, operator.at))) {
      parts.push(code.slice(copied, start), '/Artifact BMC\n');
      copied = start;
      isSpelled = true;
    }
    if (name === 'BMC' || name === 'BDC') depth += 1;
    if (name === 'EMC') depth -= 1;
    if (name === 'EMC' && depth === 0 && isSpelled) {
      parts.push(code.slice(copied, end), '\nEMC');
      copied = end;
      isSpelled = false;
    }
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

/** A mark that only says which letters its signs stand for, as around words that run from right to left; no tag holds it. */
function isSpelling(operands: string): boolean {
  return operands.includes('/ActualText') && !operands.includes('/MCID');
}
