import type { CommonWords } from '../language/common-words.js';
import { readingLanguage } from '../language/languages.js';
import { plainLanguage } from '../language/plain.js';
import { type Diagnostic, formatDiagnostic } from '../model/diagnostic.js';
import type { CheckedClaim, Citation, Claim, Deck, Evidence, SourceDigest, SourceText } from '../model.js';
import { checkAbbreviations } from './abbreviations.js';
import { type CheckedCitation, checkCitation, type KnownSources } from './check-citation.js';
import { checkCites } from './check-cites.js';
import { checkNotes } from './check-notes.js';
import { citedRows } from './cited-rows.js';
import { type ClaimTools, knownNames, referenceNames, usageOf } from './claim-context.js';
import { claimId } from './claim-id.js';
import { asidesOf, claimsOf } from './claims.js';
import { languageNotes, mixedWords } from './language-notes.js';
import { type EvidenceLock, heldReviews } from './lock.js';
import { lockDiagnostics } from './lock-staleness.js';
import type { KnownName } from './name-index.js';
import { normalise } from './normalise.js';
import { placesUnmarked, withParagraphs } from './part-paragraphs.js';
import { placeOfWords } from './place-of-words.js';
import { type PreparedParagraph, type PreparedSource, preparedSource } from './prepared-source.js';
import { type LanguageReader, readerOf } from './reader.js';
import { actorNames, relationClaimsOf, routeClaimsOf } from './relation-claims.js';
import { languageOfSource, readerForText } from './source-language.js';
import { textOutsideQuotations } from './text-outside-quotations.js';
import { findUnmarked } from './unmarked.js';
import { verdict } from './verdict.js';

/** What a check is told beside the deck and its sources. */
export interface VerifyOptions {
  /** A stale lock is an error rather than a warning. */
  readonly frozen?: boolean;
  /** Common words of a language, by its tag; undefined: no dictionary of it is at hand. */
  readonly dictionary?: (tag: string) => CommonWords | undefined;
  /** Names beside the actors and abbreviations of the deck, with everything each is called. */
  readonly names?: readonly KnownName[];
}

/**
 * Checks every claim of a deck against its sources, or where their text is not here against the lock. A deck without sources makes
 * no claims. It tells what was found and where; never that a claim is true.
 */
export function verifyEvidence(
  deck: Deck,
  sources: readonly SourceText[],
  lock: EvidenceLock | undefined,
  options: VerifyOptions = {},
): Evidence {
  if (deck.references.length === 0 && sources.length === 0) return { claims: [], sources: [], diagnostics: [] };
  const reader = readerOf(readingLanguage(deck.settings.lang) ?? plainLanguage(deck.settings.lang));
  const here = new Map(sources.map((source) => [source.key, preparedSource(source, readerFor(source, deck, reader))]));
  const whole = digestsOf(deck, here, lock);
  const names = namesOf(deck, options);
  const all = withParagraphs(
    [...withoutTitles(claimsOf(deck), deck), ...relationClaimsOf(deck), ...routeClaimsOf(deck)],
    whole,
  );
  const digests = citedRows(whole, all);
  const tools = {
    ...toolsFor(deck, here, whole, names, all, reader),
    dictionary: readOnce(options.dictionary),
  };
  const claims = all.filter((claim) => !isNote(claim));
  const unmarked = unmarkedIn([...claims, ...asidesOf(deck)], deck, here, names, reader);
  const locked = new Map(lock?.claims.map((claim) => [claim.id, claim]));
  const diagnostics: Diagnostic[] = [
    ...sourceDiagnostics(deck, sources),
    ...placesUnmarked(all, whole),
    ...languageNotes(deck, sources),
    ...checkAbbreviations(deck, textsOf(here)),
    ...mixedWords(all),
    ...checkCites(deck),
    ...[...unmarked].filter(([index]) => index >= claims.length).map(([, diagnostic]) => diagnostic),
    ...(digests.some(isAbsent)
      ? []
      : checkNotes(all.filter(isNote), [...here.values()], slideParagraphs(all, tools), reader)),
  ];
  const checked = claims.flatMap((claim, index): readonly CheckedClaim[] => {
    const result = verdict(claim, tools, locked);
    const run = unmarked.get(index);
    diagnostics.push(...result.diagnostics, ...(run === undefined ? [] : [run]));
    if (claim.isFrame === true) return [];
    const id = claimId(claim);
    const status = run === undefined ? result.status : 'failed';
    const by = status === 'failed' || status === 'missing' ? 'nothing' : result.by;
    const base = { ...claim, id, status, by, found: result.found };
    return [{ ...base, reviews: by === 'nothing' ? [] : heldReviews(base, lock, digests) }];
  });
  for (const citation of new Set(all.flatMap(({ citations }) => citations)))
    diagnostics.push(...tools.citation(citation).diagnostics);
  const evidence = { claims: checked, sources: digests, texts: sources, diagnostics: [] };
  // A lock is looked at when nothing else is wrong: it will change with what is mended.
  if (options.frozen === true || !diagnostics.some(({ severity }) => severity === 'error'))
    diagnostics.push(...lockDiagnostics(deck, evidence, lock, options.frozen === true));
  return { ...evidence, diagnostics: once(diagnostics) };
}

