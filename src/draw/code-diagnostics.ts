import type { Diagnostic, Diagram } from '../model.js';
import { altDiagnostic } from './diagram-diagnostics.js';
import { configDiagnostics } from './overruled-config.js';
import { xychartDiagnostics } from './xychart-diagnostics.js';

/** What a diagram's own code shows to be wrong with it. `description` is one to offer where it has none. */
export function codeDiagnostics(diagram: Diagram, description = ''): readonly Diagnostic[] {
  const alt = diagram.alt.trim() === '' ? [altDiagnostic(diagram, description)] : [];
  return [...alt, ...configDiagnostics(diagram), ...xychartDiagnostics(diagram)];
}
