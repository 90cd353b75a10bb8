/**
 * The types at the boundaries of the pipeline, a file a stage. Everything is readonly; a stage never reaches back.
 * px are px of the 1280 × 720 stage unless said otherwise.
 */

export * from './model/article.js';
export * from './model/blocks.js';
export type * from './model/brand.js';
export * from './model/chart.js';
export type * from './model/chart-sheet.js';
export * from './model/citation.js';
export * from './model/deck.js';
export type { Diagnostic, Place } from './model/diagnostic.js';
export * from './model/drawings.js';
export * from './model/evidence.js';
export type * from './model/html-tree.js';
export * from './model/hues.js';
export * from './model/laid-out.js';
export * from './model/outputs.js';
export * from './model/papers.js';
export * from './model/pdf-reading.js';
export type * from './model/presentation-record.js';
export * from './model/quiz.js';
export * from './model/relations.js';
export * from './model/rendered.js';
export type { RuleName } from './model/rules.js';
export type * from './model/scene.js';
export type { Settings } from './model/settings.js';
export type { Level, Severity } from './model/severity.js';
export * from './model/source.js';
