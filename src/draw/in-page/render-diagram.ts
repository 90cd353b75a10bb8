import type { drawingFunctions } from './drawing-functions.js';
import type { MarkedSteps } from './mark-steps.js';

/** The page's own globals. */
type DrawingPage = typeof drawingFunctions & {
  readonly mermaid: {
    readonly detectType: (code: string) => string;
    readonly render: (id: string, code: string) => Promise<{ readonly svg: string }>;
  };
};

export interface RenderRequest {
  readonly code: string;
  /** Lines of the code, from 1, that hold `%% step`. */
  readonly marks: readonly number[];
  /** Prefix of the drawing's ids; stands nowhere else in the drawing. */
  readonly prefix: string;
  readonly tokens: readonly { readonly name: string; readonly drawn: string; readonly colour: string }[];
  /** The hue of each class that names one. */
  readonly hues: Readonly<Record<string, string>>;
}

export type Rendered =
  | (MarkedSteps & {
      readonly svg: string;
      readonly width: number;
      readonly height: number;
      readonly smallestLabel: number;
      readonly pictures: readonly string[];
      /** Labels for which there was no room, or what is left of them. */
      readonly lost: readonly string[];
      /** The diagram in words, for kinds that can be told; else empty. */
      readonly description: string;
      /** Marks, by their number from 1, that stand within a statement. */
      readonly unreadableMarks: readonly number[];
    })
  | { readonly refused: string; readonly line?: number };

/** Draws one diagram with Mermaid and finishes the SVG. What Mermaid refuses comes back with its own words. Runs in the page. */
export async function renderDiagram({ code, marks, prefix, tokens, hues }: RenderRequest): Promise<Rendered> {
  const page = globalThis as unknown as DrawingPage;
  page.startOver();
  let source: string;
  try {
    // The style sheet has rules for some kinds, and they must hold while Mermaid measures.
    document.documentElement.dataset.kind = page.mermaid.detectType(code);
    document.documentElement.dataset.own = await page.ownClasses(code, hues, tokens);
    source = (await page.mermaid.render('drawing', code)).svg;
  } catch (error) {
    return refusal(error);
  } finally {
    document.getElementById('ddrawing')?.remove();
  }
  const stage = document.createElement('div');
  document.body.append(stage);
  try {
    stage.innerHTML = source;
    const svg = stage.querySelector('svg');
    if (svg === null) return { refused: 'Mermaid drew nothing.' };
    const pictures = dropPictures(svg);
    const kind = document.documentElement.dataset.kind;
    const lost = kind === 'treemap' ? page.setTreemap(svg) : page.lostLabels(svg, code);
    cleanLinks(svg);
    if (kind === 'xychart') page.setBars(svg);
    if (kind === 'gantt') page.setMilestones(svg);
    page.tidyDiagram(svg);
    if (kind === 'sequence') {
      page.setSequence(svg);
      page.tightenSequence(svg);
    }
    page.setGuillemets(svg);
    const { parts, unreadableMarks } = await readSteps(svg);
    page.setTimeline(svg);
    page.foldTimeline(svg);
    if (kind === 'pie') page.hatchSlices(svg);
    if (kind === 'quadrantChart') page.placePoints(svg);
    page.partLabels(svg);
    if (kind === 'venn') page.setVenn(svg);
    if (kind === 'c4') page.slideLabels(svg);
    page.markHues(svg, hues);
    page.colourLinks(svg);
    page.growBoxes(svg);
    page.levelLinks(svg);
    page.foldGraph(svg);
    page.setHeads(svg);
    page.liftLabels(svg);
    page.secondEdge(svg);
    page.bakeStyles(svg, tokens);
    page.ownIds(svg, prefix);
    const marked = page.markSteps(svg, parts, marks.length);
    const size = page.fitDrawing(svg);
    const description = await page.describeDiagram(code);
    const written = new XMLSerializer().serializeToString(svg);
    return { svg: written, ...size, ...marked, pictures, lost, description, unreadableMarks };
  } finally {
    stage.remove();
  }

  async function readSteps(
    svg: SVGSVGElement,
  ): Promise<{ readonly parts: ReadonlyMap<Element, number>; readonly unreadableMarks: readonly number[] }> {
    if (marks.length === 0) return { parts: new Map(), unreadableMarks: [] };
    const stages = await page.readStages(code, marks);
    const kind = document.documentElement.dataset.kind;
    const read = kind === 'sequence' ? page.sequenceSteps : kind === 'timeline' ? page.timelineSteps : page.graphSteps;
    return { parts: read(svg, stages), unreadableMarks: stages.unreadable };
  }

  function refusal(error: unknown): Rendered {
    const { message, hash, result } = error as {
      readonly message?: unknown;
      readonly hash?: { readonly line?: unknown; readonly loc?: { readonly first_line?: unknown } };
      readonly result?: {
        readonly lexerErrors?: readonly { readonly line?: unknown }[];
        readonly parserErrors?: readonly { readonly token?: { readonly startLine?: unknown } }[];
      };
    };
    const refused = String(message ?? error);
    const line = [
      Number(/on line (\d+)/i.exec(refused)?.[1]),
      Number(hash?.loc?.first_line),
      Number(result?.lexerErrors?.[0]?.line),
      Number(result?.parserErrors?.[0]?.token?.startLine),
    ].find((candidate) => candidate > 0);
    return line === undefined ? { refused } : { refused, line };
  }

  function dropPictures(svg: SVGSVGElement): string[] {
    return [...svg.querySelectorAll('image, img')].flatMap((picture) => {
      const address =
        picture.getAttribute('href') ?? picture.getAttribute('xlink:href') ?? picture.getAttribute('src') ?? '';
      if (address.startsWith('data:image/')) return [];
      picture.remove();
      return [address];
    });
  }

  function unlinked(link: Element): Element {
    const group = document.createElementNS('http://www.w3.org/2000/svg', 'g');
    for (const { name, value } of link.attributes) if (name !== 'href') group.setAttribute(name, value);
    group.append(...link.childNodes);
    return group;
  }

  /** Links lead to web pages and slides only, and are written without the old namespace. */
  function cleanLinks(svg: SVGSVGElement): void {
    for (const link of svg.querySelectorAll('a, use, image')) {
      const address = link.getAttribute('href') ?? link.getAttribute('xlink:href') ?? '';
      link.removeAttribute('xlink:href');
      if (link.localName !== 'a' || /^(https?:|mailto:|#)/i.test(address)) link.setAttribute('href', address);
      else link.replaceWith(unlinked(link));
    }
  }
}
