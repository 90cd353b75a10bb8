import katex, { type KatexOptions } from 'katex';
import type { Diagnostic, Place } from '../model.js';
import { equationNumbers } from './equation-numbers.js';
import { escapeHtml } from './escape-html.js';
import { ownStyle } from './tree.js';

/** Sets one formula after the other: HTML and MathML of each. */
export type SetFormula = (tex: string, display: boolean, at: Place | undefined, diagnostics: Diagnostic[]) => string;

/**
 * Sets the formulas of a deck in its order. What one defines holds in those after it, as in TeX; `macros` hold in all. Numbers of
 * equations run through the deck. What KaTeX cannot read is an error and stands on the slide as it was typed; a sign its fonts lack is a
 * warning.
 */
export function formulaSetter(macros: Readonly<Record<string, string>> = {}): SetFormula {
  const defined: Macros = { ...macros };
  const number = equationNumbers();
  return (tex, display, at, diagnostics) => {
    const place = at ?? { path: '', line: 1 };
    try {
      const { html, lacking, refused } = render(tex, display, defined);
      if (refused !== undefined)
        throw new katex.ParseError(`${refused} makes a link, a picture or an attribute, which no formula may`);
      if (lacking.length > 0) {
        diagnostics.push({
          rule: 'formula',
          severity: 'warning',
          message: `The fonts of formulas lack ${lacking.map((sign) => `“${sign}”`).join(', ')}; it is shown in another face.`,
          place,
          cure: 'Write it outside the formula.',
        });
      }
      return number(html);
    } catch (error) {
      // KaTeX goes down into every brace; what is nested too deep for that is its RangeError.
      if (!(error instanceof katex.ParseError || error instanceof RangeError)) throw error;
      const why = error instanceof RangeError ? 'it is nested too deep' : error.rawMessage;
      diagnostics.push({
        rule: 'formula',
        severity: 'error',
        message: `Formula not understood: ${why}.`,
        place,
        cure: 'Mend the TeX, or write \\$ for a dollar sign.',
      });
      return `<code>${escapeHtml(tex)}</code>`;
    }
  };
}

/** By name; KaTeX puts what a formula defines there, as a list of tokens. */
type Macros = Record<string, string | object>;

/** Nothing is larger than a slide (em). Macros end after 1000 by themselves. */
const limits = { maxSize: 60 };

interface SetTex {
  readonly html: string;
  readonly lacking: readonly string[];
  /** A command that would make a link or an attribute; KaTeX shows its name in red instead and says nothing. */
  readonly refused?: string;
}

/** KaTeX says which signs it lacks on the console and nowhere else. It escapes every quotation mark of the formula. */
function render(tex: string, display: boolean, macros: Macros): SetTex {
  const lacking = new Set<string>();
  const refused: string[] = [];
  const { warn } = console;
  console.warn = (message: unknown) => lacking.add(/'(.+?)'/su.exec(String(message))?.[1] ?? String(message));
  try {
    const html = renderFreely(tex, {
      ...limits,
      macros,
      globalGroup: true,
      trust: ({ command }) => refused.push(command) < 0,
      displayMode: display,
      output: 'htmlAndMathml',
      strict: 'ignore',
    });
    const styled = html.replaceAll(' style="', ` ${ownStyle}="`);
    return {
      html: styled.replace(/(?<=<annotation[^>]*>)[^<]*/, withoutComments),
      lacking: [...lacking],
      ...(refused[0] === undefined ? {} : { refused: refused[0] }),
    };
  } finally {
    console.warn = warn;
  }
}

const definition = /\\newcommand(?![A-Za-z])(\s*\*?\s*\{?\s*)(\\[A-Za-z@]+|\\.)/g;

/**
 * KaTeX has many commands that LaTeX has not, such as `\R`, and refuses to define these; so it would a macro that an earlier slide
 * defines for itself. Here a definition replaces what was there.
 */
function renderFreely(tex: string, options: KatexOptions): string {
  try {
    return katex.renderToString(tex, options);
  } catch (error) {
    const name = error instanceof katex.ParseError && /\{(\\.+?)\} attempting to redefine/.exec(error.rawMessage)?.[1];
    if (!name) throw error;
    const redefining = tex.replace(definition, (whole, before: string, defined: string) =>
      defined === name ? `\\renewcommand${before}${defined}` : whole,
    );
    if (redefining === tex) throw error;
    return renderFreely(redefining, options);
  }
}

/** The annotation holds the TeX as typed, and nothing else of the author's comments comes into an output. */
function withoutComments(tex: string): string {
  return tex.replace(/(\\.)|%.*/g, '$1').trimEnd();
}
