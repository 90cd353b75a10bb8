import { ruleNamed } from '../model/rules.js';
import type { Diagnostic, RuleName } from '../model.js';
import { checkRuleNames } from './exceptions.js';
import type { Checked, Finding } from './finding.js';
import { undefinedAbbreviations } from './rules/abbreviation-undefined.js';
import { asOfDate } from './rules/as-of-date.js';
import { missingBrandLetters } from './rules/brand-letters.js';
import { claimStale } from './rules/claim-stale.js';
import { duplicateTitle } from './rules/duplicate-title.js';
import { emptySlides } from './rules/empty-slide.js';
import { missingGlyphs } from './rules/glyph-missing.js';
import { headingMissing } from './rules/heading-missing.js';
import { headingOrder } from './rules/heading-order.js';
import { languageMissing } from './rules/language-missing.js';
import { notesMissing } from './rules/notes-missing.js';
import { questionAnswerMissing } from './rules/question-answer-missing.js';
import { questionAnswerOutside } from './rules/question-answer-outside.js';
import { questionAttributes } from './rules/question-attributes.js';
import { questionChoices } from './rules/question-choices.js';
import { questionObjective } from './rules/question-objective.js';
import { rightToLeft } from './rules/right-to-left.js';
import { stackHidden } from './rules/stack-hidden.js';
import { timing } from './rules/timing.js';
import { unfinished } from './rules/unfinished.js';
import { wordsPerSlide } from './rules/words-per-slide.js';

/** The rules for which the parsed deck is enough, in the order they look. All others are found where their stage knows. */
export const deckChecks = {
  'as-of-date': asOfDate,
  'claim-stale': claimStale,
  'language-missing': languageMissing,
  'right-to-left': rightToLeft,
  'empty-slide': emptySlides,
  'stack-hidden': stackHidden,
  'heading-missing': headingMissing,
  'heading-order': headingOrder,
  'words-per-slide': wordsPerSlide,
  'duplicate-title': duplicateTitle,
  'abbreviation-undefined': undefinedAbbreviations,
  unfinished: unfinished,
  timing: timing,
  'notes-missing': notesMissing,
  'question-answer-missing': questionAnswerMissing,
  'question-answer-outside': questionAnswerOutside,
  'question-attributes': questionAttributes,
  'question-choices': questionChoices,
  'question-objective': questionObjective,
  'brand-letters': missingBrandLetters,
  'glyph-missing': missingGlyphs,
} satisfies Partial<Record<RuleName, (checked: Checked) => readonly Finding[]>>;

/**
 * What the rules find that need nothing but the parsed deck. Those of style hold in decks written for our theme; where outputs are
 * made only those among them are looked at that the deck itself calls errors.
 */
export function checkDeck(checked: Checked, { style: all }: { readonly style: boolean }): readonly Diagnostic[] {
  const { usesOwnTheme, rules: levels } = checked.deck.settings;
  const found = Object.entries(deckChecks).flatMap(([name, check]) => {
    const rule = ruleNamed(name);
    if (rule === undefined || (rule.style && !(usesOwnTheme && (all || levels?.[name] === 'error')))) return [];
    return check(checked).map((finding): Diagnostic => ({ severity: rule.severity, ...finding, rule: rule.name }));
  });
  return [...found, ...checkRuleNames(checked.deck)];
}
