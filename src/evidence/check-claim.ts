import type { RuleName } from '../model/rules.js';
import type { Claim, ClaimStatus, Diagnostic, FoundWords } from '../model.js';
import { blankOut } from './blank.js';
import type { CheckedCitation } from './check-citation.js';
import { checkNumbers } from './check-numbers.js';
import { checkValues } from './check-values.js';
import { type ClaimTools, nameContext } from './claim-context.js';
import { findName, findShortened, paragraphsWith } from './find-name.js';
import { mostNamed } from './first-of.js';
import { doubtsOf } from './meaning/doubts.js';
import type { NameFact } from './name-fact.js';
import { nameWordsOf } from './name-index.js';
import { nameKeys } from './name-keys.js';
import { isCapitalised } from './name-words.js';
import { namesOf } from './names.js';
import { normalise } from './normalise.js';
import { citedPlaces, elsewhere, findWords, foundWords, placeName } from './passages.js';
import { placeOfWords } from './place-of-words.js';
import type { PreparedParagraph } from './prepared-source.js';
import { prepareQuotation } from './quotation.js';
import { readerForText } from './source-language.js';
import { textOutsideQuotations } from './text-outside-quotations.js';

/** What the texts that are here say about a claim. */
export interface ClaimCheck {
  readonly status: ClaimStatus;
  readonly found: readonly FoundWords[];
  readonly diagnostics: readonly Diagnostic[];
  /** Something was not found, but a source it cites is known to the lock only, or to nobody. */
  readonly isUndecided: boolean;
}

/** A quotation of a claim, and where its words stand. */
interface FoundQuotation {
  readonly words: string;
  readonly found: readonly FoundWords[];
}

/** `words` are those of the claim that it is about. */
type Report = (rule: RuleName, words: string, message: string, cure: string, severity?: 'error' | 'warning') => void;

/** Checks quotations, numbers and names of a claim against the paragraphs it cites, as far as they are here. */
export function checkClaim(claim: Claim, tools: ClaimTools): ClaimCheck {
  const own = claim.citations.map((citation) => tools.citation(citation));
  const cited = [...new Set([...own, ...claim.below.map((citation) => tools.citation(citation))])];
  const isHere = own.some(({ state }) => state === 'here');
  const isPartial =
    own.some(({ state }) => state === 'locked') || (!isHere && own.some(({ state }) => state === 'unread'));
  const paragraphs = [...new Set(cited.flatMap(({ paragraphs }) => paragraphs))];
  const problems: Diagnostic[] = [];
  const unread = isHere ? claim.citations.filter((_, index) => own[index]?.state === 'unread') : [];
  const report: Report = (rule, words, message, cure, severity = 'error') => {
    const keys = [...new Set(unread.map(({ key }) => key))].join(', ');
    const also = keys === '' ? '' : ` ${keys} is not here to be read.`;
    const instead = keys === '' ? cure : `${cure} What rests on ${keys} takes a claim and a citation of its own.`;
    problems.push({ rule, severity, message: `${message}${also}`, place: placeOfWords(claim, words), cure: instead });
  };
  for (const at of claim.unpaired ?? []) {
    const message = `The quotation mark in "${claim.text.slice(at, at + 30).split('\n', 1)[0]}" has no partner.`;
    report(
      'quotation-mark',
      claim.text.slice(at, at + 30),
      message,
      'Close the quotation, or remove the mark.',
      'warning',
    );
  }
  const quotations = checkQuotations(claim, cited, paragraphs, tools, report);
  const quoted = quotations.flatMap(({ found }) => found);
  const reader = readerForText(claim.text, tools.reader, [...new Set(paragraphs.map((one) => one.reader))]);
  const facts = paragraphs.length === 0 ? [] : checkFacts(claim, paragraphs, quotations, { ...tools, reader }, report);
  const values =
    paragraphs.length === 0 ? undefined : checkValues(claim, paragraphs, [...tools.sources.values()], reader);
  if (claim.unsourced === undefined) problems.push(...(values?.missing ?? []));
  const anchors = own.flatMap(({ anchors }) => anchors);
  const isWrong = own.some(({ state }) => state === 'wrong') || problems.some(({ severity }) => severity === 'error');
  const isUndecided = isPartial && problems.length > 0;
  const status =
    quoted.length > 0
      ? 'quoted'
      : anchors.length > 0
        ? 'anchored'
        : facts.length + (values?.found.length ?? 0) > 0
          ? 'found'
          : 'cited';
  return {
    status: isWrong && !isUndecided ? 'failed' : status,
    found: once([...quoted, ...anchors, ...facts, ...(values?.found ?? [])]),
    diagnostics: isUndecided ? [] : problems,
    isUndecided,
  };
}

function checkQuotations(
  claim: Claim,
  cited: readonly CheckedCitation[],
  paragraphs: readonly PreparedParagraph[],
  tools: ClaimTools,
  report: Report,
): readonly FoundQuotation[] {
  return claim.quotations.flatMap(({ start, end }): readonly FoundQuotation[] => {
    const words = claim.text.slice(start, end);
    const quotation = prepareQuotation(words);
    for (const { paragraphs } of cited) {
      const found = findWords('quotation', quotation, paragraphs);
      if (found !== undefined) return [{ words, found }];
    }
    const across = findWords('quotation', quotation, paragraphs);
    if (across !== undefined) return [{ words, found: across }];
    const named = quotedName(words, paragraphs, tools);
    if (named !== undefined) return [{ words, found: [named] }];
    const all = [...tools.sources.values()];
    if (paragraphs.length === 0) {
      if (cited.every(({ state }) => state === 'wrong') && cited.length > 0) return [];
      report(
        'quotation',
        words,
        `The quotation "${words}" cites no paragraph that is here.`,
        'Cite the paragraph it stands in.',
      );
      return [];
    }
    const message = `Quotation not found in ${citedPlaces(paragraphs, all)}: "${words}"; ${elsewhere(quotation, paragraphs, all)}.`;
    report('quotation', words, message, 'Quote the words as they stand there, or cite where they stand.');
    return [];
  });
}

