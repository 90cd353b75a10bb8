import type { RuleName } from '../check/rules.js';
import type { Citation, Claim, ClaimStatus, Diagnostic, FoundWords } from '../model.js';
import { blankOut } from './blank.js';
import type { CheckedCitation } from './check-citation.js';
import { checkNumbers } from './check-numbers.js';
import { datesOf } from './dates.js';
import { findName, type NameIndex, namesOf } from './names.js';
import { normalise } from './normalise.js';
import { citedPlaces, elsewhere, findWords, foundWords } from './passages.js';
import type { PreparedParagraph, PreparedSource } from './prepared-source.js';
import { prepareQuotation } from './quotation.js';
import { stemOf } from './stem.js';

/** What claims are checked with. */
export interface ClaimTools {
  readonly sources: ReadonlyMap<string, PreparedSource>;
  readonly names: NameIndex;
  /** Stems of the names a reference itself gives: its authors, where it appeared. */
  readonly referenceNames: ReadonlyMap<string, ReadonlySet<string>>;
  readonly citation: (citation: Citation) => CheckedCitation;
}

/** What the texts that are here say about a claim. */
export interface ClaimCheck {
  readonly status: ClaimStatus;
  readonly found: readonly FoundWords[];
  readonly diagnostics: readonly Diagnostic[];
  /** Something was not found, but a source it cites is not here. */
  readonly isUndecided: boolean;
}

/** Checks quotations, numbers and names of a claim against the paragraphs it cites, as far as they are here. */
export function checkClaim(claim: Claim, tools: ClaimTools): ClaimCheck {
  const cited = [...new Set([...claim.citations, ...claim.below])].map((citation) => tools.citation(citation));
  const own = claim.citations.map((citation) => tools.citation(citation));
  const paragraphs = [...new Set(cited.flatMap(({ paragraphs }) => paragraphs))];
  const isPartial = cited.some(({ state }) => state === 'locked' || state === 'unread');
  const problems: Diagnostic[] = [];
  const report = (rule: RuleName, message: string, cure: string, severity: 'error' | 'warning' = 'error'): void => {
    problems.push({ rule, severity, message, place: claim.place, cure });
  };
  const quoted = checkQuotations(claim, cited, paragraphs, tools, report);
  const text = textOutsideQuotations(claim);
  const facts = paragraphs.length === 0 ? [] : checkFacts(claim, text, paragraphs, tools, report);
  const anchors = own.flatMap(({ anchors }) => anchors);
  const isWrong = own.some(({ state }) => state === 'wrong') || problems.some(({ severity }) => severity === 'error');
  const isUndecided = isPartial && problems.length > 0;
  const status = quoted.length > 0 ? 'quoted' : anchors.length > 0 ? 'anchored' : facts.length > 0 ? 'found' : 'cited';
  return {
    status: isWrong && !isUndecided ? 'failed' : status,
    found: once([...quoted, ...anchors, ...facts]),
    diagnostics: isUndecided ? [] : problems,
    isUndecided,
  };
}

/** A claim's text, normalised line by line, quotations blanked by characters that are no words. */
export function textOutsideQuotations({ text, quotations }: Pick<Claim, 'text' | 'quotations'>): string {
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

type Report = (rule: RuleName, message: string, cure: string, severity?: 'error' | 'warning') => void;

function checkQuotations(
  claim: Claim,
  cited: readonly CheckedCitation[],
  paragraphs: readonly PreparedParagraph[],
  tools: ClaimTools,
  report: Report,
): readonly FoundWords[] {
  return claim.quotations.flatMap(({ start, end }) => {
    const words = claim.text.slice(start, end);
    const quotation = prepareQuotation(words);
    for (const { paragraphs } of cited) {
      const found = findWords('quotation', quotation, paragraphs);
      if (found !== undefined) return found;
    }
    const all = [...tools.sources.values()];
    if (paragraphs.length === 0) {
      if (cited.every(({ state }) => state === 'wrong') && cited.length > 0) return [];
      report(
        'quotation',
        `The quotation "${words}" cites no paragraph that is here.`,
        'Cite the paragraph it stands in.',
      );
      return [];
    }
    const message = `Quotation not found in ${citedPlaces(paragraphs, all)}: "${words}"; ${elsewhere(quotation, paragraphs, all)}.`;
    report('quotation', message, 'Quote the words as they stand there, or cite where they stand.');
    return [];
  });
}

function checkFacts(
  claim: Claim,
  text: string,
  cited: readonly PreparedParagraph[],
  tools: ClaimTools,
  report: Report,
): readonly FoundWords[] {
  const keys = [...new Set(cited.map(({ source }) => source))];
  const sources = keys.flatMap((key) => tools.sources.get(key) ?? []);
  const whole = sources.flatMap(({ paragraphs }) => paragraphs);
  const numbers = claim.ignoreNumbers === true ? { found: [], missing: [] } : checkNumbers(text, cited, whole);
  for (const { what, text, elsewhere, isDoubt } of numbers.missing) {
    const message = `The ${what} ${text} is not in ${citedPlaces(cited, sources)}${also(elsewhere)}.`;
    report('number', message, 'Correct it, or cite the paragraph that gives it.', isDoubt ? 'warning' : 'error');
  }
  const names = namesOf(blankOut(text, datesOf(text)), tools.names, (stem) => isSourceName(stem, sources, tools));
  const found: FoundWords[] = [];
  for (const name of names) {
    const paragraph = cited.find((one) => findName(name, one) !== undefined);
    const at = paragraph === undefined ? undefined : findName(name, paragraph);
    if (paragraph !== undefined && at !== undefined) found.push(foundWords('name', paragraph, at.start, at.end));
    else if (!keys.some((key) => tools.referenceNames.get(key)?.has(stemOf(name.text)))) {
      const others = whole.filter((one) => findName(name, one) !== undefined);
      const message = `The name ${name.text} is not in ${citedPlaces(cited, sources)}${also(others)}.`;
      report(
        'name',
        message,
        'Correct it, cite the paragraph that has it, or make it an `aka` of an actor that stands there.',
      );
    }
  }
  return [...numbers.found, ...found];
}

/** By the sources' own usage: a name of any of them, and no common word of those that are cited. */
function isSourceName(stem: string, cited: readonly PreparedSource[], { sources }: ClaimTools): boolean {
  return (
    [...sources.values()].some(({ usage }) => usage.names.has(stem)) &&
    !cited.some(({ usage }) => usage.common.has(stem))
  );
}

function also(paragraphs: readonly PreparedParagraph[]): string {
  if (paragraphs.length === 0) return '';
  const shown = paragraphs.slice(0, 4).map(({ number }) => `¶${number}`);
  return `; it stands in ${shown.join(', ')}${paragraphs.length > 4 ? ' and others' : ''}`;
}

/** The same words may bear out several parts of a claim. */
function once(found: readonly FoundWords[]): readonly FoundWords[] {
  const place = ({ kind, source, paragraph, range }: FoundWords): string =>
    `${kind} ${source} ${paragraph} ${range?.start} ${range?.end}`;
  return [...new Map(found.map((one) => [place(one), one])).values()];
}
