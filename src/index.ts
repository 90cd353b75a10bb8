export { createPilcrow, type Pilcrow, type PilcrowOptions } from './api/create-pilcrow.js';
export { hostEffects } from './api/host-effects.js';
export type { DeckInput } from './api/locate.js';
export type { RenderedPaper, RenderedSlideSummary, Rendering, RenderOptions } from './api/rendering.js';
export { type LaunchOptions, launchOptions } from './browser/launch-options.js';
export { type CompiledDeck, compileDeck } from './commands/compile.js';
export { type ComposedEdition, composeEdition, judgeLayout, printEdition } from './commands/edition.js';
export { type CommandOptions, type Tools, withTools } from './commands/tools.js';
export { DeckError, type DeckErrorCode } from './error.js';
export { type Diagnostic, formatDiagnostic, hasErrors, type Place } from './model/diagnostic.js';
export type { Severity } from './model/severity.js';
export type {
  Block,
  BlockWriters,
  Deck,
  Drawings,
  Edition,
  Inline,
  InlineWriters,
  PaperName,
  PaperSetup,
  RenderedDeck,
  Slide,
  SlideBlocks,
  Source,
} from './model.js';
export { parseDeck } from './parse/deck.js';
export { type DeckLocation, locateDeck, readDeck } from './read/deck.js';
export { slideBlocks } from './render/blocks/slide-blocks.js';
export { renderSlides, renderText } from './render/render-slides.js';
export type { SlideDocument } from './render/slide-document.js';
export { writeStage } from './render/write-stage.js';
export type { Effects, Files } from './system/effects.js';
export { nodeFiles } from './system/node-files.js';
