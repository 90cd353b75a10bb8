import type { SceneRun } from '../../../model/scene.js';
import type { sceneMaths } from './scene-maths.js';
import type { sceneStyles } from './scene-styles.js';

/** A text that was read, to be measured. */
export interface ReadText {
  readonly node: Node;
  readonly parent: Element;
}

/** What words are read into: runs, the texts they come from, and what stands among them and is no word. */
export interface Reading {
  readonly runs: SceneRun[];
  readonly texts: ReadText[];
  readonly later: Element[];
}

/** The words of a block as runs. Runs in the page. */
export function sceneRuns(
  { skipped, pictured }: { readonly skipped: string; readonly pictured: string },
  { styleOf }: ReturnType<typeof sceneStyles>,
  { mathRuns }: ReturnType<typeof sceneMaths>,
) {
  return { readRuns, trim };

  function readRuns(node: Node, block: Element, reading: Reading, isPre: boolean): void {
    const { runs, texts, later } = reading;
    const parent = node.parentElement;
    if (node.nodeType === Node.TEXT_NODE && parent !== null) {
      const raw = (node.textContent ?? '').replace(/[\u00AD\u200B\u2060]/g, '');
      if (isPre) {
        raw.split('\n').forEach((part, index) => {
          if (index > 0) runs.push({ kind: 'break', style: styleOf(parent) });
          if (part !== '') runs.push(wordsRun(part.replaceAll('\t', '    '), parent));
        });
      } else {
        const text = raw.replace(/[ \t\n\r\f]+/g, ' ');
        if (text !== '') runs.push(wordsRun(text, parent));
      }
      texts.push({ node, parent });
      return;
    }
    if (!(node instanceof Element) || node.matches(skipped)) return;
    const style = getComputedStyle(node);
    if (style.display === 'none') return;
    if (style.visibility !== 'visible' && node.closest('.then, .choice') === null) return;
    if (node.localName === 'br') {
      runs.push({ kind: 'break', style: styleOf(block) });
      return;
    }
    if (node.classList.contains('katex')) {
      const math = node.querySelector('math > semantics > :first-child');
      const html = node.querySelector('.katex-html');
      if (math !== null) mathRuns(math, node, runs);
      const walker = document.createTreeWalker(html ?? node, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) texts.push({ node: walker.currentNode, parent: node });
      return;
    }
    if (
      style.position === 'absolute' ||
      style.float !== 'none' ||
      node.matches(pictured) ||
      (node.classList.contains('shown-pseudo') && node.textContent === '')
    ) {
      later.push(node);
      return;
    }
    if (node.children.length === 0 && node.textContent === '' && style.display !== 'inline') later.push(node);
    const from = runs.length;
    for (const child of node.childNodes) readRuns(child, block, reading, isPre || style.whiteSpace.startsWith('pre'));
    const last = runs.at(-1);
    if (runs.length > from && last?.kind === 'words' && !last.text.endsWith(' ') && gapBehind(node, style) >= 4)
      runs[runs.length - 1] = { ...last, text: `${last.text} ` };
    if (/^(flex|grid|block)/.test(style.display)) runs.push({ kind: 'break', style: styleOf(block) });
  }

  /** A gap that is drawn and not typed, px. */
  function gapBehind(node: Element, style: CSSStyleDeclaration): number {
    const outside = (Number.parseFloat(style.marginRight) || 0) + (Number.parseFloat(style.paddingRight) || 0);
    if (!style.display.startsWith('inline-')) return outside;
    const range = document.createRange();
    range.selectNodeContents(node);
    const right = Math.max(...[...range.getClientRects()].map((rect) => rect.right));
    return outside + Math.max(0, node.getBoundingClientRect().right - right);
  }

  function wordsRun(text: string, parent: Element): SceneRun {
    const href = parent.closest('a[href]')?.getAttribute('href') ?? undefined;
    const mark = parent.closest('.pm');
    const isCited = mark !== null && mark.querySelector('em') === null;
    const link = isCited ? (href ?? '#sources') : href;
    return { kind: 'words', text, style: styleOf(parent), ...(link === undefined ? {} : { link }) };
  }

  function trim(runs: readonly SceneRun[], isPre: boolean): readonly SceneRun[] {
    const kept: SceneRun[] = [];
    for (const run of runs) {
      const before = kept.at(-1);
      if (run.kind === 'words') {
        const isAtStart = before === undefined || before.kind === 'break' || before.text.endsWith(' ');
        const text = !isPre && isAtStart ? run.text.replace(/^ +/, '') : run.text;
        if (text === '') continue;
        if (
          before?.kind === 'words' &&
          before.link === run.link &&
          JSON.stringify(before.style) === JSON.stringify(run.style)
        )
          kept[kept.length - 1] = { ...before, text: before.text + text };
        else kept.push({ ...run, text });
      } else {
        if (before?.kind === 'words' && !isPre)
          kept[kept.length - 1] = { ...before, text: before.text.replace(/ +$/, '') };
        kept.push(run);
      }
    }
    while (kept.at(-1)?.kind === 'break') kept.pop();
    const last = kept.at(-1);
    if (last?.kind === 'words') kept[kept.length - 1] = { ...last, text: last.text.replace(/ +$/, '') };
    return kept.filter((run) => run.kind === 'break' || run.text !== '');
  }
}
