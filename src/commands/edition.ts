import { createHash } from 'node:crypto';
import { boxDiagnostics } from '../check/boxes.js';
import { applyExceptions } from '../check/exceptions.js';
import { count } from '../count.js';
import { DeckError } from '../error.js';
import { fingerprintAssets, type InlineAssets, inlineLimit, type Stand } from '../export/assets.js';
import { type ComposedPage, wholePage } from '../export/composed-page.js';
import { photographFirst } from '../export/preview-picture.js';
import { type PrintView, type Steps, withPrintView } from '../export/print-view.js';
import { printView } from '../export/slides-pdf.js';
import { layoutDiagnostics } from '../measure/layout-diagnostics.js';
import { readScene } from '../measure/read-scene.js';
import { type Diagnostic, hasErrors } from '../model/diagnostic.js';
import type { AssetResolver, Deck, Edition, LaidOutDeck, PaperName, RenderedDeck, Scene } from '../model.js';
import { shownPath } from '../read/text-file.js';
import { megabytes } from '../read/unread.js';
import { findBreaks } from '../render/break-words.js';
import { composeDeck } from '../render/documents/deck.js';
import { type PaperSource, paperTexts } from '../render/papers/papers.js';
import { missQuestions } from '../render/papers/tasks.js';
import { renderSlides } from '../render/render-slides.js';
import { withoutRulesFor } from '../render/without-rules.js';
import { writeStage } from '../render/write-stage.js';
import { cacheKey } from '../system/cache.js';
import type { Files } from '../system/effects.js';
import type { CompiledDeck } from './compile.js';
import { composedPage, shownAssets } from './costly-picture.js';
import { framedFiles } from './framed-files.js';
import { judgeText } from './judge-text.js';
import { locateAssets } from './locate-assets.js';
import { preparePictures } from './prepare-pictures.js';
import type { Tools } from './tools.js';

/** A deck as one reader gets it. */
export interface ComposedEdition extends PaperSource {
  readonly deck: Deck;
  /** As the edition's outputs have them. */
  readonly files: Files;
  /** What stands on screens and on paper in the place of pictures. */
  readonly standFor: Readonly<Record<'screen' | 'print', Stand>>;
  /** False where every picture is shown as it is. */
  readonly hasCopies: boolean;
  /** The deck in one file: what the presenter gets, and what is measured; composed when it is first asked for. */
  readonly page: () => ComposedPage;
  /** The deck in one file, with the copies of pictures that are for paper. */
  readonly printed: () => ComposedPage;
  /** A hash of that file's content; a layout is kept under it, and need not be measured again. */
  readonly fingerprint: string;
  /** The same page with its assets placed by another resolver. */
  readonly compose: (assets: AssetResolver) => string;
  readonly diagnostics: readonly Diagnostic[];
}

/** The second half of the row: Deck + Drawings + Evidence -> RenderedDeck -> HTML. `papers` are those to be written. */
export async function composeEdition(
  compiled: CompiledDeck,
  edition: Edition,
  tools: Tools,
  papers: readonly PaperName[] = [],
): Promise<ComposedEdition> {
  const written = await writeEdition(compiled, edition, tools, papers);
  const { files, standFor, hasCopies, compose } = written;
  const outline = shownAssets(files, standFor.screen, fingerprintAssets);
  const fingerprint = cacheKey([compose(outline)]);
  let single: ComposedPage | undefined;
  const page = (): ComposedPage => {
    single ??= composedPage(files, standFor.screen, compose);
    return single;
  };
  let onPaper: ComposedPage | undefined;
  const printed = (): ComposedPage => {
    if (!hasCopies) return page();
    onPaper ??= composedPage(files, standFor.print, compose);
    return onPaper;
  };
  const diagnostics = [...written.diagnostics, ...leftOutOf(written, outline, tools)];
  return { ...written, page, printed, fingerprint, diagnostics };
}

/**
 * An edition of which no page is composed yet. Its diagnostics are complete, but for the files that are too large for the single file.
 */
export type WrittenEdition = Omit<ComposedEdition, 'page' | 'printed' | 'fingerprint'>;

