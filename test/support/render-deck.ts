import type { Deck, Drawings, Edition, Evidence, PaperName, RenderedDeck } from '../../src/model.js';
import { findBreaks } from '../../src/render/break-words.js';
import { type PaperSource, papers, paperTexts } from '../../src/render/papers/papers.js';
import { renderSlides } from '../../src/render/render-slides.js';
import { writeStage } from '../../src/render/write-stage.js';

/** The slides of an edition as they are shown on screen. */
export async function renderDeck(
  deck: Deck,
  drawings: Drawings,
  edition: Edition,
  evidence?: Evidence,
): Promise<RenderedDeck> {
  return (await paperSource(deck, drawings, edition, evidence, [])).rendered;
}

/** What the wanted papers are written from. */
export async function paperSource(
  deck: Deck,
  drawings: Drawings,
  edition: Edition,
  evidence: Evidence | undefined,
  wanted: readonly PaperName[],
): Promise<PaperSource> {
  const slides = await renderSlides(deck, drawings, evidence, edition);
  const roots = [...slides.trees, ...slides.prose].map(({ section }) => section);
  const document = { ...slides, breaks: await findBreaks(roots, deck) };
  return { document, rendered: writeStage(document), texts: paperTexts(document, wanted) };
}

/** The bodies of papers, those that have something to say. */
export function writtenPapers(source: PaperSource, wanted: readonly PaperName[]): Partial<Record<PaperName, string>> {
  const rows = papers.filter(
    ({ name, audiences }) => wanted.includes(name) && audiences.includes(source.rendered.edition.audience),
  );
  return Object.fromEntries(
    rows.flatMap((paper) => {
      const html = paper.write(source);
      return html === undefined ? [] : [[paper.name, html]];
    }),
  );
}
