import type { Box } from '../../../model/laid-out.js';
import type { sceneSteps } from './scene-steps.js';
import type { sceneStyles } from './scene-styles.js';
import type { sceneTexts } from './scene-texts.js';
import type { sceneValues } from './scene-values.js';

/** Areas and rules. Runs in the page. */
export function scenePaint(
  { boxOf, rgba, hex, hexOver }: ReturnType<typeof sceneValues>,
  { lineOf }: ReturnType<typeof sceneStyles>,
  { stepOf }: ReturnType<typeof sceneSteps>,
  { addShape }: ReturnType<typeof sceneTexts>,
) {
  return { paint };

  /** What turns is photographed. */
  function paint(element: Element, style: CSSStyleDeclaration): void {
    if (element.localName === 'section' || element.matches('td, th, tr, table, mark, kbd')) return;
    if (element.closest('mark, kbd, p > code, li > code') !== null && style.display === 'inline') return;
    const rect = element.getBoundingClientRect();
    if (rect.width < 0.5 && rect.height < 0.5) return;
    const step = stepOf(element);
    const background = rgba(style.backgroundColor);
    const box = boxOf(rect);
    const sides = (['Top', 'Right', 'Bottom', 'Left'] as const).map((side) => ({ side, line: lineOf(style, side) }));
    const [first] = sides;
    const isFrame =
      first?.line !== undefined &&
      sides.every(({ line }) => line?.width === first.line?.width && line?.colour === first.line?.colour);
    const turned = style.rotate === 'none' ? 0 : Number.parseFloat(style.rotate);
    if (turned !== 0) {
      if (sides.some(({ line }) => line !== undefined)) addShape({ kind: 'picture', box, alt: '', ...step });
      return;
    }
    const radius = Number.parseFloat(style.borderTopLeftRadius) || 0;
    const isRound = style.borderTopLeftRadius.includes('%')
      ? radius >= 50
      : radius >= Math.min(rect.width, rect.height) / 2 - 0.5 && radius > 0;
    const form = isRound ? ('ellipse' as const) : radius > 2 ? ('round' as const) : ('rect' as const);
    const whole =
      element.matches('.answered') && element.closest('.then') !== null
        ? { ...box, height: 720 - box.y }
        : onSlide(box, spreadOf(style));
    if (background[3] > 0.02 || isFrame) {
      addShape({
        kind: 'rect',
        form,
        box: whole,
        ...step,
        paragraphs: [],
        ...(background[3] > 0.02 ? fillOf(element, background) : {}),
        ...(isFrame && first?.line !== undefined ? { line: first.line } : {}),
      });
    }
    if (isFrame) return;
    for (const { side, line } of sides) {
      if (line === undefined) continue;
      const { x, y, width, height } = box;
      const at: Box =
        side === 'Top'
          ? { x, y, width, height: line.width }
          : side === 'Bottom'
            ? { x, y: y + height - line.width, width, height: line.width }
            : side === 'Left'
              ? { x, y, width: line.width, height }
              : { x: x + width - line.width, y, width: line.width, height };
      addShape({ kind: 'rect', form: 'rect', box: at, ...step, paragraphs: [], fill: line.colour });
    }
  }

  /** Over a picture what is seen through has to stay so; else it is one plain colour, which is easier to change. */
  function fillOf(element: Element, colour: readonly [number, number, number, number]) {
    const [red, green, blue, opacity] = colour;
    const sheet = element.closest('.pdf-page');
    const rect = element.getBoundingClientRect();
    const isOver =
      opacity < 0.98 &&
      [...(sheet?.querySelectorAll('img, svg, video, canvas, .slide-background-content') ?? [])].some((picture) => {
        const { top, right, bottom, left } = picture.getBoundingClientRect();
        return top < rect.bottom && bottom > rect.top && left < rect.right && right > rect.left;
      });
    return isOver ? { fill: hex(`rgb(${red} ${green} ${blue})`), opacity } : { fill: hexOver(colour) };
  }

  /** How far a shadow of one piece and of the ground's own colour makes an area larger, px. */
  function spreadOf({ boxShadow, backgroundColor }: CSSStyleDeclaration): number {
    const [, colour, spread = '0'] = /^(rgba?\([^)]*\)) 0px 0px 0px (\d+(?:\.\d+)?)px$/.exec(boxShadow) ?? [];
    return colour === backgroundColor ? Number(spread) : 0;
  }

  /** What reaches out of a slide ends at its edge. */
  function onSlide({ x, y, width, height }: Box, spread: number): Box {
    const [left, top] = [Math.max(0, x - spread), Math.max(0, y - spread)];
    const [right, bottom] = [Math.min(1280, x + width + spread), Math.min(720, y + height + spread)];
    return right > left && bottom > top
      ? { x: left, y: top, width: right - left, height: bottom - top }
      : { x, y, width, height };
  }
}