/** Writes the slides of an edition without composing a page: `dev` sends only the slides that changed. */
export async function writeEdition(
  compiled: CompiledDeck,
  edition: Edition,
  tools: Tools,
  papers: readonly PaperName[] = [],
): Promise<WrittenEdition> {
  const { deck, drawings, evidence } = compiled;
  const slides = await renderSlides(deck, drawings, evidence, edition, {
    sanitiser: tools.sanitiser,
    memory: tools.memory?.slides(edition, 'shown'),
  });
  const roots = [...slides.trees, ...slides.prose].map(({ section }) => section);
  const document = { ...slides, breaks: await findBreaks(roots, deck, slides.memory?.breaks) };
  const texts = paperTexts(document, papers);
  const { shown, students, whole } = texts;
  const last = whole ?? shown ?? document;
  const { styles, ...written } = writeStage(document);
  const { assets: located, diagnostics: unlocated } = await locateAssets(
    [...last.assets.values()],
    deck,
    edition.audience,
    tools,
  );
  const { standFor, hasCopies, ...pictures } = await preparePictures(located, deck, tools);
  const assets = located.map((asset) => {
    const tones = pictures.tones.get(asset.file) ?? '';
    return tones === '' ? asset : { ...asset, tones };
  });
  const rendered: RenderedDeck = {
    ...written,
    assets,
    diagnostics: [
      ...document.diagnostics,
      ...[shown, whole].flatMap((text) => text?.diagnostics ?? []),
      ...(papers.includes('worksheet') && shown !== undefined ? missQuestions(shown) : []),
      ...(students === undefined ? [] : missQuestions(students)),
      ...unlocated,
      ...pictures.diagnostics,
    ],
    styles: styles.map((style) => ({ ...style, text: withoutRulesFor(style.text, written.leftOut) })),
  };
  const compose = (assets: AssetResolver): string => composeDeck(rendered, tools.client, assets, scriptHash);
  const files = pictures.withCopies(framedFiles(tools.effects.files, assets, edition.audience));
  const diagnostics = await judgeText(document, rendered.diagnostics, async () => rendered.slides);
  return { deck, rendered, document, texts, files, standFor, hasCopies, compose, diagnostics };
}

/** What is wrong with the single file of a written edition. */
export function judgeSingleFile(written: WrittenEdition, tools: Tools): readonly Diagnostic[] {
  const outline = shownAssets(written.files, written.standFor.screen, fingerprintAssets);
  written.compose(outline);
  return leftOutOf(written, outline, tools);
}

/** What the single file has no room for, at the first place that shows it, and once. `outline` has its page composed. */
function leftOutOf(
  { deck, rendered: { assets, slides, name } }: WrittenEdition,
  outline: InlineAssets,
  { effects }: Tools,
): readonly Diagnostic[] {
  const found = [...outline.leftOut()].map(([file, size]): Diagnostic => {
    const place = assets.find((asset) => asset.file === file)?.place ?? slides[0]?.place ?? { path: name, line: 1 };
    const message = `${shownPath(file, effects)} has ${megabytes(size)} and is left out of the single file and the PDFs, which hold ${megabytes(inlineLimit)} in all; the site shows it.`;
    const cure = 'Make it smaller, or show the site.';
    return { rule: 'file-left-out', severity: 'warning', message, place, cure };
  });
  return applyExceptions(deck, found);
}

/**
 * What is wrong with how an edition is laid out. `thorough`: every step is measured, and the contrast of texts. `limit`: how long the
 * page may take until it is ready, ms. A page that was measured before is not measured again.
 */
export async function judgeLayout(
  composed: ComposedEdition,
  tools: Tools,
  { thorough = isStrict(composed.deck), limit }: { readonly thorough?: boolean; readonly limit?: number } = {},
): Promise<readonly Diagnostic[]> {
  if (composed.rendered.slides.length === 0) return [];
  const key = layoutKey(composed, thorough);
  const kept = await tools.layouts.read(key);
  if (kept !== undefined) return judge(composed, JSON.parse(kept) as Seen);
  const { name, slides } = composed.rendered;
  const steps: Steps = thorough ? 'all' : 'final';
  const shown = {
    ...composed.page(),
    steps,
    slides: slides.length,
    scripts: scriptsOf(composed),
    ...(limit === undefined ? {} : { limit }),
  };
  const measured = tools.progress.stage(
    `${name}: measure`,
    () =>
      withPrintView(shown, tools, async (view) => judge(composed, await lookAndKeep(composed, view, thorough, tools))),
    () => count(slides.length, 'slide'),
  );
  return measured.catch((error: unknown) => [deckTrouble(error, composed)]);
}

