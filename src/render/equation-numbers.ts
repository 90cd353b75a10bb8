/**
 * Writes the numbers of equations into formulas as they come. KaTeX leaves them to a counter of CSS, which counts what is shown on the page
 * at the moment: another number on screen, in print and on each paper. `class` is another than KaTeX's, so that its counter does not begin.
 */
export function equationNumbers(): (html: string) => string {
  let last = 0;
  return (html) => {
    const count = html.split(shown).length - 1;
    if (count === 0) return html;
    const first = last + 1;
    last += count;
    // KaTeX gives a row with a tag of the author's a cell for a number in MathML too; which is whose it does not say.
    const isClear = html.split(spoken).length - 1 === count;
    let [next, nextSpoken] = [first, first];
    return html
      .replaceAll(shown, () => `<span class="equation-number">(${next++})</span>`)
      .replaceAll(spoken, () => (isClear ? `<mtd><mtext>(${nextSpoken++})</mtext></mtd>` : '<mtd></mtd>'));
  };
}

const shown = '<span class="eqn-num"></span>';
const spoken = '<mtd class ="mml-eqn-num"></mtd>';
