import katex, { type KatexOptions } from 'katex';

const definition = /\\newcommand(?![A-Za-z])(\s*\*?\s*\{?\s*)(\\[A-Za-z@]+|\\.)/g;

/**
 * KaTeX has many commands that LaTeX has not, such as `\R`, and refuses to define these; so it would a macro that an earlier slide
 * defines for itself. Here a definition replaces what was there. `read` is what KaTeX is to do with the formula.
 */
export function redefining<T>(tex: string, options: KatexOptions, read: (tex: string, options: KatexOptions) => T): T {
  try {
    return read(tex, options);
  } catch (error) {
    const name = error instanceof katex.ParseError && /\{(\\.+?)\} attempting to redefine/.exec(error.rawMessage)?.[1];
    if (!name) throw error;
    const anew = tex.replace(definition, (whole, before: string, defined: string) =>
      defined === name ? `\\renewcommand${before}${defined}` : whole,
    );
    if (anew === tex) throw error;
    return redefining(anew, options, read);
  }
}
