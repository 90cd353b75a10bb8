import { diagramsRules } from './rules/diagrams.js';
import { evidenceRules } from './rules/evidence.js';
import { lookRules } from './rules/look.js';
import { pdfRules } from './rules/pdf.js';
import { settingsRules } from './rules/settings.js';
import { slidesRules } from './rules/slides.js';
import { writingRules } from './rules/writing.js';

/** Every rule, group by group. */
export const rules = [
  ...settingsRules,
  ...writingRules,
  ...evidenceRules,
  ...diagramsRules,
  ...slidesRules,
  ...lookRules,
  ...pdfRules,
] as const;

/** The name of a rule, as messages, front matter and exceptions have it. */
export type RuleName = (typeof rules)[number]['name'];

const byName = new Map<string, (typeof rules)[number]>(rules.map((rule) => [rule.name, rule]));

/** The rule of a name; undefined where there is none. */
export function ruleNamed(name: string): (typeof rules)[number] | undefined {
  return byName.get(name);
}