/** Dictionaries are files: each is asked for once. */
function readOnce(read: VerifyOptions['dictionary']): VerifyOptions['dictionary'] {
  if (read === undefined) return undefined;
  const known = new Map<string, CommonWords | undefined>();
  return (tag) => {
    if (!known.has(tag)) known.set(tag, read(tag));
    return known.get(tag);
  };
}

/** The title of a work that the deck cites is no quotation of it. */
function withoutTitles(claims: readonly Claim[], { references }: Deck): readonly Claim[] {
  const titles = new Set(
    references.flatMap(({ title }) => (title === undefined ? [] : [normalise(title).text.toLowerCase()])),
  );
  return claims.flatMap((claim) => {
    const quotations = claim.quotations.filter(
      ({ start, end }) => !titles.has(normalise(claim.text.slice(start, end)).text.toLowerCase()),
    );
    return claim.kind === 'quotation' && quotations.length === 0 ? [] : [{ ...claim, quotations }];
  });
}

/** Actors, abbreviations and further names, each with everything it is called. */
function namesOf(deck: Deck, options: VerifyOptions): readonly KnownName[] {
  const abbreviations = deck.abbreviations.map(({ short, long }) => ({ name: short, forms: [long] }));
  return [...actorNames(deck.relations), ...(options.names ?? []), ...abbreviations];
}

/** The paragraphs that the claims and notes of each slide cite, by the slide's number. */
function slideParagraphs(
  claims: readonly Claim[],
  tools: Pick<ClaimTools, 'citation'>,
): ReadonlyMap<number, readonly PreparedParagraph[]> {
  const bySlide = new Map<number, Set<PreparedParagraph>>();
  for (const { slide, citations } of claims) {
    const own = bySlide.get(slide.number) ?? new Set();
    bySlide.set(slide.number, own);
    for (const citation of citations) for (const paragraph of tools.citation(citation).paragraphs) own.add(paragraph);
  }
  return new Map([...bySlide].map(([slide, own]) => [slide, [...own]]));
}

function isNote({ kind }: Claim): boolean {
  return kind === 'note';
}

/** Every language that the deck, its names and its sources are written in. */
function readersOf(
  texts: readonly string[],
  here: ReadonlyMap<string, PreparedSource>,
  reader: LanguageReader,
): readonly LanguageReader[] {
  const paragraphs = [...here.values()].flatMap((source) => source.paragraphs.map((one) => one.reader));
  return [...new Set([reader, ...paragraphs, ...texts.map((text) => readerForText(text, reader, paragraphs))])];
}

/**
 * A source is read in the one it is plainly written in, else in the one its reference names, else in the deck's: where the reference is
 * wrong about it, `language-notes.ts` says so.
 */
function readerFor({ key, paragraphs }: SourceText, deck: Deck, own: LanguageReader): LanguageReader {
  const tag = deck.references.find(({ id }) => id === key)?.language;
  const named = tag === undefined ? undefined : readingLanguage(tag);
  return languageOfSource(paragraphs) ?? (named === undefined ? own : readerOf(named));
}

/** Its text is known to the lock only. */
function isAbsent({ isHere, paragraphs }: SourceDigest): boolean {
  return !isHere && paragraphs.length > 0;
}

