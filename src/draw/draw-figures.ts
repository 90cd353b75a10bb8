import type { BrandPalette } from '../model/brand.js';
import type { ColourName } from '../model/theme-colours.js';
import type { Deck, Diagnostic, Diagram, Drawing, Drawings, Slide } from '../model.js';
import { withLegend } from '../relations/graph-legend.js';
import { relationsLanes } from '../relations/lanes.js';
import { relationsMermaid } from '../relations/mermaid.js';
import { setIn } from '../relations/typeface.js';
import { codeDiagnostics } from './code-diagnostics.js';
import { drawCharts } from './draw-charts.js';
import type { DrawTools } from './draw-diagrams.js';
import { drawMaps } from './draw-maps.js';
import { drawStacks } from './draw-stacks.js';

/** What figures are drawn with. */
export interface FigureTools extends Omit<DrawTools, 'browser' | 'typeface'> {
  readonly browser: DrawTools['browser'] | undefined;
  /** Whether a slide's diagrams are worth a browser; all are when not given. */
  readonly isNeeded?: (slide: Slide) => boolean;
}

/**
 * Draws everything a deck's fences ask for: Mermaid's diagrams by Mermaid, and with it those graphs of relations whose lines cross; other
 * relations, maps and charts by ourselves, for which no browser starts. Without a browser Mermaid's diagrams are left out, and only what
 * their code shows to be wrong is reported. A fence that could not be read is left out; what is wrong with it was said when it was.
 */
export async function drawFigures(
  deck: Deck,
  { browser, isNeeded = () => true, ...tools }: FigureTools,
): Promise<Drawings> {
  const { relations, settings, brand } = deck;
  const { cache } = tools;
  const typeface = brand?.typeface;
  const { lang } = settings;
  const byId = new Map<string, Drawing>();
  const diagnostics: Diagnostic[] = [];
  const diagrams = deck.slides.flatMap((slide) => slide.diagrams);
  const mermaid: Diagram[] = diagrams.filter(({ language }) => language === 'mermaid');

  for (const diagram of diagrams) {
    const { id, view } = diagram;
    if (view === undefined || relations === undefined) continue;
    const stacks =
      view.layout === 'graph' ? await drawStacks(diagram, view, relations, lang, cache, typeface) : undefined;
    if (stacks !== undefined) {
      byId.set(id, stacks.drawing);
      diagnostics.push(...stacks.diagnostics);
      continue;
    }
    if (view.layout === 'graph') {
      mermaid.push({ ...diagram, language: 'mermaid', code: relationsMermaid(view, relations, lang) });
      continue;
    }
    const lanes = setIn(typeface, () => relationsLanes(view, relations, lang));
    byId.set(id, lanes.drawing);
    diagnostics.push(...lanes.diagnostics);
  }

  const needed = new Set(deck.slides.filter(isNeeded).flatMap((slide) => slide.diagrams.map(({ id }) => id)));
  const wanted = browser === undefined ? [] : mermaid.filter(({ id }) => needed.has(id));
  const undrawn = mermaid.filter((diagram) => !wanted.includes(diagram));
  const drawn =
    browser === undefined || wanted.length === 0
      ? { byId: new Map<string, Drawing>(), diagnostics: [] }
      : await (await import('./draw-diagrams.js')).drawDiagrams(wanted, {
          browser,
          ...tools,
          ...(typeface === undefined ? {} : { typeface }),
        });
  const views = new Map(diagrams.map(({ id, view }) => [id, view]));
  for (const [id, drawing] of drawn.byId) {
    const view = views.get(id);
    const isView = view !== undefined && relations !== undefined;
    byId.set(id, isView ? setIn(typeface, () => withLegend(drawing, view, relations, lang)) : drawing);
  }
  const maps = await drawMaps(
    diagrams.filter(({ language }) => language === 'map'),
    lang,
    cache,
    typeface,
  );
  for (const [id, drawing] of maps.byId) byId.set(id, drawing);
  for (const [id, drawing] of await drawCharts(diagrams, lang, cache, typeface)) byId.set(id, drawing);
  for (const [id, drawing] of byId) {
    if (brand !== undefined) byId.set(id, { ...drawing, svg: inColoursOf(brand.colours, drawing.svg) });
  }
  const said = [
    ...diagnostics,
    ...undrawn.flatMap((diagram) => codeDiagnostics(diagram)),
    ...drawn.diagnostics,
    ...maps.diagnostics,
  ];
  return { byId, diagnostics: settings.usesOwnTheme ? said : said.map(leniently) };
}

/** Where a page has no tokens, as in a file of its own, a drawing has the brand's colours for light pages. */
function inColoursOf(colours: BrandPalette, svg: string): string {
  return svg.replace(/var\(--([\w-]+), #[\da-f]{6}\)/g, (whole, name: string) => {
    const own = Object.hasOwn(colours, name) ? colours[name as ColourName]?.light : undefined;
    return own === undefined ? whole : `var(--${name}, ${own})`;
  });
}

/** A deck that was written for another tool, where nothing asked for a text alternative or for true bars, is made all the same. */
function leniently(diagnostic: Diagnostic): Diagnostic {
  return diagnostic.rule === 'diagram-alt' || diagnostic.rule === 'diagram-chart'
    ? { ...diagnostic, severity: 'warning' }
    : diagnostic;
}
