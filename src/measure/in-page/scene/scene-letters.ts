import type { SceneParagraph, SceneRun, SceneStyle } from '../../../model/scene.js';
import type { sceneValues } from './scene-values.js';

/** Texts of drawings. Runs in the page. */
export function sceneLetters({ hexOver, rgba, firstFamily, seenSize }: ReturnType<typeof sceneValues>) {
  return { paragraphOf, isText };

  function isText(part: Element): boolean {
    return part.localName === 'text';
  }

  /** The words of a text, a line broken where the drawing has a new one. */
  function paragraphOf(text: Element): SceneParagraph {
    const runs: SceneRun[] = [];
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    let bottom: number | undefined;
    while (walker.nextNode()) {
      const { currentNode: node } = walker;
      const parent = node.parentElement;
      if (parent === null || (node.textContent ?? '') === '') continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const rect = range.getBoundingClientRect();
      const style = styleOf(parent);
      if (bottom !== undefined && rect.height > 0 && rect.bottom - bottom > style.size * 0.6) {
        const last = runs.at(-1);
        if (last?.kind === 'words') runs[runs.length - 1] = { ...last, text: last.text.trimEnd() };
        runs.push({ kind: 'break', style });
        bottom = rect.bottom;
      }
      bottom ??= rect.height > 0 ? rect.bottom : undefined;
      const words = (node.textContent ?? '').replace(/\s+/g, ' ');
      if (words !== '') runs.push({ kind: 'words', text: words, style });
    }
    const first = runs[0]?.style.size ?? 16;
    const lines = 1 + runs.filter(({ kind }) => kind === 'break').length;
    const { height } = text.getBoundingClientRect();
    const anchor = getComputedStyle(text).textAnchor;
    return {
      level: 0,
      align: anchor === 'middle' ? 'center' : anchor === 'end' ? 'end' : 'start',
      indent: { first: 0, rest: 0 },
      before: 0,
      line: Math.max(first * 1.1, height / lines),
      runs,
    };
  }

  function styleOf(element: Element): SceneStyle {
    const style = getComputedStyle(element);
    const matrix = element instanceof SVGGraphicsElement ? element.getScreenCTM() : null;
    const scale = matrix === null ? 1 : Math.hypot(matrix.a, matrix.b);
    return {
      family: firstFamily(style.fontFamily),
      size: seenSize(style) * scale,
      bold: Number(style.fontWeight) >= 600,
      italic: style.fontStyle !== 'normal',
      underlined: false,
      struck: false,
      colour: hexOver(rgba(style.fill)),
      spacing: 0,
    };
  }
}
