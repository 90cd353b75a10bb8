import { type Diagnostic, formatDiagnostic, sortDiagnostics } from '../diagnostic.js';
import type { Effects } from '../effects.js';
import type { Deck } from '../model.js';
import { count } from '../progress.js';

/** Says every diagnostic of a deck on a line of its own, in reading order, then how many there are. Nothing when there is none. */
export function reportDiagnostics({ path }: Deck, diagnostics: readonly Diagnostic[], say: Effects['report']): void {
  const sorted = sortDiagnostics(diagnostics);
  for (const diagnostic of sorted) say(formatDiagnostic(diagnostic));
  const of = (severity: Diagnostic['severity']): number => sorted.filter((one) => one.severity === severity).length;
  const counts = [count(of('error'), 'error'), count(of('warning'), 'warning'), count(of('note'), 'note')];
  if (sorted.length > 0) say(`${path}: ${counts.filter((words) => !words.startsWith('0 ')).join(', ')}`);
}
