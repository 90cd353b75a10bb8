import type { RuleName } from '../model/rules.js';
import type { Citation, Diagnostic, FoundWords, SourceDigest, SourceLocator } from '../model.js';
import { nearest } from '../nearest.js';
import { hasPlace, pointsAt } from './locators.js';
import { citedPlaces, elsewhere, findWords } from './passages.js';
import type { PreparedParagraph, PreparedSource } from './prepared-source.js';
import { prepareVerbatim } from './quotation.js';
import { nearestPlaces, placesNamed } from './source-places.js';
import { countWords } from './words.js';

/** The sources of a deck, as far as they are known. */
export interface KnownSources {
  readonly here: ReadonlyMap<string, PreparedSource>;
  /** Every source whose text is here or whose lock is. */
  readonly digests: ReadonlyMap<string, SourceDigest>;
  /** Keys of the bibliography. */
  readonly keys: ReadonlySet<string>;
}

/** What a citation points at. */
export interface CheckedCitation {
  /** `here`: its paragraphs can be read; `locked`: only the lock knows it; `unread`: a reference without text; `wrong`: nothing. */
  readonly state: 'here' | 'locked' | 'unread' | 'wrong';
  readonly paragraphs: readonly PreparedParagraph[];
  readonly anchors: readonly FoundWords[];
  readonly diagnostics: readonly Diagnostic[];
}

/** An anchor this long says what a claim rests on, and is no excerpt. */
const anchorWords = { least: 3, most: 8 };

/** Checks a citation on its own: that its source is known, has the paragraphs, and that its anchor stands in one of them. */
export function checkCitation(citation: Citation, sources: KnownSources): CheckedCitation {
  const { key, locators, parts = [], anchor, place } = citation;
  const source = sources.here.get(key);
  const digest = sources.digests.get(key);
  const diagnostics: Diagnostic[] = [];
  const wrong = (rule: RuleName, message: string, cure: string, severity: 'error' | 'warning' = 'error'): void => {
    diagnostics.push({ rule, severity, message, place, cure });
  };
  if (source === undefined && !sources.keys.has(key)) {
    wrong('citation-unknown', `references.yaml has no source \`${key}\`.`, cureForKey(key, sources.keys));
    return { state: 'wrong', paragraphs: [], anchors: [], diagnostics };
  }
  if (anchor !== undefined) checkAnchorLength(anchor, wrong);
  const known = digest?.paragraphs ?? [];
  const missing =
    known.length === 0 ? [] : locators.flat().filter((one) => !known.some(({ number }) => number === one));
  for (const number of new Set(missing)) {
    const message = `${key} has no ¶${number}; its paragraphs are ¶${known[0]?.number} to ¶${known.at(-1)?.number}.`;
    wrong('paragraph-range', message, 'Cite one of them.');
  }
  const places = digest?.places ?? [];
  for (const part of parts.filter(({ kind }) => places.some((place) => place.kind === kind))) {
    if (placesNamed(part, places).length > 0) continue;
    const near = nearestPlaces(part, places).map(({ number }) => shownAs(part, number));
    const message = `${key} has no ${part.typed}; nearest ${near.length === 1 ? 'is' : 'are'} ${near.join(' and ')}.`;
    wrong('paragraph-range', message, 'Cite one that it has.');
  }
  if (digest !== undefined && digest.isData !== true && !hasPlace(citation)) {
    const typed = citation.suffix === undefined ? '' : ` "${citation.suffix}" is no paragraph.`;
    wrong('paragraph-range', `${key} is cited without a paragraph.${typed}`, `Write \`[@${key}, ¶5]\`.`, 'warning');
  }
  if (source === undefined)
    return { state: digest === undefined ? 'unread' : 'locked', paragraphs: [], anchors: [], diagnostics };
  const columns = parts
    .filter((part) => part.kind === 'column' && placesNamed(part, places).length > 0)
    .map(({ from }) => from);
  const paragraphs = source.inColumns(
    source.paragraphs.filter(({ number }) => pointsAt(citation, number)),
    columns,
  );
  const prepared = anchor === undefined ? undefined : prepareVerbatim(anchor);
  const anchors = prepared === undefined ? [] : findWords('anchor', prepared, paragraphs);
  if (prepared !== undefined && anchors === undefined && paragraphs.length > 0) {
    const where = elsewhere(prepared, paragraphs, [...sources.here.values()]);
    const message = `The anchor "${anchor}" is not in ${citedPlaces(paragraphs, [source])}: ${where}.`;
    wrong('anchor', message, 'Take 3 to 8 words as the paragraph has them.');
  }
  const isWrong = paragraphs.length === 0 || anchors === undefined;
  return { state: isWrong ? 'wrong' : 'here', paragraphs, anchors: anchors ?? [], diagnostics };
}

/** "p. 12" in the author's own words, with another number. */
function shownAs({ typed, from }: SourceLocator, number: string): string {
  const at = typed.indexOf(from);
  return at === -1 ? number : `${typed.slice(0, at).replace(/^pp\./, 'p.')}${number}`;
}

function checkAnchorLength(anchor: string, wrong: (rule: RuleName, message: string, cure: string) => void): void {
  const count = countWords(anchor);
  if (count >= anchorWords.least && count <= anchorWords.most) return;
  wrong(
    'anchor',
    `The anchor "${anchor}" has ${count} word${count === 1 ? '' : 's'}; expected 3 to 8.`,
    'Name the 3 to 8 words the claim rests on.',
  );
}

function cureForKey(key: string, keys: ReadonlySet<string>): string {
  const near = nearest(key, keys);
  return near === undefined ? `Known keys: ${[...keys].slice(0, 8).join(', ')}.` : `Did you mean \`${near}\`?`;
}
