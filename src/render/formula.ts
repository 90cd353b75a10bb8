import katex from 'katex';
import type { Diagnostic, Place } from '../model.js';
import { escapeHtml } from './escape-html.js';

/** HTML and MathML of one formula. What KaTeX cannot read is an error and stands on the slide as it was typed. */
export function setFormula(tex: string, display: boolean, place: Place | undefined, diagnostics: Diagnostic[]): string {
  try {
    return katex.renderToString(tex, { displayMode: display, output: 'htmlAndMathml', strict: 'ignore' });
  } catch (error) {
    if (!(error instanceof katex.ParseError)) throw error;
    diagnostics.push({
      rule: 'formula',
      severity: 'error',
      message: `Formula not understood: ${error.rawMessage}.`,
      place: place ?? { path: '', line: 1 },
      cure: 'Mend the TeX, or write \\$ for a dollar sign.',
    });
    return `<code>${escapeHtml(tex)}</code>`;
  }
}
