/** A formula, and the number of its first equation, or of the next one where it has none. */
export interface NumberedFormula {
  readonly html: string;
  readonly first: number;
}

/**
 * Writes the numbers of equations into formulas as they come. KaTeX leaves them to a counter of CSS, which counts what is shown on the page
 * at the moment: another number on screen, in print and on each paper. `class` is another than KaTeX's, so that its counter does not begin.
 */
export function equationNumbers(): (html: string) => NumberedFormula {
  let last = 0;
  return (html) => {
    const count = html.split(shown).length - 1;
    const first = last + 1;
    if (count === 0) return { html, first };
    last += count;
    // KaTeX gives a row with a tag of the author's a cell for a number in MathML too; which is whose it does not say.
    const isClear = html.split(spoken).length - 1 === count;
    let [next, nextSpoken] = [first, first];
    const numbered = html
      .replaceAll(shown, () => `<span class="equation-number">(${next++})</span>`)
      .replaceAll(spoken, () => (isClear ? `<mtd><mtext>(${nextSpoken++})</mtext></mtd>` : '<mtd></mtd>'));
    return { html: numbered, first };
  };
}

const shown = '<span class="eqn-num"></span>';
const spoken = '<mtd class ="mml-eqn-num"></mtd>';
