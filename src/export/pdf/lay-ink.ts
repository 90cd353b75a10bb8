import { type Color, PDFDocument, PDFOperator, type PDFPage, rgb } from '@cantoo/pdf-lib';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import type { Diagnostic, InkPicture, RenderedSlide } from '../../model.js';

/** pt a px of the stage */
const scale = 0.75;

/** A PDF with what was drawn laid over its pages, and what could not be. */
export interface Annotated {
  readonly pdf: Uint8Array;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Draws a speaker's strokes over the pages of `slides.pdf`, which has a page for each of `slides`. They are marked as artifacts (ISO
 * 32000-1, 14.8.2.2): who has the PDF read aloud hears the slide. Undefined where nothing was drawn on any of these slides.
 */
export async function layInk(
  pdf: Uint8Array,
  slides: readonly RenderedSlide[],
  ink: readonly InkPicture[],
): Promise<Annotated | undefined> {
  const own = ink.filter(({ slide }) => slides.some(({ id }) => id === slide));
  if (own.length === 0) return undefined;
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const diagnostics: Diagnostic[] = [];
  for (const picture of own) {
    const page = document.getPage(slides.findIndex(({ id }) => id === picture.slide));
    const { strokes, others } = strokesOf(picture.svg);
    if (others.length > 0 || strokes.length === 0) diagnostics.push(unread(picture, others));
    page.pushOperators(PDFOperator.of('BMC' as never, ['/Artifact']));
    for (const stroke of strokes) draw(page, stroke);
    page.pushOperators(PDFOperator.of('EMC' as never));
  }
  return { pdf: await document.save({ useObjectStreams: true }), diagnostics };
}

interface DrawnPath {
  readonly d: string;
  readonly fill?: Color;
  readonly edge?: Color;
}

function draw(page: PDFPage, { d, fill, edge }: DrawnPath): void {
  page.drawSvgPath(d, {
    x: 0,
    y: page.getHeight(),
    scale,
    ...(fill === undefined ? {} : { color: fill }),
    ...(edge === undefined ? {} : { borderColor: edge, borderWidth: 1.5 }),
  });
}

type Element = DefaultTreeAdapterTypes.Element;

/** The paths of a drawing as the pen saves it; what another program has put there besides. */
function strokesOf(svg: string): { readonly strokes: readonly DrawnPath[]; readonly others: readonly string[] } {
  const root = parseFragment(svg).childNodes.find((node): node is Element => node.nodeName === 'svg');
  const strokes: DrawnPath[] = [];
  const others: string[] = [];
  for (const child of root?.childNodes ?? []) {
    if (!('attrs' in child)) continue;
    const attributes = new Map(child.attrs.map(({ name, value }) => [name, value]));
    const d = attributes.get('d') ?? '';
    if (child.tagName !== 'path' || d === '' || attributes.has('transform')) others.push(child.tagName);
    else strokes.push({ d, ...colour('fill', attributes.get('fill')), ...colour('edge', attributes.get('stroke')) });
  }
  return { strokes, others };
}

function colour(part: 'fill' | 'edge', value = ''): Partial<Record<'fill' | 'edge', Color>> {
  const channels = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(value)?.slice(1);
  if (channels === undefined) return {};
  const [red = 0, green = 0, blue = 0] = channels.map((channel) => Number.parseInt(channel, 16) / 255);
  return { [part]: rgb(red, green, blue) };
}

function unread({ path }: InkPicture, others: readonly string[]): Diagnostic {
  const what =
    others.length === 0
      ? 'has no strokes that can be read'
      : `has elements that are not strokes: ${[...new Set(others)].join(', ')}`;
  return {
    rule: 'file-unread',
    severity: 'warning',
    message: `${path} ${what}; it is not laid over the slide.`,
    place: { path, line: 1 },
    cure: 'Use the file as the pen saved it.',
  };
}
