import type { RuleName } from '../../model/rules.js';

/** What makes a claim doubtful though its facts were found. */
export interface Doubt {
  readonly rule: RuleName;
  readonly message: string;
  readonly cure: string;
}
