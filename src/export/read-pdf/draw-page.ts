import { OPS, type PageViewport, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Box } from '../../model.js';

/** Red, green, blue and opacity of each pixel, row by row. */
export type Pixels = Uint8ClampedArray;

/** A page as a viewer shows it. Boxes are pixels of the drawing. */
export interface DrawnPage {
  readonly whole: (box: Box) => Pixels;
  /** What is behind its texts. */
  readonly without: (box: Box) => Pixels;
  /** Its texts alone, black on white, whatever lies over them and however faint they are. */
  readonly ink: (box: Box) => Pixels;
  readonly destroy: () => void;
}

/** Whether pages can be drawn here: pdf.js draws on `@napi-rs/canvas`, which comes as a binary for the machine, where there is one. */
export function canDraw({ canvasFactory }: PDFDocumentProxy): boolean {
  const factory = canvasFactory as CanvasFactory;
  try {
    factory.destroy(factory.create(1, 1));
    return true;
  } catch {
    return false;
  }
}

/** Draws a page three times, with other operators of its content each time. */
export async function drawPage(
  { canvasFactory }: PDFDocumentProxy,
  page: PDFPageProxy,
  viewport: PageViewport,
): Promise<DrawnPage> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const factory = canvasFactory as CanvasFactory;
  const made: CanvasAndContext[] = [];
  const draw = async (shows: (operator: number, index: number) => boolean): Promise<(box: Box) => Pixels> => {
    const drawn = factory.create(Math.ceil(viewport.width), Math.ceil(viewport.height));
    made.push(drawn);
    const { canvas, context } = drawn;
    const operationsFilter = (index: number): boolean => shows(fnArray[index] ?? 0, index);
    await page.render({ canvas, canvasContext: context, viewport, operationsFilter }).promise;
    return ({ x, y, width, height }) => context.getImageData(x, y, width, height).data;
  };
  const onlyClips = (index: number): boolean => (argsArray[index] as readonly unknown[] | null)?.[0] === OPS.endPath;
  return {
    whole: await draw(() => true),
    without: await draw((operator) => !showsText.has(operator)),
    ink: await draw((operator, index) => (operator === OPS.constructPath ? onlyClips(index) : !paints.has(operator))),
    destroy: () => {
      for (const drawn of made) factory.destroy(drawn);
    },
  };
}

/** What pdf.js draws on in Node; its types say less. */
interface CanvasFactory {
  readonly create: (width: number, height: number) => CanvasAndContext;
  readonly destroy: (made: CanvasAndContext) => void;
}

interface CanvasAndContext {
  readonly canvas: HTMLCanvasElement;
  readonly context: CanvasRenderingContext2D;
}

const showsText: ReadonlySet<number> = new Set([
  OPS.showText,
  OPS.showSpacedText,
  OPS.nextLineShowText,
  OPS.nextLineSetSpacingShowText,
]);

/** What gives a colour or paints something that is no text. */
const paints: ReadonlySet<number> = new Set([
  OPS.setGState,
  OPS.setFillColor,
  OPS.setFillColorN,
  OPS.setFillGray,
  OPS.setFillRGBColor,
  OPS.setFillCMYKColor,
  OPS.setFillTransparent,
  OPS.setStrokeColor,
  OPS.setStrokeColorN,
  OPS.setStrokeGray,
  OPS.setStrokeRGBColor,
  OPS.setStrokeCMYKColor,
  OPS.shadingFill,
  OPS.paintImageXObject,
  OPS.paintImageXObjectRepeat,
  OPS.paintImageMaskXObject,
  OPS.paintImageMaskXObjectGroup,
  OPS.paintImageMaskXObjectRepeat,
  OPS.paintInlineImageXObject,
  OPS.paintInlineImageXObjectGroup,
  OPS.paintSolidColorImageMask,
  OPS.rawFillPath,
]);
