import type { Diagnostic, Diagram } from '../model.js';
import { nameOf } from './diagram-diagnostics.js';
import { kindOf } from './diagram-kind.js';
import type { KeptDrawing } from './kept-drawing.js';
import { stepMarks, takesSteps } from './step-marks.js';

/**
 * What is wrong with a diagram's `%% step` marks, each said on its own line of the deck. Those of relations are written by us, and what is
 * wrong with their steps was said when the fence was read.
 */
export function stepDiagnostics(
  diagram: Diagram,
  { idleMarks, unreadableMarks }: Pick<KeptDrawing, 'idleMarks' | 'unreadableMarks'>,
): readonly Diagnostic[] {
  const marks = stepMarks(diagram.code);
  const [first] = marks;
  if (first === undefined || diagram.view !== undefined) return [];
  const named = `The diagram "${nameOf(diagram)}"`;
  if (!takesSteps(diagram.code)) {
    const message = `${named} is divided by "%% step", and its kind, ${kindOf(diagram.code)}, has no steps: flowchart, sequence, state and timeline diagrams have.`;
    return [{ ...at(first, 'error', message), cure: 'Remove the marks, or show the diagram as one of these four.' }];
  }
  return marks.flatMap((line, index) => {
    const mark = index + 1;
    if (unreadableMarks.includes(mark)) {
      const message = `${named} cannot be divided here: what stands above the mark is no diagram, since the mark is within a statement.`;
      return [{ ...at(line, 'error', message), cure: 'Put the mark between two statements.' }];
    }
    if (!idleMarks.includes(mark)) return [];
    const message = `${named} shows nothing new with this step: what stands below the mark is there already.`;
    return [{ ...at(line, 'warning', message), cure: 'Remove the mark, or put it above what is to appear.' }];
  });

  function at(line: number, severity: Diagnostic['severity'], message: string): Diagnostic {
    const place = { path: diagram.place.path, line: diagram.place.line + line - 1 };
    return { rule: 'diagram-steps', severity, message, place };
  }
}
