import katex, { type KatexOptions } from 'katex';
import { escapeHtml } from '../escape-html.js';
import type { Diagnostic, Place } from '../model.js';
import { type EquationLabels, labelCommands, labelsIn } from './equation-labels.js';
import { equationNumbers } from './equation-numbers.js';
import { redefining } from './redefining.js';
import { ownStyle } from './tree.js';

/** Sets one formula after the other: HTML and MathML of each, and what its labels name. */
export type SetFormula = (
  tex: string,
  display: boolean,
  at: Place | undefined,
  diagnostics: Diagnostic[],
) => { readonly html: string; readonly labels: EquationLabels };

/**
 * Sets the formulas of a deck in its order. What one defines holds in those after it, as in TeX; `macros` hold in all. Numbers of
 * equations run through the deck; `labels` gives those that formulas refer to. What KaTeX cannot read is an error and stands on the slide as it was typed; a sign its fonts lack is a
 * warning.
 */
export function formulaSetter(macros: Readonly<Record<string, string>>, labels: EquationLabels): SetFormula {
  const defined: Macros = { ...labelCommands(labels), ...macros };
  const number = equationNumbers();
  return (tex, display, at, diagnostics) => {
    const place = at ?? { path: '', line: 1 };
    try {
      const before = { ...defined };
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
      const { html: numbered, first } = number(html);
      return { html: numbered, labels: labelsIn(tex, { ...settings, macros: before, displayMode: display }, first) };
    } catch (error) {
      // KaTeX goes down into every brace; what is nested too deep for that is its RangeError.
      if (!(error instanceof katex.ParseError || error instanceof RangeError)) throw error;
      const why = error instanceof RangeError ? 'it is nested too deep' : error.rawMessage;
      diagnostics.push({
        rule: 'formula',
        severity: 'error',
        message: `Formula not understood: ${why}.`,
        place,
        cure: cureFor(why),
      });
      return { html: `<code>${escapeHtml(tex)}</code>`, labels: new Map() };
    }
  };
}

/** By name; KaTeX puts what a formula defines there, as a list of tokens. */
type Macros = Record<string, string | object>;

/** Nothing is larger than a slide (em). Macros end after 1000 by themselves. */
const settings = { maxSize: 60, globalGroup: true, strict: 'ignore' } as const;

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
    const trust: KatexOptions['trust'] = ({ command }) => refused.push(command) < 0;
    const options: KatexOptions = { ...settings, macros, trust, displayMode: display, output: 'htmlAndMathml' };
    const html = redefining(tex, options, (typed, given) => katex.renderToString(typed, given));
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

/** Adds the commands of chemistry, `\\ce` and `\\pu`, to KaTeX: 70 KB that few decks need. */
export async function loadChemistry(): Promise<void> {
  await import('katex/contrib/mhchem');
}

function cureFor(why: string): string {
  if (why.includes('names no equation'))
    return 'Write `\\label{name}` into a line that has a number, in `\\begin{equation}` or `\\begin{align}`, or behind a `\\tag{…}`.';
  const unknown = /^Undefined control sequence: (\\\S+)/.exec(why)?.[1];
  if (unknown === undefined) return 'Mend the TeX, or write \\$ for a dollar sign.';
  if (unitCommands.has(unknown)) return 'Units are set as words: `9.81\\,\\mathrm{m/s^2}`.';
  return `Write another command (katex.org/docs/supported lists those that are known), or define it in the front matter: \`macros: { ${unknown}: … }\`.`;
}

/** Of LaTeX's package siunitx. */
const unitCommands = new Set([
  '\\unit',
  '\\qty',
  '\\SI',
  '\\si',
  '\\num',
  '\\ang',
  '\\qtyrange',
  '\\SIrange',
  '\\numrange',
]);

/** The annotation holds the TeX as typed, and nothing else of the author's comments comes into an output. */
function withoutComments(tex: string): string {
  return tex.replace(/(\\.)|%.*/g, '$1').trimEnd();
}