/** The name of a ship or a work between marks may stand in another case than in the source. */
function quotedName(
  words: string,
  paragraphs: readonly PreparedParagraph[],
  { names, reader }: ClaimTools,
): FoundWords | undefined {
  const parts = nameWordsOf(normalise(words).text);
  if (parts.length === 0 || parts.length > 3 || !parts.every(({ text }) => isCapitalised(text))) return undefined;
  if (reader.language.names.endings.length < 2) return undefined;
  const form = names.formOf(words);
  for (const paragraph of paragraphs)
    for (const [at, word] of paragraph.nameWords.entries())
      if (isCapitalised(word.text) && names.standsAt(form, paragraph.nameWords, at))
        return foundWords(
          'quotation',
          paragraph,
          word.start,
          paragraph.nameWords[at + parts.length - 1]?.end ?? word.end,
        );
  return undefined;
}

function checkFacts(
  claim: Claim,
  cited: readonly PreparedParagraph[],
  quoted: readonly FoundQuotation[],
  tools: ClaimTools,
  report: Report,
): readonly FoundWords[] {
  const text = textOutsideQuotations(claim);
  const keys = [...new Set(cited.map(({ source }) => source))];
  const sources = keys.flatMap((key) => tools.sources.get(key) ?? []);
  const [first, ...more] = sources;
  const whole =
    first !== undefined && more.length === 0 ? first.paragraphs : sources.flatMap(({ paragraphs }) => paragraphs);
  const numbers = checkNumbers(text, tools.reader, cited, whole, claim.framedBy);
  const isCounted = claim.ignoreNumbers !== true;
  const isWorkedOut = claim.unsourced !== undefined;
  for (const { what, text, elsewhere, isDoubt } of isCounted && !isWorkedOut ? numbers.missing : []) {
    const message = `The ${what} ${text} is not in ${citedPlaces(cited, sources)}${also(elsewhere)}.`;
    const cure =
      'Correct it, or cite the paragraph that gives it. Where it is worked out, say so: `[@key, ¶5; @inference]`.';
    report('number', text, message, cure, isDoubt ? 'warning' : 'error');
  }
  const found: FoundWords[] = [];
  const context = nameContext(tools, sources);
  const names = namesOf(blankOut(text, numbers.read), context);
  for (const name of names) {
    const place = placeOf(name, names, text, cited, tools);
    if (place !== undefined) found.push(foundWords('name', place.paragraph, place.start, place.end));
    else if (!name.isSoft && !isOfReference(name, keys, tools)) {
      const others = sources.flatMap((source) => paragraphsWith(name, source, tools.reader));
      const message = `The name ${name.text} is not in ${citedPlaces(cited, sources)}${also(others)}.`;
      report('name', name.text, message, cureFor(name));
    }
  }
  if (claim.unsourced === undefined && claim.kind !== 'figure')
    for (const { rule, message, cure } of doubtsOf(
      { text, names: names.filter((name) => !name.isSoft), reader: tools.reader, context, quoted },
      cited,
    ))
      report(rule, '', message, cure, 'warning');
  return [...(isCounted ? numbers.found : []), ...found];
}

function placeOf(
  name: NameFact,
  names: readonly NameFact[],
  text: string,
  cited: readonly PreparedParagraph[],
  { reader }: ClaimTools,
): { readonly paragraph: PreparedParagraph; readonly start: number; readonly end: number } | undefined {
  for (const paragraph of cited) {
    const at = findName(name, paragraph, reader);
    if (at !== undefined) return { paragraph, ...at };
  }
  const group = names.filter((one) => one.group === name.group);
  for (const paragraph of cited) {
    const at = findShortened(group, text, paragraph);
    if (at !== undefined) return { paragraph, start: at.start, end: at.end };
  }
  return undefined;
}

function isOfReference({ text }: NameFact, keys: readonly string[], { referenceNames, reader }: ClaimTools): boolean {
  const own = nameKeys(text, [reader.language]);
  return keys.some((key) => own.some((one) => referenceNames.get(key)?.has(one) === true));
}

function cureFor({ isAbbreviation, text }: NameFact): string {
  return isAbbreviation
    ? `Correct it, cite the paragraph that has it, or say what it stands for: \`*[${text}]: …\`.`
    : 'Correct it, cite the paragraph that has it, or make it an `aka` of an actor that stands there.';
}

function also(paragraphs: readonly PreparedParagraph[]): string {
  if (paragraphs.length === 0) return '';
  const shown = paragraphs.slice(0, mostNamed).map(placeName);
  return `; it stands in ${shown.join(', ')}${paragraphs.length > mostNamed ? ' and others' : ''}`;
}

/** The same words may bear out several parts of a claim. */
function once(found: readonly FoundWords[]): readonly FoundWords[] {
  const place = ({ kind, source, paragraph, range }: FoundWords): string =>
    `${kind} ${source} ${paragraph} ${range?.start} ${range?.end}`;
  return [...new Map(found.map((one) => [place(one), one])).values()];
}