async function lookAndKeep(composed: ComposedEdition, view: PrintView, thorough: boolean, tools: Tools): Promise<Seen> {
  const seen = await look(view, thorough);
  await keepLayout(composed, seen, thorough, tools);
  if (isPublished(composed)) await keepPreview(composed, view, tools);
  return seen;
}

/**
 * Slide 1 as a picture, for those who preview a link to the deck; undefined where the deck says nowhere that it is published. It is kept with the
 * layout, and made anew where only the picture is missing.
 */
export async function previewOf(composed: ComposedEdition, tools: Tools): Promise<Uint8Array | undefined> {
  const slides = composed.rendered.slides.length;
  if (!isPublished(composed) || slides === 0) return undefined;
  const kept = await tools.layouts.read(previewKey(composed));
  if (kept !== undefined) return Buffer.from(kept, 'base64');
  const shown = { ...composed.page(), steps: 'final' as const, slides, scripts: scriptsOf(composed) };
  return withPrintView(shown, tools, (view) => keepPreview(composed, view, tools));
}

function isPublished({ deck, rendered }: ComposedEdition): boolean {
  return deck.settings.url !== undefined && rendered.edition.audience === 'student';
}

async function keepPreview(composed: ComposedEdition, { page }: PrintView, tools: Tools): Promise<Uint8Array> {
  const picture = await photographFirst(page);
  await tools.layouts.write(previewKey(composed), Buffer.from(picture).toString('base64'));
  return picture;
}

/** `2` says how it is photographed. */
function previewKey({ fingerprint }: ComposedEdition): string {
  return cacheKey(['preview', '2', fingerprint]);
}

/** Except where a font is missing: it may be put in meanwhile, and the page would be the same. */
async function keepLayout(composed: ComposedEdition, seen: Seen, thorough: boolean, tools: Tools): Promise<void> {
  if (seen.layout.boxes === undefined) await tools.layouts.write(layoutKey(composed, thorough), JSON.stringify(seen));
}

/** Whether the deck calls errors what only the thorough look finds. */
function isStrict({ settings: { rules } }: Deck): boolean {
  return rules?.['text-contrast'] === 'error' || rules?.overflow === 'error';
}

/** How an edition's slides are laid out, and printed where that was asked for. */
export interface PrintedEdition {
  readonly diagnostics: readonly Diagnostic[];
  readonly pdf?: Uint8Array;
}

/** Measures and prints in one page. Without `always` nothing is printed when the layout has errors. */
export async function printEdition(
  composed: ComposedEdition,
  { steps, always }: { readonly steps: Steps; readonly always: boolean },
  tools: Tools,
): Promise<PrintedEdition> {
  const { rendered } = composed;
  const slides = rendered.slides.length;
  if (slides === 0) return { diagnostics: [] };
  if (isStrict(composed.deck)) {
    const diagnostics = await judgeLayout(composed, tools);
    if (hasErrors(diagnostics) && !always) return { diagnostics };
  }
  const printed = tools.progress.stage<PrintedEdition>(
    `${rendered.name}: print`,
    () =>
      withPrintView({ ...composed.printed(), steps, slides, scripts: scriptsOf(composed) }, tools, async (view) => {
        const seen = await look(view, false);
        if (steps === 'final') await keepLayout(composed, seen, false, tools);
        const diagnostics = judge(composed, seen);
        if (hasErrors(diagnostics) && !always) return { diagnostics };
        return { diagnostics, pdf: await printView(view, { rendered, date: tools.effects.now() }) };
      }),
    ({ pdf }) =>
      pdf === undefined
        ? 'measured only, for its errors'
        : `${count(slides, 'slide')}${rendered.edition.draft ? ', as a draft' : ''}`,
  );
  return printed.catch((error: unknown) => ({ diagnostics: [deckTrouble(error, composed)] }));
}

