import type { BackMatter, Block, Citation, Inline, SlideBlocks } from '../../model.js';
import { mark } from '../../render/reference.js';
import { writeCsv } from '../csv.js';
import { plainLines } from '../plain-lines.js';
import { plainWords } from '../plain-words.js';

/** What a glossary is gathered from. */
export interface GlossarySource {
  readonly slides: readonly SlideBlocks[];
  readonly glossary: BackMatter['glossary'];
  readonly references: BackMatter['references'];
}

interface Entry {
  readonly term: string;
  readonly expansion: string;
  readonly definition: string;
  readonly source: string;
}

/**
 * The abbreviations and definitions of an edition as rows of term, expansion, definition and source, to be learnt with cards; without a
 * head, which Anki would take for a card. Empty where the deck has neither.
 */
export function writeGlossary({ slides, glossary, references }: GlossarySource): string {
  const entries = new Map<string, Entry>();
  const blank = { expansion: '', definition: '', source: '' };
  for (const { short, long } of glossary) entries.set(short, { ...blank, term: short, expansion: long });
  for (const found of slides.flatMap(({ blocks, prose }) => [...definitionsIn(blocks), ...definitionsIn(prose)])) {
    const known = entries.get(found.term) ?? { ...blank, term: found.term };
    if (known.definition === '')
      entries.set(found.term, {
        ...known,
        definition: found.definition,
        source: sourcesOf(found.citations, references),
      });
  }
  const rows = [...entries.values()].map(({ term, expansion, definition, source }) => [
    term,
    expansion,
    definition,
    source,
  ]);
  return rows.length === 0 ? '' : writeCsv(rows);
}

interface Definition {
  readonly term: string;
  readonly definition: string;
  readonly citations: readonly Citation[];
}

/** The definition lists among blocks, at whatever depth: each term with what stands below it. */
function definitionsIn(blocks: readonly Block[]): readonly Definition[] {
  return blocks.flatMap((block): readonly Definition[] => {
    if (block.kind === 'columns') return block.columns.flatMap(definitionsIn);
    if (block.kind === 'definitions') return entriesOf(block.entries);
    return 'blocks' in block ? definitionsIn(block.blocks) : [];
  });
}

function entriesOf(entries: Extract<Block, { kind: 'definitions' }>['entries']): readonly Definition[] {
  const found: { terms: string[]; lines: string[]; citations: Citation[] }[] = [];
  let isBelow = true;
  for (const { term, blocks } of entries) {
    if (term && isBelow) found.push({ terms: [], lines: [], citations: [] });
    const last = found.at(-1);
    isBelow = !term;
    if (term) last?.terms.push(blocks.map((block) => ('content' in block ? plainWords(block.content) : '')).join(' '));
    else {
      last?.lines.push(...plainLines(blocks, ''));
      last?.citations.push(...blocks.flatMap((block) => ('content' in block ? citationsIn(block.content) : [])));
    }
  }
  return found.flatMap(({ terms, lines, citations }) =>
    terms.map((term) => ({ term, definition: lines.join('\n'), citations })),
  );
}

function citationsIn(content: readonly Inline[]): readonly Citation[] {
  return content.flatMap((inline) =>
    inline.kind === 'mark' ? inline.citations : 'content' in inline ? citationsIn(inline.content) : [],
  );
}

function sourcesOf(citations: readonly Citation[], references: GlossarySource['references']): string {
  const names = citations.map((citation) => {
    const place = mark(citation);
    const name = references.find(({ key }) => key === citation.key)?.short ?? citation.key;
    return place === '¶' ? name : `${name}, ${place}`;
  });
  return [...new Set(names)].join('; ');
}
