import { paragraphName, pointsAt } from '../../evidence/locators.js';
import type { Citation, EvidenceNote, FoundWords } from '../../model.js';
import type { PanelEntry } from '../panel-entries.js';
import { mark } from '../reference.js';

/** Margin notes, and which of them each entry rests on. */
export interface NotedEntries {
  readonly notes: readonly EvidenceNote[];
  /** Positions in `notes`, by entry. */
  readonly byEntry: readonly (readonly number[])[];
}

/**
 * What claims rest on, each paragraph once, in reading order: the source's words as they were found, numbers where no words were
 * given, what the deck cites where nothing was looked at.
 */
export function evidenceNotes(entries: readonly Pick<PanelEntry, 'citations' | 'found'>[]): NotedEntries {
  const notes: { readonly source: string; readonly mark: string; readonly words: string[] }[] = [];
  const add = (source: string, at: string, words: readonly string[]): number => {
    const known = notes.findIndex((note) => note.source === source && note.mark === at);
    const index = known >= 0 ? known : notes.push({ source, mark: at, words: [] }) - 1;
    const own = notes[index]?.words ?? [];
    own.push(...words.filter((one) => !own.includes(one)));
    return index;
  };
  const byEntry = entries.map(({ citations, found }) => {
    const indexes = citations.flatMap((citation) => {
      const words = wordsFor(citation, found);
      if (words.length === 0)
        return [add(citation.key, mark(citation), citation.anchor === undefined ? [] : [citation.anchor])];
      return words.map((one) => add(one.source, paragraphName([citation], one.source, one.paragraph), [one.words]));
    });
    return [...new Set(indexes)];
  });
  return { notes, byEntry };
}

/** The words found where a citation points: quotations and anchors, else numbers. What stands inside another is left out. */
function wordsFor(citation: Citation, found: readonly FoundWords[]): readonly FoundWords[] {
  const here = found.filter(({ source, paragraph }) => source === citation.key && pointsAt(citation, paragraph));
  const verbatim = here.filter(({ kind }) => kind === 'quotation' || kind === 'anchor');
  const said = verbatim.length > 0 ? verbatim : here.filter(({ kind }) => kind === 'number');
  return said.filter((one) => !said.some((other) => other !== one && holds(other, one)));
}

function holds(outer: FoundWords, inner: FoundWords): boolean {
  const isWider = outer.fromWord < inner.fromWord || outer.toWord > inner.toWord;
  return (
    outer.paragraph === inner.paragraph && outer.fromWord <= inner.fromWord && outer.toWord >= inner.toWord && isWider
  );
}