function toolsFor(
  deck: Deck,
  here: ReadonlyMap<string, PreparedSource>,
  digests: readonly SourceDigest[],
  names: readonly KnownName[],
  claims: readonly Claim[],
  reader: LanguageReader,
): ClaimTools {
  const known: KnownSources = {
    here,
    digests: new Map(digests.filter(({ paragraphs }) => paragraphs.length > 0).map((digest) => [digest.key, digest])),
    keys: new Set(deck.references.map(({ id }) => id)),
  };
  const checked = new Map<Citation, CheckedCitation>();
  return {
    sources: here,
    reader,
    ...knownNames(
      names,
      readersOf([...claims.map(({ text }) => text), ...names.flatMap(({ forms }) => forms)], here, reader),
    ),
    ...usageOf(claims, citedSources(claims, here), reader),
    referenceNames: referenceNames(deck.references, reader),
    citation(citation) {
      const result = checked.get(citation) ?? checkCitation(citation, known);
      checked.set(citation, result);
      return result;
    },
  };
}

/** The sources that a claim of the deck cites, in the order of their files. */
function citedSources(claims: readonly Claim[], here: ReadonlyMap<string, PreparedSource>): readonly PreparedSource[] {
  const keys = new Set(claims.flatMap(({ citations }) => citations.map(({ key }) => key)));
  return [...here.values()].filter(({ key }) => keys.has(key));
}

function digestsOf(
  deck: Deck,
  here: ReadonlyMap<string, PreparedSource>,
  lock: EvidenceLock | undefined,
): readonly SourceDigest[] {
  const keys = new Set([...deck.references.map(({ id }) => id), ...here.keys()]);
  return [...keys].map((key) => {
    const source = here.get(key);
    if (source === undefined) {
      const { paragraphs = [], places, data } = lock?.sources.find((one) => one.key === key) ?? {};
      const isData = data === true ? { isData: true } : {};
      return { key, isHere: false, paragraphs, ...(places === undefined ? {} : { places }), ...isData };
    }
    const paragraphs = source.paragraphs.map(({ number, wordCount, fingerprint }) => ({
      number,
      words: wordCount,
      fingerprint,
    }));
    const isData = source.data === undefined ? {} : { isData: true };
    return {
      key,
      isHere: true,
      paragraphs,
      ...(source.places.length === 0 ? {} : { places: source.places }),
      ...isData,
    };
  });
}

/** Sources that are running text. */
function textsOf(here: ReadonlyMap<string, PreparedSource>): readonly PreparedSource[] {
  return [...here.values()].filter(({ data }) => data === undefined);
}

function unmarkedIn(
  texts: readonly Pick<Claim, 'text' | 'quotations' | 'place' | 'breaks'>[],
  deck: Deck,
  here: ReadonlyMap<string, PreparedSource>,
  names: readonly KnownName[],
  reader: LanguageReader,
): ReadonlyMap<number, Diagnostic> {
  const units = names.flatMap(({ name, forms }) => [name, ...forms]);
  const runs = findUnmarked(texts.map(textOutsideQuotations), textsOf(here), units, reader);
  return new Map(
    [...runs].map(([index, { paragraph, words }]): [number, Diagnostic] => {
      const text = texts[index];
      const place = text === undefined ? { path: deck.path, line: 1 } : placeOfWords(text, words);
      const message = `"${words}" stands in ${paragraph.source} ¶${paragraph.number} word for word, without quotation marks.`;
      return [
        index,
        {
          rule: 'unmarked-quotation',
          severity: 'error',
          message,
          place,
          cure: 'Put it in quotation marks, or say it in your own words.',
        },
      ];
    }),
  );
}

function sourceDiagnostics(deck: Deck, sources: readonly SourceText[]): readonly Diagnostic[] {
  return sources
    .filter(({ key }) => !deck.references.some(({ id }) => id === key))
    .map(({ key, path }) => ({
      rule: 'source-unknown',
      severity: 'warning',
      message: `references.yaml does not describe this source, \`${key}\`.`,
      place: { path, line: 1 },
      cure: `Add an entry with \`id: ${key}\`, or remove the file.`,
    }));
}

function once(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...new Map(diagnostics.map((one) => [formatDiagnostic(one), one])).values()];
}
