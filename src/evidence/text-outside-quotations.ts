import type { Claim } from '../model.js';
import { blankOut } from './blank.js';
import { normalise } from './normalise.js';

type QuotingText = Pick<Claim, 'text' | 'quotations'>;

const outside = new WeakMap<QuotingText, string>();

/** A claim's text, normalised line by line, quotations blanked by characters that are no words. */
export function textOutsideQuotations(claim: QuotingText): string {
  const known = outside.get(claim);
  if (known !== undefined) return known;
  const made = withoutQuotations(claim);
  outside.set(claim, made);
  return made;
}

function withoutQuotations({ text, quotations }: QuotingText): string {
  const inner = quotations.map(({ start, end }) => ({
    start,
    end: /[.!?]/.test(text.charAt(end - 1)) ? end - 1 : end,
  }));
  const shown = blankOut(text, inner);
  return shown
    .split('\n')
    .map((line) => normalise(line).text)
    .join('\n');
}
