import type { RuleSet } from '../token-rules.js';

/** Formulas are set at build: HTML for the eye, MathML for a screen reader; the page needs KaTeX's style and no script. */
export const formulaRules: RuleSet = ({ typesetting }) => ({
  math_inline: (tokens, index) => {
    const token = tokens[index];
    return token === undefined ? '' : (typesetting.formulas.get(token) ?? '');
  },
  math_block: (tokens, index) => {
    const token = tokens[index];
    return token === undefined ? '' : `<div class="formula">${typesetting.formulas.get(token) ?? ''}</div>\n`;
  },
});
