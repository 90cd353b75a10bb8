import type { Citation, Claim, Diagnostic, PlaceKind, SourceDigest } from '../model.js';
import { placesNamed } from './source-places.js';

/** Claims whose citations by page, chapter or table know their paragraphs, as far as their sources have such places. */
export function withParagraphs(claims: readonly Claim[], digests: readonly SourceDigest[]): readonly Claim[] {
  const known = new Map<Citation, Citation>();
  const resolve = (citation: Citation): Citation => {
    const made = known.get(citation) ?? resolved(citation, digests);
    known.set(citation, made);
    return made;
  };
  return claims.map((claim) => {
    if (![...claim.citations, ...claim.below].some(({ parts }) => parts !== undefined)) return claim;
    return { ...claim, citations: claim.citations.map(resolve), below: claim.below.map(resolve) };
  });
}

function resolved(citation: Citation, digests: readonly SourceDigest[]): Citation {
  const { places = [], paragraphs = [] } = digests.find(({ key }) => key === citation.key) ?? {};
  if (citation.parts === undefined) return citation;
  const numbers = paragraphs.map(({ number }) => number);
  const hasRow = citation.parts.some(({ kind }) => kind === 'row');
  const parts = citation.parts.map((part) => {
    // A column beside a row says which cell of that row.
    if (part.kind === 'column' && hasRow) return part;
    if (!places.some(({ kind }) => kind === part.kind)) return part;
    const named = placesNamed(part, places);
    return { ...part, paragraphs: numbers.filter((one) => named.some(({ from, to }) => one >= from && one <= to)) };
  });
  return { ...citation, parts };
}

const marks: Readonly<Record<PlaceKind, readonly [what: string, cure: string]>> = {
  page: ['page marks', 'Write `[Page 12]` where a page begins'],
  chapter: ['numbered chapters', 'Write their headings on lines of their own, `# Chapter 2`'],
  section: ['numbered sections', 'Write their headings on lines of their own, `## § 3`'],
  article: ['numbered articles', 'Write their headings on lines of their own, `## Article 5`'],
  table: ['numbered tables', 'Begin the paragraph of a table with its number, `Table 2.`'],
  row: ['rows, since it is no table of data', 'Add its data file with `pilcrow source add`'],
  column: ['columns, since it is no table of data', 'Add its data file with `pilcrow source add`'],
};

/** Places of a kind that a source does not mark at all: said once for a source, since the whole of it is looked through instead. */
export function placesUnmarked(claims: readonly Claim[], digests: readonly SourceDigest[]): readonly Diagnostic[] {
  const said = new Map<string, Diagnostic>();
  for (const { key, parts = [], place } of claims.flatMap(({ citations }) => citations))
    for (const { kind, typed } of parts) {
      const digest = digests.find((one) => one.key === key);
      const isMarked = digest?.places?.some((one) => one.kind === kind) === true;
      if (digest === undefined || digest.paragraphs.length === 0 || isMarked || said.has(`${key} ${kind}`)) continue;
      const [what, cure] = marks[kind];
      said.set(`${key} ${kind}`, {
        rule: 'paragraph-range',
        severity: 'warning',
        message: `${key} has no ${what}, so that "${typed}" is not looked up; the whole source is searched.`,
        place,
        cure: `${cure} in sources/${key}.md, or cite its paragraphs, \`[@${key}, ¶5]\`.`,
      });
    }
  return [...said.values()];
}
