import { z } from 'zod';
import type { CheckedClaim, Diagnostic, Evidence, Review, SourceDigest, TextFile } from '../model.js';
import { citationTexts, claimWords } from './claim-id.js';
import { isPassed, passedStatuses } from './claim-status.js';
import { pointsAt } from './locators.js';

/** The lock's file name, beside `deck.md`. */
export const lockName = 'evidence.lock.json';
const format = 1;

const review = z.object({ who: z.string(), when: z.string(), of: z.string() });
const words = z.object({
  source: z.string(),
  paragraph: z.number().int(),
  kind: z.enum(['quotation', 'anchor']),
  words: z.string(),
  at: z.tuple([z.number().int(), z.number().int()]),
});
const claim = z.object({
  claim: z.string(),
  cites: z.array(z.string()),
  status: z.enum(passedStatuses),
  rests: z.array(words),
  reviews: z.array(review).optional(),
  id: z.string(),
});
const place = z.object({
  kind: z.enum(['page', 'chapter', 'section', 'article', 'table', 'row', 'column']),
  number: z.string(),
  from: z.number().int(),
  to: z.number().int(),
});
const paragraph = z.object({ number: z.number().int(), words: z.number().int(), fingerprint: z.string() });
const schema = z.object({
  format: z.number(),
  sources: z.array(
    z.object({
      key: z.string(),
      data: z.boolean().optional(),
      paragraphs: z.array(paragraph),
      places: z.array(place).optional(),
    }),
  ),
  claims: z.array(claim),
});

/** What was verified against the sources, for machines where their text is not. `of` is the fingerprint of the paragraphs read. */
export type EvidenceLock = Readonly<z.infer<typeof schema>>;

/** A claim as the lock has it. */
export type LockedClaim = EvidenceLock['claims'][number];

