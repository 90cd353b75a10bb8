import { textWidth } from '../../relations/text-width.js';
import { widestPlace } from '../reference.js';
import type { Pass } from '../slide-tree.js';
import {
  attribute,
  childElements,
  type Element,
  elements,
  hasClass,
  isElement,
  ownStyle,
  setAttribute,
  textContent,
} from '../tree.js';

/** px of the stage; `marks.css` has the same. */
const room = { marks: widestPlace, withVoice: 184 };
const sizes = { mark: 20, voice: 18 };

/**
 * Marks that take several lines hang beside a claim that may be shorter: their block is told how many lines it has to leave them, so
 * that they do not lie over the next one, or over the foot.
 */
export const leaveRoomForMarks: Pass = ({ section }) => {
  for (const marks of elements(section).filter((element) => hasClass(element, 'marks'))) {
    const lines = linesOf(marks);
    const block = marks.parentNode;
    if (lines < 2 || !isElement(block)) continue;
    const own = attribute(block, ownStyle);
    setAttribute(block, ownStyle, [...(own === undefined ? [] : [own]), `--mark-lines:${lines}`].join(';'));
  }
};

/** A mark is a box: one of several lines has them to itself. */
function linesOf(marks: Element): number {
  const voices = childElements(marks).filter((element) => hasClass(element, 'voice'));
  const width = voices.length > 0 ? room.withVoice : room.marks;
  const boxes = childElements(marks).map((box) => {
    const size = voices.includes(box) ? sizes.voice : sizes.mark;
    const places = childElements(box).filter(({ tagName }) => tagName === 'span');
    return flow(places.length === 0 ? [textContent(box)] : places.map(textContent), size, width);
  });
  let lines = 0;
  let left = 0;
  for (const box of boxes) {
    if (box.lines === 1 && left >= box.width) left -= box.width + comma + gap;
    else {
      lines += box.lines;
      left = box.lines === 1 ? width - box.width - comma - gap : 0;
    }
  }
  return lines;
}

/** A space; before it is a comma. */
const gap = 4;
const comma = 5;

/** How many lines some words take that stay whole, and how wide they are. */
function flow(
  words: readonly string[],
  size: number,
  width: number,
): { readonly lines: number; readonly width: number } {
  const widths = words.map(
    (text, index) => textWidth({ text, face: 'strong', size }) + (index < words.length - 1 ? comma : 0),
  );
  const whole = widths.reduce((sum, one) => sum + one + gap, -gap);
  if (whole <= width) return { lines: 1, width: whole };
  let lines = 1;
  let left = width;
  for (const one of widths) {
    if (left < width && one > left) {
      lines++;
      left = width;
    }
    left -= one + gap;
  }
  return { lines, width };
}