/** An edition as it is seen, and what is wrong with its layout where that is asked for. */
export interface ReadEdition {
  /** Undefined without a slide. */
  readonly scene?: Scene;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads an edition as it is seen; with `isJudged` its layout is judged in the same page. What was read or measured before is not again. */
export async function readEdition(
  composed: ComposedEdition,
  { isJudged }: { readonly isJudged: boolean },
  tools: Tools,
): Promise<ReadEdition> {
  const { rendered, fingerprint } = composed;
  const slides = rendered.slides.length;
  if (slides === 0) return { diagnostics: [] };
  const key = cacheKey(['scene 14', fingerprint]);
  const kept = await tools.layouts.read(key);
  const thorough = isStrict(composed.deck);
  if (kept !== undefined)
    return { scene: JSON.parse(kept) as Scene, diagnostics: isJudged ? await judgeLayout(composed, tools) : [] };
  const isKnown = (await tools.layouts.read(layoutKey(composed, thorough))) !== undefined;
  const known = isJudged && isKnown ? await judgeLayout(composed, tools) : [];
  const judged = async (view: PrintView): Promise<readonly Diagnostic[]> =>
    isJudged && !isKnown ? judge(composed, await lookAndKeep(composed, view, thorough, tools)) : known;
  return read(judged).catch((error: unknown) => ({ diagnostics: [...known, deckTrouble(error, composed)] }));

  function read(first: (view: PrintView) => Promise<readonly Diagnostic[]>): Promise<ReadEdition> {
    const shown = {
      html: wholePage(composed.page(), composed.files),
      ...{ steps: 'final' as const, slides, scripts: scriptsOf(composed) },
    };
    return tools.progress.stage(
      `${rendered.name}: read`,
      () =>
        withPrintView(shown, tools, async (view) => {
          const diagnostics = await first(view);
          const scene = await readScene(view.page, tools.layouts);
          await tools.layouts.write(key, JSON.stringify(scene));
          return { scene, diagnostics };
        }),
      () => count(slides, 'slide'),
    );
  }
}

function scriptsOf({ rendered }: ComposedEdition): readonly string[] {
  return rendered.scripts.map(({ path }) => path);
}

/** What a deck itself does to the page it is shown in is an error of the deck, so that the others are made all the same. */
function deckTrouble(error: unknown, { rendered }: ComposedEdition): Diagnostic {
  const [first] = rendered.slides;
  const ofDeck = error instanceof DeckError && (error.code === 'deck-not-ready' || error.code === 'pdf-mismatch');
  if (!ofDeck || first === undefined) throw error;
  return { rule: error.code, severity: 'error', message: error.message, place: first.place };
}

/** A script's CSP source (CSP 3, hash-source). */
function scriptHash(script: string): string {
  return `sha256-${createHash('sha256').update(script).digest('base64')}`;
}

/** What came of showing an edition. */
interface Seen {
  readonly layout: LaidOutDeck;
  /** Addresses the page asked for and was not given. */
  readonly blocked: readonly string[];
  readonly failures: readonly string[];
}

async function look({ measure, measureContrast, blocked, failures }: PrintView, thorough: boolean): Promise<Seen> {
  const layout = await measure();
  return { layout: thorough ? await measureContrast(layout) : layout, blocked, failures };
}

function judge(
  { deck, rendered, document }: ComposedEdition,
  { layout, blocked, failures }: Seen,
): readonly Diagnostic[] {
  const [first] = rendered.slides;
  const place = { path: first?.place.path ?? rendered.name, line: 1 };
  const failed = failures.map(
    (message): Diagnostic => ({
      rule: 'script-failed',
      severity: 'warning',
      message: `A script of the deck fails while it is shown: ${message}.`,
      place,
      cure: 'Correct the script, or remove it from `scripts:`.',
    }),
  );
  const asked = blocked.map(
    (address): Diagnostic => ({
      rule: 'remote-resource',
      severity: 'warning',
      message: `The deck asks for ${address} while it is shown, and was not given it: outputs ask the network for nothing.`,
      place,
      cure: 'Remove the script or the style that asks for it.',
    }),
  );
  const boxes = boxDiagnostics(layout, rendered.slides, rendered.settings);
  const laidOut = layoutDiagnostics(layout, rendered.slides, rendered.settings, document.drawings);
  return applyExceptions(deck, [...laidOut, ...boxes, ...failed, ...asked]);
}

/** The page says everything that a layout depends on, and `11` how it is measured. */
function layoutKey({ fingerprint }: ComposedEdition, thorough: boolean): string {
  return cacheKey(['11', String(thorough), fingerprint]);
}
