import type { FigureBlock, SlideBlocks } from '../../model.js';
import { eachNode } from '../each-node.js';
import { wholeSvg } from '../whole-svg.js';

/** A drawing as a file of its own. */
export interface FigureFile {
  /** `slide-03.svg`, after the number of its slide; a second one of the same slide is `slide-03b.svg`. */
  readonly name: string;
  readonly svg: string;
}

/** The drawings of slides and of the prose beside them, with their text alternatives; none where a deck has no diagram, map or chart. */
export function writeFigures(slides: readonly SlideBlocks[]): readonly FigureFile[] {
  const digits = Math.max(2, String(slides.length).length);
  return slides.flatMap((slide) =>
    drawnIn(slide).map(({ drawing, alt }, index) => ({
      name: `slide-${String(slide.number).padStart(digits, '0')}${behind(index)}.svg`,
      svg: wholeSvg(drawing, alt),
    })),
  );
}

type DrawnFigure = FigureBlock & Required<Pick<FigureBlock, 'drawing'>>;

function drawnIn({ blocks, prose }: SlideBlocks): readonly DrawnFigure[] {
  const found: DrawnFigure[] = [];
  eachNode([...blocks, ...prose], (node) => {
    if (node.kind === 'figure' && isDrawn(node)) found.push(node);
  });
  return found;
}

function isDrawn(figure: FigureBlock): figure is DrawnFigure {
  return figure.drawing !== undefined;
}

/** Letters, since numbers behind a name are those of lengths: nothing, b, c … z, and from the 27th on z27, z28 …, in the same order. */
function behind(index: number): string {
  if (index === 0) return '';
  return index < 26 ? String.fromCharCode(97 + index) : `z${index + 1}`;
}
