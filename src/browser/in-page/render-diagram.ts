import type { bakeStyles } from './bake-styles.js';
import type { fitDrawing } from './fit-drawing.js';
import type { ownIds } from './own-ids.js';
import type { tidyDiagram } from './tidy-diagram.js';

/** What the host page holds beside Mermaid: the other in-page functions, since what is serialised takes no imports along. */
export interface DrawingPage {
  readonly mermaid: { readonly render: (id: string, code: string) => Promise<{ readonly svg: string }> };
  readonly startOver: () => void;
  readonly bakeStyles: typeof bakeStyles;
  readonly ownIds: typeof ownIds;
  readonly fitDrawing: typeof fitDrawing;
  readonly tidyDiagram: typeof tidyDiagram;
}

export interface RenderRequest {
  readonly code: string;
  /** Prefix of the drawing's ids; stands nowhere else in the drawing. */
  readonly prefix: string;
  readonly tokens: readonly { readonly name: string; readonly drawn: string; readonly colour: string }[];
}

export type Rendered =
  | {
      readonly svg: string;
      readonly width: number;
      readonly height: number;
      readonly smallestLabel: number;
      readonly pictures: readonly string[];
    }
  | { readonly refused: string; readonly line?: number };

/** Draws one diagram with Mermaid and finishes the SVG. What Mermaid refuses comes back with its own words. Runs in the page. */
export async function renderDiagram({ code, prefix, tokens }: RenderRequest): Promise<Rendered> {
  const page = globalThis as unknown as DrawingPage;
  page.startOver();
  let source: string;
  try {
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
    cleanLinks(svg);
    page.tidyDiagram(svg);
    page.bakeStyles(svg, tokens);
    page.ownIds(svg, prefix);
    const size = page.fitDrawing(svg);
    return { svg: new XMLSerializer().serializeToString(svg), ...size, pictures };
  } finally {
    stage.remove();
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

  /** Links lead to web pages and slides only, and are written without the old namespace. */
  function cleanLinks(svg: SVGSVGElement): void {
    for (const link of svg.querySelectorAll('a, use, image')) {
      const address = link.getAttribute('href') ?? link.getAttribute('xlink:href') ?? '';
      link.removeAttribute('xlink:href');
      if (link.localName !== 'a' || /^(https?:|mailto:|#)/i.test(address)) link.setAttribute('href', address);
      else link.replaceWith(...link.childNodes);
    }
  }
}
