import type { Token } from 'markdown-it';
import type { Diagnostic } from '../model.js';
import { unknownCodeLanguages } from './code-languages.js';
import { placeOf } from './markup.js';
import type { Typesetting } from './rendering.js';

/** What is to be set, and what its formulas depend on. */
export interface ToSet {
  /** Of the edition. */
  readonly tokens: readonly Token[];
  /** Of the whole deck, in its order: what another edition shows defines macros and has numbers all the same. */
  readonly ofDeck: readonly Token[];
  readonly macros: Readonly<Record<string, string>>;
  /** Whether somebody will see it: colouring code takes more time than all the rest, and says nothing about it. */
  readonly isShown: boolean;
  /** Code that was coloured before, by its language and text; what is new is added. */
  readonly known?: Map<string, string>;
}

/**
 * Sets all code and formulas of the tokens; code is only coloured where it will be seen. Shiki and KaTeX are loaded only when there is something to set: a deck without
 * them must not wait for either.
 */
export async function typeset({
  tokens,
  ofDeck,
  macros,
  isShown,
  known = new Map(),
}: ToSet): Promise<Typesetting & { readonly diagnostics: readonly Diagnostic[] }> {
  const fences = tokens.filter(({ type, meta }) => type === 'fence' && String(meta?.language ?? '') !== '');
  const shown = new Set(formulasIn(tokens).map(({ formula }) => formula));
  const diagnostics = [...(await unknownCodeLanguages(fences))];
  const isColoured = isShown && fences.length > 0;
  const code = isColoured ? await (await import('./highlight.js')).highlight(fences, known) : new Map<Token, string>();
  const set = new Map<Token, string>();
  if (shown.size > 0) {
    const { formulaSetter, loadChemistry } = await import('./formula.js');
    const all = formulasIn(ofDeck).filter(({ formula }) => shown.has(formula) || concernsOthers.test(formula.content));
    if ([...Object.values(macros), ...all.map(({ formula }) => formula.content)].some((tex) => chemistry.test(tex)))
      await loadChemistry();
    const setAll = (labels: ReadonlyMap<string, string>, said: Diagnostic[]): ReadonlyMap<string, string> => {
      const setFormula = formulaSetter(macros, labels);
      const found = new Map<string, string>();
      for (const { formula, block } of all) {
        const isOwn = shown.has(formula);
        const place = placeOf(formula) ?? placeOf(block);
        const { html, labels } = setFormula(formula.content, isDisplayed(formula), place, isOwn ? said : []);
        if (!isOwn) continue;
        set.set(formula, html);
        for (const [name, number] of labels) found.set(name, number);
      }
      return found;
    };
    // What is referred to may come later: then all are set once to learn their numbers.
    const hasReferences = all.some(({ formula }) => reference.test(formula.content));
    setAll(hasReferences ? setAll(new Map(), []) : new Map(), diagnostics);
  }
  return { code, formulas: set, diagnostics };
}

const reference = /\\(?:eq)?ref(?![A-Za-z])/;

/** What KaTeX's own extension for chemistry reads; it is loaded where it is needed. */
const chemistry = /\\(?:ce|pu)(?![A-Za-z])/;

/** Whether a formula may define what others use, or have a number. */
const concernsOthers = /\\(?:[gex]?def|let|futurelet|global|(?:new|renew|provide)command|begin|label)\b/;

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
