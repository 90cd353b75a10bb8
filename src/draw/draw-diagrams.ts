import type { Page } from 'puppeteer-core';
import type { BrowserProvider } from '../browser/browser-provider.js';
import type { Typeface } from '../model/brand.js';
import { type Diagnostic, type Diagram, type Drawing, type Drawings, hues, namesOf } from '../model.js';
import { type Cache, cacheKey } from '../system/cache.js';
import type { Files } from '../system/effects.js';
import { dependencyVersion } from '../system/package-folder.js';
import { brandFaces } from './brand-faces.js';
import { roomOf } from './choose-run.js';
import { codeDiagnostics } from './code-diagnostics.js';
import { cureOfKind } from './cure-of-kind.js';
import { lostDiagnostic, pictureDiagnostic, syntaxDiagnostic } from './diagram-diagnostics.js';
import { drawGraph } from './draw-graph.js';
import { drawingFunctions } from './in-page/drawing-functions.js';
import { type Rendered, renderDiagram } from './in-page/render-diagram.js';
import { type KeptDrawing, keepDrawing, readDrawing } from './kept-drawing.js';
import { runOfGraph } from './run-of-graph.js';
import { stepDiagnostics } from './step-diagnostics.js';
import { stepMarks, takesSteps } from './step-marks.js';
import { mermaidConfig } from './theme/mermaid-config.js';
import { drawingStyle } from './theme/style.js';
import { tokens } from './theme/tokens.js';
import { keyOfFaces } from './typeface-key.js';

export interface DrawTools {
  readonly browser: BrowserProvider;
  readonly cache: Cache;
  /** Reads the fonts of a typeface; needed only with one. */
  readonly readNow?: Files['readNow'];
  /** The faces of a brand; absent: the theme's. */
  readonly typeface?: Typeface;
}

/**
 * Draws every diagram, those not in the cache in one shared page; no browser starts when there is none of these.
 * The same code gives the same bytes alone, in any order and in any deck. A diagram that cannot be drawn stops none of the others.
 */
export async function drawDiagrams(diagrams: readonly Diagram[], tools: DrawTools): Promise<Drawings> {
  const { browser, cache, typeface } = tools;
  // A browser of this machine is taken for the same by every one of its versions: what Mermaid draws is measured in our own faces.
  const elsewhere = browser.isElsewhere ? [await browser.identity()] : [];
  const world = [...worldOfDrawings(), ...elsewhere, ...keyOfFaces(typeface)];
  const wanted = new Map(diagrams.map((diagram) => [keyOf(diagram, world), diagram]));
  const kept = new Map(
    await Promise.all([...wanted.keys()].map(async (key) => [key, await readDrawing(cache, key)] as const)),
  );
  const missing = [...wanted].filter(([key]) => kept.get(key) === undefined);
  const drawn = missing.length === 0 ? new Map<string, Outcome>() : await drawAll(missing, tools);
  await Promise.all(
    [...drawn].map(([key, outcome]) => ('svg' in outcome ? keepDrawing(cache, key, outcome) : undefined)),
  );

  const byId = new Map<string, Drawing>();
  const diagnostics: Diagnostic[] = [];
  for (const diagram of diagrams) {
    const key = keyOf(diagram, world);
    const outcome = kept.get(key) ?? drawn.get(key);
    if (outcome === undefined) continue;
    const description = 'refused' in outcome ? '' : outcome.description;
    diagnostics.push(...codeDiagnostics(diagram, description));
    if ('refused' in outcome) {
      diagnostics.push(syntaxDiagnostic(diagram, outcome.refused, outcome.line));
    } else {
      const { pictures, lost, description: _, idleMarks, unreadableMarks, ...drawing } = outcome;
      const cure = cureOfKind(diagram.code);
      const svg = drawing.svg.replaceAll(prefixOf(key), `${identifier(diagram.id)}-svg`);
      byId.set(diagram.id, { ...drawing, svg, ...(cure === undefined ? {} : { cureOfSmall: cure }) });
      diagnostics.push(...pictures.map((address) => pictureDiagnostic(diagram, address)));
      if (lost.length > 0) diagnostics.push(lostDiagnostic(diagram, lost));
      diagnostics.push(...stepDiagnostics(diagram, { idleMarks, unreadableMarks }));
    }
  }
  return { byId, diagnostics };
}

/** What a class of a node may be called, and the hue it means. */
const hueNames = Object.fromEntries(hues.flatMap((hue) => namesOf(hue).map((name) => [name, hue])));

type Outcome = KeptDrawing | { readonly refused: string; readonly line?: number };

/** A graph is drawn for its room, and one room is nearly every graph's. */
function keyOf(diagram: Diagram, world: readonly string[]): string {
  const { width, height } = roomOf(diagram);
  const isOfRoom = width !== roomOf({}).width && diagram.view === undefined && runOfGraph(diagram.code) !== undefined;
  return cacheKey([diagram.code, ...world, ...(isOfRoom ? [`${width} × ${height}`] : [])]);
}

/** Counted up when the direction of a graph is chosen otherwise. */
const directions = 'directions 3';

/** Everything a drawing depends on beside its code; a part of its key in the cache. The fonts count through their packages' versions. */
export function worldOfDrawings(): readonly string[] {
  const functions = [...Object.values(drawingFunctions), renderDiagram].map(String);
  const versions = ['mermaid', '@fontsource/source-sans-3', '@fontsource/source-serif-4'].map(dependencyVersion);
  return [...functions, ...versions, directions, drawingStyle(), JSON.stringify([mermaidConfig, tokens, hueNames])];
}

async function drawAll(
  missing: readonly (readonly [key: string, diagram: Diagram])[],
  { browser, typeface, readNow }: DrawTools,
): Promise<ReadonlyMap<string, Outcome>> {
  const { withHostPage } = await import('./host-page.js');
  const faces = typeface === undefined ? undefined : brandFaces(typeface, readNow);
  return withHostPage(browser, draw, faces);

  async function draw(page: Page): Promise<ReadonlyMap<string, Outcome>> {
    const outcomes = new Map<string, Outcome>();
    for (const [key, diagram] of missing) {
      const marks = takesSteps(diagram.code) ? stepMarks(diagram.code) : [];
      const drawCode = (code: string): Promise<Rendered> =>
        page.evaluate(renderDiagram, { code, marks, prefix: prefixOf(key), tokens, hues: hueNames });
      // A view of relations has said its direction, if only in another file.
      const outcome = await (diagram.view === undefined
        ? drawGraph(diagram.code, roomOf(diagram), drawCode)
        : drawCode(diagram.code));
      outcomes.set(
        key,
        faces === undefined || !('svg' in outcome) ? outcome : { ...outcome, svg: faces.inRoot(outcome.svg) },
      );
    }
    return outcomes;
  }
}

/** Made from the code's hash, so that no label of the diagram can hold it by accident. */
function prefixOf(key: string): string {
  return `d${key.slice(0, 16)}`;
}

/** Ids stand in `url(#…)`, so that anything but letters, digits, hyphen and underscore would need escaping. */
function identifier(id: string): string {
  return id.replace(/[^\p{L}\p{N}_-]/gu, (character) => `_${character.codePointAt(0)?.toString(16)}_`);
}
