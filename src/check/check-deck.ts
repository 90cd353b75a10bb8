import type { Diagnostic } from '../diagnostic.js';
import { checkRuleNames } from './exceptions.js';
import type { Checked, Rule } from './rule.js';
import { rules } from './rules.js';

/**
 * What the rules find that need nothing but the parsed deck. Those of style hold in decks written for our theme; where outputs are
 * made only those among them are looked at that the deck itself calls errors.
 */
export function checkDeck(checked: Checked, { style: all }: { readonly style: boolean }): readonly Diagnostic[] {
  const { ours, rules: levels } = checked.deck.settings;
  const table: readonly Rule<(typeof rules)[number]['name']>[] = rules;
  const found = table.flatMap(({ name, severity, style, check }) => {
    if (check === undefined || (style && !(ours && (all || levels?.[name] === 'error')))) return [];
    return check(checked).map((finding): Diagnostic => ({ severity, ...finding, rule: name }));
  });
  return [...found, ...checkRuleNames(checked.deck)];
}
