import { citationTexts } from '../../evidence/claim-id.js';
import type { Block, CheckedClaim, Citation, Settings } from '../../model.js';
import { lettersOf } from '../../render/claim-words.js';
import { evidenceNotes } from '../../render/papers/evidence-notes.js';
import { typographic } from '../../render/passes/typography.js';
import { mark } from '../../render/reference.js';
import { plainLines } from '../plain-lines.js';

/**
 * "Ilvesson 2021, ¶4: “every company that asked”": what a mark rests on. Words of the source stand there only where the block claims
 * something by this very citation, and only those that its anchor gives or the block itself quotes: what an edition leaves out is not in
 * them, nor where the answer of a question stands.
 */
export function citedWords(
  citation: Citation,
  block: Block | undefined,
  shortName: string,
  settings: Settings,
): string {
  const { anchor, ...bare } = citation;
  const claim = block?.claims.find(({ citations }) => isAmong(citation, citations));
  const place = mark(citation);
  const name = place === '¶' ? shortName : `${shortName}, ${place}`;
  if (claim === undefined || block === undefined) return name;
  const shown = lettersOf(plainLines([block], '').join(' '));
  const found = claim.found.filter(({ kind, words }) =>
    kind === 'anchor'
      ? lettersOf(words) === lettersOf(anchor ?? '')
      : kind === 'quotation' && shown.includes(lettersOf(words)),
  );
  const notes = evidenceNotes([{ citations: [anchor === undefined ? bare : citation], found }]).notes;
  const words = notes
    .flatMap((note) => note.words)
    .map((one) => typographic(`"${one}"`, { ...settings, usesOwnTheme: true }));
  return words.length === 0 ? name : `${name}: ${words.join(' … ')}`;
}

function isAmong(citation: Citation, citations: CheckedClaim['citations']): boolean {
  const [text = ''] = citationTexts([citation]);
  return citationTexts(citations).includes(text);
}
