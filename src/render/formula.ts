import katex from 'katex';
import type { Diagnostic, Place } from '../model.js';
import { escapeHtml } from './escape-html.js';

/**
 * HTML and MathML of one formula. What KaTeX cannot read is an error and stands on the slide as it was typed; a sign its fonts
 * lack is a warning.
 */
export function setFormula(tex: string, display: boolean, at: Place | undefined, diagnostics: Diagnostic[]): string {
  const place = at ?? { path: '', line: 1 };
  try {
    const { html, lacking } = render(tex, display);
    if (lacking.length > 0) {
      diagnostics.push({
        rule: 'formula',
        severity: 'warning',
        message: `The fonts of formulas lack ${lacking.map((sign) => `“${sign}”`).join(', ')}; it is shown in another face.`,
        place,
        cure: 'Write it outside the formula.',
      });
    }
    return html;
  } catch (error) {
    if (!(error instanceof katex.ParseError)) throw error;
    diagnostics.push({
      rule: 'formula',
      severity: 'error',
      message: `Formula not understood: ${error.rawMessage}.`,
      place,
      cure: 'Mend the TeX, or write \\$ for a dollar sign.',
    });
    return `<code>${escapeHtml(tex)}</code>`;
  }
}

/** KaTeX says which signs it lacks on the console and nowhere else. */
function render(tex: string, display: boolean): { readonly html: string; readonly lacking: readonly string[] } {
  const lacking = new Set<string>();
  const { warn } = console;
  console.warn = (message: unknown) => lacking.add(/'(.+?)'/su.exec(String(message))?.[1] ?? String(message));
  try {
    const html = katex.renderToString(tex, { displayMode: display, output: 'htmlAndMathml', strict: 'ignore' });
    return { html, lacking: [...lacking] };
  } finally {
    console.warn = warn;
  }
}
