import type { Diagnostic } from '../diagnostic.js';
import { checkRuleNames } from './exceptions.js';
import type { Checked, Rule } from './rule.js';
import { rules } from './rules.js';

/** What the rules find that need nothing but the parsed deck; those of style only in decks written for our theme. */
export function checkDeck(checked: Checked): readonly Diagnostic[] {
  const { ours } = checked.deck.settings;
  const table: readonly Rule<(typeof rules)[number]['name']>[] = rules;
  const found = table.flatMap(({ name, severity, style, check }) => {
    if (check === undefined || (style && !ours)) return [];
    return check(checked).map((finding): Diagnostic => ({ severity, ...finding, rule: name }));
  });
  return [...found, ...checkRuleNames(checked.deck)];
}
