import type { SceneParagraph, TextRole } from '../../../model/scene.js';
import type { sceneBullets } from './scene-bullets.js';
import type { Reading, sceneRuns } from './scene-runs.js';
import type { sceneSteps } from './scene-steps.js';
import type { sceneStyles } from './scene-styles.js';
import type { sceneValues } from './scene-values.js';

/** A paragraph and where it stands, px of the stage; `root` holds what follows it in the same text. */
export interface ReadWords {
  readonly paragraph: SceneParagraph;
  readonly role: TextRole;
  readonly root: Element;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly isOneLine: boolean;
  /** Where its longest line ends. */
  readonly ends: number;
}

interface Line {
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** Paragraphs with their places. Runs in the page. */
export function sceneWords(
  { origin, rgba }: ReturnType<typeof sceneValues>,
  { alignOf }: ReturnType<typeof sceneStyles>,
  { stepOf }: ReturnType<typeof sceneSteps>,
  { readRuns, trim }: ReturnType<typeof sceneRuns>,
  { bulletOf }: ReturnType<typeof sceneBullets>,
) {
  return { words };

  /** The paragraph that some nodes of a block are; undefined where they have no words that are seen. What is none is added to `later`. */
  function words(
    block: Element,
    nodes: readonly Node[],
    style: CSSStyleDeclaration,
    later: Element[],
  ): ReadWords | undefined {
    const reading: Reading = { runs: [], texts: [], later };
    const isPre = style.whiteSpace.startsWith('pre');
    for (const node of nodes) readRuns(node, block, reading, isPre);
    const trimmed = trim(reading.runs, isPre);
    if (!trimmed.some((run) => run.kind === 'words' && run.text.trim() !== '')) return undefined;
    const size = Number.parseFloat(style.fontSize);
    const height = Number.parseFloat(style.lineHeight);
    const line = Number.isNaN(height) || height < size * 0.7 ? size * 1.3 : height;
    const lines = linesOf(reading.texts, line);
    const [first, ...rest] = lines;
    if (first === undefined) return undefined;
    const align = alignOf(style, style.direction === 'rtl');
    const { start, end } = roomOf(block, style, lines, align);
    const item = block.closest('li');
    const bullet = item !== null && isFirstIn(item, nodes[0]) ? bulletOf(item, start) : undefined;
    const restLeft = rest.length === 0 ? first.left : Math.min(...rest.map(({ left }) => left));
    const base = align === 'start' ? { first: first.left - start, rest: restLeft - start } : { first: 0, rest: 0 };
    const { x, y } = origin();
    return {
      paragraph: {
        level: Math.max(0, depthOf(block) - 1),
        align,
        indent: bullet === undefined ? base : { first: bullet.at - start, rest: base.rest },
        before: 0,
        line,
        ...(bullet === undefined ? {} : { bullet: bullet.bullet }),
        ...(style.direction === 'rtl' ? { rightToLeft: true as const } : {}),
        ...(isPre ? { isCode: true as const } : {}),
        ...stepOf(block),
        runs: trimmed,
      },
      role: roleOf(block),
      root: flowRoot(block),
      left: Math.min(start, bullet?.at ?? start) - x,
      right: end - x,
      top: first.bottom - line - y,
      bottom: first.bottom - line + lines.length * line - y,
      isOneLine: lines.length === 1,
      ends: Math.max(...lines.map(({ right }) => right)) - x,
    };
  }

  /** The lines of some texts, from the top: raised and lowered words stand in the line they are in. */
  function linesOf(texts: Reading['texts'], line: number): readonly Line[] {
    const lines: { bottom: number; left: number; right: number }[] = [];
    for (const { node, parent } of texts) {
      const range = document.createRange();
      range.selectNodeContents(node);
      const isRaised = parent.closest('sub, sup') !== null;
      for (const { left, right, top, bottom, width, height } of range.getClientRects()) {
        if (width <= 0.5 || height <= 1) continue;
        const middle = (top + bottom) / 2;
        const known = lines.find(
          (one) =>
            Math.abs(one.bottom - bottom) < line * 0.55 || (middle < one.bottom && middle > one.bottom - line * 0.9),
        );
        if (known === undefined) lines.push({ bottom, left, right });
        else {
          known.left = Math.min(known.left, left);
          known.right = Math.max(known.right, right);
          if (!isRaised) known.bottom = Math.max(known.bottom, bottom);
        }
      }
    }
    return lines.sort((a, b) => a.bottom - b.bottom);
  }

  /**
   * From where to where words may stand. Where the browser breaks lines earlier than it must they have no more room than they take, so
   * that other programs break them there too; else they have all their block has.
   */
  function roomOf(
    block: Element,
    style: CSSStyleDeclaration,
    lines: readonly Line[],
    align: SceneParagraph['align'],
  ): { readonly start: number; readonly end: number } {
    const own = block.getBoundingClientRect();
    const left = own.left + Number.parseFloat(style.paddingLeft) + Number.parseFloat(style.borderLeftWidth);
    const right = own.right - Number.parseFloat(style.paddingRight) - Number.parseFloat(style.borderRightWidth);
    const begins = Math.min(...lines.map((one) => one.left));
    const ends = Math.max(...lines.map((one) => one.right));
    const slack = Math.max(8, (ends - begins) * 0.02);
    const isTight = (lines.length > 1 && /balance|pretty/.test(style.textWrap)) || style.display.startsWith('inline');
    return {
      start: align === 'start' ? begins : Math.min(left, begins),
      end: isTight ? ends + slack : Math.max(right, ends + (align === 'start' ? slack : 0)),
    };
  }

  /** Whether the first words of an item stand in `node`, or behind it among its like. */
  function isFirstIn(item: Element, node: Node | undefined): boolean {
    const walker = document.createTreeWalker(item, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { currentNode } = walker;
      if ((currentNode.textContent ?? '').trim() === '') continue;
      return node !== undefined && (node.contains(currentNode) || node.parentNode === currentNode.parentNode);
    }
    return false;
  }

  function roleOf(block: Element): TextRole {
    if (/^h[1-6]$/.test(block.localName) && block.closest('.head') !== null) return 'title';
    if (block.matches('.run .number')) return 'number';
    if (block.closest('.foot') !== null) return 'foot';
    if (block.closest('.body') === null || block.closest('.marks, figcaption') !== null) return 'text';
    return 'body';
  }

  /** What holds words that follow one another: a place of the slide, a cell, a box of its own. */
  function flowRoot(block: Element): Element {
    for (let one: Element | null = block; one !== null; one = one.parentElement) {
      const { position, float, backgroundColor, borderLeftWidth } = getComputedStyle(one);
      if (position === 'absolute' || position === 'fixed' || float !== 'none') return one;
      if (one.matches('section, .head, .body, .foot, .run, .column, td, th, figure, .dated, .parts')) return one;
      if (rgba(backgroundColor)[3] > 0 || Number.parseFloat(borderLeftWidth) > 0) return one;
    }
    return block;
  }

  function depthOf(block: Element): number {
    let depth = 0;
    for (let one: Element | null = block.closest('li'); one !== null; one = one.parentElement?.closest('li') ?? null)
      if (one.closest('.stage') !== null) depth += 1;
    return depth;
  }
}
