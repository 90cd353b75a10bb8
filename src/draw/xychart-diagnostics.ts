import type { Diagnostic, Diagram } from '../model.js';
import { nameOf } from './diagram-diagnostics.js';
import { kindOf } from './diagram-kind.js';

/** Lines that Mermaid's palette of ours can tell apart. */
const mostLines = 3;

/** Where Mermaid's xychart would show something false: bars over each other, bars that do not begin at zero, lines nobody can tell apart. */
export function xychartDiagnostics(diagram: Diagram): readonly Diagnostic[] {
  if (!/^xychart/.test(kindOf(diagram.code))) return [];
  const lines = diagram.code.split('\n').map((text, index) => ({ text, line: index + 1 }));
  const bars = lines.filter(({ text }) => /^\s*bar\b[^[]*\[/.test(text));
  const curves = lines.filter(({ text }) => /^\s*line\b[^[]*\[/.test(text));
  const [bar, second] = bars;
  const named = `The diagram "${nameOf(diagram)}"`;
  const found: Diagnostic[] = [];
  const report = (line: number, message: string, cure: string): void => {
    const place = { path: diagram.place.path, line: diagram.place.line + line - 1 };
    found.push({ rule: 'diagram-chart', severity: 'error', message, place, cure });
  };
  if (second !== undefined)
    report(
      second.line,
      `${named} has ${bars.length} series of bars, which Mermaid draws over each other.`,
      'Show them as a `chart` fence with `mark: bar`.',
    );
  const fourth = curves[mostLines];
  if (fourth !== undefined)
    report(
      fourth.line,
      `${named} has ${curves.length} lines, which cannot be told apart.`,
      'Show them as a `chart` fence, which names lines at their ends.',
    );
  if (bar === undefined) return found;
  const axis = lines.find(({ text }) => /^\s*y-axis\b/.test(text));
  const [, from, to] = /(-?[\d.]+)\s*-->\s*(-?[\d.]+)\s*$/.exec(axis?.text ?? '') ?? [];
  const values = bars.flatMap(({ text }) =>
    [...(/\[([^\]]*)\]/.exec(text)?.[1] ?? '').matchAll(/-?[\d.]+/g)].map(([number]) => Number(number)),
  );
  const most = Math.max(0, ...values);
  const isOnZero =
    from === undefined || to === undefined
      ? Math.min(...values) <= 0 && most >= 0
      : Number(from) <= 0 && Number(to) >= 0;
  if (isOnZero) return found;
  const begins = from === undefined ? 'at its lowest value' : `at ${from}`;
  report(
    (axis ?? bar).line,
    `${named} has bars on an axis that begins ${begins}; their length is read from zero.`,
    `Write the axis from zero: \`y-axis 0 --> ${most}\`.`,
  );
  return found;
}
