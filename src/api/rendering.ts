import { findAll } from '../commands/check.js';
import { compileDeck } from '../commands/compile.js';
import { composeEdition, printEdition } from '../commands/edition.js';
import { paperJobs } from '../commands/papers.js';
import { DeckError } from '../error.js';
import { wholePage } from '../export/composed-page.js';
import type { Steps } from '../export/print-view.js';
import { type Diagnostic, hasErrors, sortDiagnostics } from '../model/diagnostic.js';
import { type Edition, type PaperName, type PaperSetup, type RenderedSlide, standardPaper } from '../model.js';
import type { LocatedDeck } from './locate.js';
import type { WhileOpen } from './unless-stopped.js';

export interface RenderOptions {
  /**
   * The folder that relative paths start from. A text finds its pictures, `references.yaml` and other files there; without a
   * `baseFolder` it has no other files. A `path` is relative to it; without it, to the working folder.
   */
  readonly baseFolder?: string;
  /** For whom and how long. Not given: for students, in the deck's own length. */
  readonly edition?: Partial<Edition>;
}

/** A deck as one reader gets it. */
export interface Rendering {
  /** The deck in one file, for a browser. */
  readonly html: string;
  /** What is wrong with the text, the evidence and the drawings, each once, in reading order. What only a layout shows is found by `check`. */
  readonly diagnostics: readonly Diagnostic[];
  /** The slides of the edition in order; none where no slide is left for this reader. */
  readonly slides: readonly RenderedSlideSummary[];
  /** The slides as a PDF, with errors too. Rejects with a DeckError where the deck cannot be printed, or has no slide. */
  readonly pdf: (options?: { readonly steps?: Steps }) => Promise<Uint8Array>;
  /** A paper of the edition; undefined where its reader gets no such paper, or the deck has nothing for it. */
  readonly paper: (name: PaperName, setup?: Partial<PaperSetup>) => Promise<RenderedPaper | undefined>;
  /** All that `pilcrow check` finds in the deck: every reader, every length, the layout too. Each once, in reading order. */
  readonly check: () => Promise<readonly Diagnostic[]>;
}

/** A slide, and where it begins in the deck's text. */
export type RenderedSlideSummary = Pick<RenderedSlide, 'id' | 'index' | 'title' | 'minutes' | 'section' | 'place'>;

export interface RenderedPaper {
  readonly html: string;
  readonly pdf: Uint8Array;
}

/** Renders a deck that was found; `whileOpen` runs what is asked for later. */
export async function renderLocated(
  { location, tools }: LocatedDeck,
  { edition: asked = {} }: RenderOptions,
  whileOpen: WhileOpen,
): Promise<Rendering> {
  const edition: Edition = { audience: 'student', ...asked };
  const compiled = await compileDeck(location, tools);
  const composed = await composeEdition(compiled, edition, tools);
  const print = async (steps: Steps): Promise<Uint8Array> => {
    const { pdf, diagnostics } = await printEdition(composed, { steps, always: true }, tools);
    if (pdf !== undefined) return pdf;
    const why = diagnostics.find((one) => hasErrors([one]))?.message ?? 'The edition has no slide.';
    throw new DeckError('deck-not-ready', `${location.name} was not printed: ${why}`);
  };
  const printPaper = async (name: PaperName, setup: PaperSetup): Promise<RenderedPaper | undefined> => {
    const withPaper = await composeEdition(compiled, edition, tools, [name]);
    const printed = await paperJobs(withPaper, [name], setup, tools)[0]?.();
    return printed === undefined ? undefined : { html: wholePage(printed.page, withPaper.files), pdf: printed.pdf };
  };
  return {
    html: wholePage(composed.page(), composed.files),
    diagnostics: sortDiagnostics([...compiled.diagnostics, ...composed.diagnostics]),
    slides: composed.rendered.slides.map(({ id, index, title, minutes, section, place }) => ({
      id,
      index,
      title,
      ...(minutes === undefined ? {} : { minutes }),
      ...(section === undefined ? {} : { section }),
      place,
    })),
    pdf: ({ steps = 'final' } = {}) => whileOpen(() => print(steps)),
    paper: (name, setup) => whileOpen(() => printPaper(name, { ...standardPaper, ...setup })),
    check: () => whileOpen(() => findAll(location, { format: 'json' }, tools, () => undefined)),
  };
}