/** Reads `evidence.lock.json`. A lock that cannot be used is a diagnostic, and no lock. */
export function readLock(file: TextFile): {
  readonly lock?: EvidenceLock;
  readonly diagnostics: readonly Diagnostic[];
} {
  const wrong = (message: string, cure: string): { readonly diagnostics: readonly Diagnostic[] } => {
    const place = { path: file.path, line: 1 };
    return { diagnostics: [{ rule: 'lock-format', severity: 'error', message, place, cure }] };
  };
  const again = 'Remove the file and write it anew with `pilcrow check --update-lock`, where the sources are.';
  let value: unknown;
  try {
    value = JSON.parse(file.text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const isConflict = /^(?:<{7}|>{7}|={7})/m.test(file.text);
    return wrong(
      isConflict ? 'The lock holds a merge conflict.' : `The lock is no valid JSON: ${error.message}.`,
      again,
    );
  }
  const version = typeof value === 'object' && value !== null && 'format' in value ? value.format : undefined;
  if (typeof version === 'number' && version > format) {
    const message = `The lock is of format ${version}; this version of pilcrow reads format ${format}.`;
    return wrong(message, 'Use the version of pilcrow that wrote it, or a newer one.');
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return { lock: parsed.data, diagnostics: [] };
  const [issue] = parsed.error.issues;
  return wrong(`The lock is not as pilcrow writes it: \`${issue?.path.join('.')}\`, ${issue?.message}.`, again);
}

/** The lock as it is written: sorted, a claim a block, its id last, so that a diff reads as what changed. */
export function writeLock(lock: EvidenceLock): string {
  const list = (items: readonly unknown[]): string => (items.length === 0 ? '[]' : `[\n${items.join(',\n')}\n  ]`);
  const sources = lock.sources.map(({ key, data, paragraphs, places }) => {
    const lines = paragraphs.map((one) => `        ${inOneLine(one)}`).join(',\n');
    const counted = places === undefined ? '' : `,\n      "places": ${block(places)}`;
    return `    {\n      "key": ${JSON.stringify(key)},\n${data === true ? '      "data": true,\n' : ''}      "paragraphs": [\n${lines}\n      ]${counted}\n    }`;
  });
  const claims = lock.claims.map((one) => {
    const lines = Object.entries(one).map(([name, value]) => `      ${JSON.stringify(name)}: ${block(value)}`);
    return `    {\n${lines.join(',\n')}\n    }`;
  });
  return `{\n  "format": ${lock.format},\n  "sources": ${list(sources)},\n  "claims": ${list(claims)}\n}\n`;
}

function block(value: unknown): string {
  if (!Array.isArray(value) || value.length === 0) return JSON.stringify(value);
  return `[\n${value.map((one) => `        ${inOneLine(one)}`).join(',\n')}\n      ]`;
}

function inOneLine(value: unknown): string {
  return JSON.stringify(value, null, 1).replace(/\s*\n\s*/g, ' ');
}

/**
 * The lock after a check: the claims that passed, and of those whose source is not here what the lock had. Claims the deck no
 * longer makes go; nothing is added without the source.
 */
export function updateLock(evidence: Evidence, lock: EvidenceLock | undefined): EvidenceLock {
  const before = new Map(lock?.claims.map((one) => [one.id, one]));
  const claims = evidence.claims.flatMap((claim) => {
    const known = before.get(claim.id);
    if (claim.by === 'lock') return known === undefined ? [] : [known];
    return claim.by === 'source' ? (lockedClaim(claim, evidence.sources) ?? []) : [];
  });
  const unique = [...new Map(claims.map((one) => [one.id, one])).values()];
  return {
    format,
    sources: evidence.sources
      .filter(({ paragraphs }) => paragraphs.length > 0)
      .map(({ key, paragraphs, places, isData }) => ({
        key,
        ...(isData === true ? { data: true } : {}),
        paragraphs: [...paragraphs],
        ...(places === undefined ? {} : { places: [...places] }),
      }))
      .sort((a, b) => compare(a.key, b.key)),
    claims: unique.sort((a, b) => compareCites(a, b) || compare(a.claim, b.claim) || compare(a.id, b.id)),
  };
}

function lockedClaim(claim: CheckedClaim, sources: readonly SourceDigest[]): LockedClaim | undefined {
  const { status, found, id, citations, reviews } = claim;
  if (!isPassed(status)) return undefined;
  const rests = found.flatMap(({ kind, source, paragraph, words, fromWord, toWord }) =>
    kind === 'quotation' || kind === 'anchor'
      ? [{ source, paragraph, kind, words, at: [fromWord, toWord] as [number, number] }]
      : [],
  );
  const of = readOf(claim, sources);
  const signed = reviews.map(({ who, when }) => ({ who, when, of }));
  return {
    claim: claimWords(claim),
    cites: [...citationTexts(citations)],
    status,
    rests,
    ...(signed.length === 0 ? {} : { reviews: signed }),
    id,
  };
}

/** The reviews of a claim that still hold: neither it nor a paragraph it cites has changed since. */
export function heldReviews(
  claim: Pick<CheckedClaim, 'id' | 'citations'>,
  lock: EvidenceLock | undefined,
  sources: readonly SourceDigest[],
): readonly Review[] {
  const reviews = lock?.claims.find(({ id }) => id === claim.id)?.reviews ?? [];
  if (reviews.length === 0) return [];
  const of = readOf(claim, sources);
  return reviews.filter((one) => one.of === of).map(({ who, when }) => ({ who, when }));
}

/** Records that somebody read each claim that passed against its source. `when` is an ISO date. */
export function reviewClaims(evidence: Evidence, who: string, when: string): Evidence {
  const claims = evidence.claims.map((claim) => {
    const isRead = claim.by === 'source' && isPassed(claim.status);
    return isRead ? { ...claim, reviews: [...claim.reviews.filter((one) => one.who !== who), { who, when }] } : claim;
  });
  return { ...evidence, claims };
}

/** The fingerprints of the paragraphs a claim cites, together. */
function readOf({ citations }: Pick<CheckedClaim, 'citations'>, sources: readonly SourceDigest[]): string {
  const parts = citations.flatMap((citation) => {
    const paragraphs = sources.find(({ key }) => key === citation.key)?.paragraphs ?? [];
    return paragraphs.filter(({ number }) => pointsAt(citation, number)).map((one) => one.fingerprint);
  });
  return [...new Set(parts)].join(' ');
}

/** By source, then paragraph, as numbers. */
function compareCites(a: LockedClaim, b: LockedClaim): number {
  const [one = '', other = ''] = [a.cites[0], b.cites[0]];
  const number = (cite: string): number => Number(/¶(\d+)/.exec(cite)?.[1] ?? -1);
  return (
    compare(one.split(',')[0] ?? '', other.split(',')[0] ?? '') || number(one) - number(other) || compare(one, other)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
