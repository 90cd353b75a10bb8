import type { Token } from 'markdown-it';
import type { Diagnostic } from '../model.js';
import { placeOf } from './markup.js';
import type { Typesetting } from './rendering.js';

/**
 * Sets all code and formulas of the tokens. Shiki and KaTeX are loaded only when there is something to set: a deck without
 * them must not wait for either.
 */
export async function typeset(
  tokens: readonly Token[],
): Promise<Typesetting & { readonly diagnostics: readonly Diagnostic[] }> {
  const fences = tokens.filter(({ type, meta }) => type === 'fence' && String(meta?.language ?? '') !== '');
  const formulas = tokens.flatMap((block) =>
    isFormula(block)
      ? [{ formula: block, block }]
      : (block.children ?? []).filter(isFormula).map((formula) => ({ formula, block })),
  );
  const diagnostics: Diagnostic[] = [];
  const code = fences.length === 0 ? new Map() : await (await import('./highlight.js')).highlight(fences, diagnostics);
  const set = new Map<Token, string>();
  if (formulas.length > 0) {
    const { setFormula } = await import('./formula.js');
    for (const { formula, block } of formulas) {
      const place = placeOf(formula) ?? placeOf(block);
      set.set(formula, setFormula(formula.content, isDisplayed(formula), place, diagnostics));
    }
  }
  return { code, formulas: set, diagnostics };
}

function isFormula({ type }: Token): boolean {
  return type === 'math_inline' || type === 'math_block';
}

/** `$$…$$`, on lines of its own or within a paragraph. */
function isDisplayed({ type, meta }: Token): boolean {
  return type === 'math_block' || meta?.display === true;
}
