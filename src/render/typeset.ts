import type { Token } from 'markdown-it';
import type { Diagnostic } from '../model.js';
import { placeOf } from './markup.js';
import type { Typesetting } from './rendering.js';

/** What is to be set, and what its formulas depend on. */
export interface ToSet {
  /** Of the edition. */
  readonly tokens: readonly Token[];
  /** Of the whole deck, in its order: what another edition shows defines macros and has numbers all the same. */
  readonly ofDeck: readonly Token[];
  readonly macros: Readonly<Record<string, string>>;
}

/**
 * Sets all code and formulas of the tokens. Shiki and KaTeX are loaded only when there is something to set: a deck without
 * them must not wait for either.
 */
export async function typeset({
  tokens,
  ofDeck,
  macros,
}: ToSet): Promise<Typesetting & { readonly diagnostics: readonly Diagnostic[] }> {
  const fences = tokens.filter(({ type, meta }) => type === 'fence' && String(meta?.language ?? '') !== '');
  const shown = new Set(formulasIn(tokens).map(({ formula }) => formula));
  const diagnostics: Diagnostic[] = [];
  const code = fences.length === 0 ? new Map() : await (await import('./highlight.js')).highlight(fences, diagnostics);
  const set = new Map<Token, string>();
  if (shown.size > 0) {
    const { formulaSetter } = await import('./formula.js');
    const setFormula = formulaSetter(macros);
    for (const { formula, block } of formulasIn(ofDeck)) {
      const isShown = shown.has(formula);
      if (!isShown && !concernsOthers.test(formula.content)) continue;
      const place = placeOf(formula) ?? placeOf(block);
      const html = setFormula(formula.content, isDisplayed(formula), place, isShown ? diagnostics : []);
      if (isShown) set.set(formula, html);
    }
  }
  return { code, formulas: set, diagnostics };
}

/** Whether a formula may define what others use, or have a number. */
const concernsOthers = /\\(?:[gex]?def|let|futurelet|global|(?:new|renew|provide)command|begin)\b/;

function formulasIn(tokens: readonly Token[]): readonly { readonly formula: Token; readonly block: Token }[] {
  return tokens.flatMap((block) =>
    isFormula(block)
      ? [{ formula: block, block }]
      : (block.children ?? []).filter(isFormula).map((formula) => ({ formula, block })),
  );
}

function isFormula({ type }: Token): boolean {
  return type === 'math_inline' || type === 'math_block';
}

/** `$$…$$`, on lines of its own or within a paragraph. */
function isDisplayed({ type, meta }: Token): boolean {
  return type === 'math_block' || meta?.display === true;
}
