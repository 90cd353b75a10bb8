import type { CheckedClaim, Claim, Diagnostic, Place } from '../model.js';
import { type ClaimCheck, checkClaim } from './check-claim.js';
import type { ClaimTools } from './claim-context.js';
import { claimId } from './claim-id.js';
import type { LockedClaim } from './lock.js';
import { findWords } from './passages.js';
import { placeOfWords } from './place-of-words.js';
import { prepareVerbatim } from './quotation.js';
import { wordsOf } from './words.js';

/** What became of a claim, and what to say about it. */
export type Verdict = Pick<CheckedClaim, 'status' | 'by' | 'found'> & { readonly diagnostics: readonly Diagnostic[] };

/** Judges a claim by its sources where they are here, else by the lock; what rests on no source by what it says of itself. */
export function verdict(claim: Claim, tools: ClaimTools, locked: ReadonlyMap<string, LockedClaim>): Verdict {
  const { citations, unsourced, quotations } = claim;
  const place = placeOfClaim(claim);
  if (claim.isFrame === true) return frameVerdict(claim, tools);
  if (citations.length === 0 && unsourced === undefined) {
    const message = `"${shortened(claim.text)}" cites no paragraph.`;
    const cure = 'Cite one, `[@key, ¶5]`, or say that it is `[@inference]` or `[@lecturer]`.';
    return {
      status: 'missing',
      by: 'nothing',
      found: [],
      diagnostics: [{ rule: 'evidence-missing', severity: 'error', message, place, cure }],
    };
  }
  if (citations.length === 0 && unsourced !== undefined) {
    const check = quotations.length === 0 ? undefined : checkClaim(claim, tools);
    return {
      status: check?.status === 'failed' ? 'failed' : unsourced,
      by: 'nothing',
      found: check?.found ?? [],
      diagnostics: check?.diagnostics ?? [],
    };
  }
  const states = citations.map((citation) => tools.citation(citation).state);
  const check = checkClaim(claim, tools);
  const isDecided = states.every((state) => state === 'here' || state === 'wrong');
  if (isDecided || (states.includes('here') && !check.isUndecided)) return withAnchorWarning(claim, check);
  if (check.status === 'failed') return { ...check, by: 'nothing' };
  if (!states.includes('locked'))
    return { status: 'unchecked', by: 'nothing', found: check.found, diagnostics: check.diagnostics };
  const entry = locked.get(claimId(claim));
  if (entry !== undefined) return { status: entry.status, by: 'lock', found: foundIn(entry), diagnostics: [] };
  const keys = [...new Set(citations.filter((_, index) => states[index] === 'locked').map(({ key }) => key))];
  const message = `Not verified: the source ${keys.join(', ')} is not here, and the lock does not know "${shortened(claim.text)}".`;
  const cure = `Check the deck where the source ${keys[0]} is, with --update-lock.`;
  return {
    status: 'failed',
    by: 'nothing',
    found: [],
    diagnostics: [{ rule: 'source-absent', severity: 'error', message, place, cure }],
  };
}

/** A table's head or a term needs no evidence of its own; what is wrong in it is said where its sources are here. */
function frameVerdict(claim: Claim, tools: ClaimTools): Verdict {
  const states = claim.citations.map((citation) => tools.citation(citation).state);
  const isReadable = states.length > 0 && states.every((state) => state === 'here');
  if (claim.isWrongChoice === true) return wrongChoice(claim, tools);
  const check = isReadable ? checkClaim(claim, tools) : undefined;
  return { status: check?.status ?? 'unchecked', by: 'nothing', found: [], diagnostics: check?.diagnostics ?? [] };
}

/** A wrong choice may say what it likes, but not what the paragraph says word for word. */
function wrongChoice(claim: Claim, tools: ClaimTools): Verdict {
  const words = prepareVerbatim(claim.text);
  const paragraphs = claim.citations.flatMap((citation) => tools.citation(citation).paragraphs);
  const text = words.plain.replace(/^\S+\s/, '');
  const found = wordsOf(text).length < 3 ? undefined : findWords('quotation', prepareVerbatim(text), paragraphs);
  const message = `"${shortened(claim.text)}" is marked as wrong, and the paragraph says "${found?.[0]?.words ?? ''}".`;
  const cure = 'Mark it as right, or say something that the paragraph does not say.';
  const warning: Diagnostic = { rule: 'choice-stated', severity: 'warning', message, place: placeOfClaim(claim), cure };
  return { status: 'unchecked', by: 'nothing', found: [], diagnostics: found === undefined ? [] : [warning] };
}

function withAnchorWarning(claim: Claim, { status, found, diagnostics }: ClaimCheck): Verdict {
  if (status !== 'cited') return { status, by: 'source', found, diagnostics };
  const message = `"${shortened(claim.text)}" is only cited: it has no quotation, number, name or anchor to look for.`;
  const cure = 'Name the words it rests on: `[@key, ¶5, "three to eight words"]`.';
  const warning: Diagnostic = { rule: 'no-anchor', severity: 'warning', message, place: placeOfClaim(claim), cure };
  return { status, by: 'source', found, diagnostics: [...diagnostics, warning] };
}

/** A block or row of raw HTML begins below the line where that begins; a figure is cited for as a whole. */
function placeOfClaim(claim: Claim): Place {
  return claim.kind === 'figure' ? claim.place : placeOfWords(claim, '');
}

function foundIn({ rests }: LockedClaim): CheckedClaim['found'] {
  return rests.map(({ source, paragraph, kind, words, at }) => ({
    kind,
    source,
    paragraph,
    words,
    fromWord: at[0],
    toWord: at[1],
  }));
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 57).trimEnd()}…` : line;
}
