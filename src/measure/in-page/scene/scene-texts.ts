import type { SceneParagraph, SceneShape, TextRole } from '../../../model/scene.js';
import type { ReadWords } from './scene-words.js';

/** What stands on a slide, in reading order. What is painted below or above all else has another layer than 0. */
export type SceneItem = ({ readonly shape: SceneShape } | { readonly words: ReadWords[] }) & { readonly layer: number };

/** Paragraphs that follow one another, as one text each. Runs in the page. */
export function sceneTexts() {
  let items: SceneItem[] = [];
  let layer = 0;
  let groups: { readonly root: Element; readonly words: ReadWords[] }[] = [];
  return {
    addWords,
    set,
    addShape(shape: SceneShape): void {
      items.push({ shape, layer });
    },
    addItems(more: readonly SceneItem[]): void {
      items.push(...more);
    },
    /** What `read` adds is of this layer; within one that is not 0 there are no others. */
    onLayer(own: number, read: () => void): void {
      const outer = layer;
      layer = outer === 0 ? own : outer;
      read();
      layer = outer;
    },
    /** What `read` adds, and nothing of it here. */
    apart(read: () => void): readonly SceneItem[] {
      const outer = { items, groups };
      items = [];
      groups = [];
      read();
      const own = items;
      ({ items, groups } = outer);
      return own;
    },
    /** The lowest first, else in reading order. */
    shapes: (of: readonly SceneItem[]): readonly SceneShape[] =>
      withBody([...of].sort((one, other) => one.layer - other.layer).flatMap(shapesOf)),
  };

  /** To the text that they follow in one place, else as a text of their own. */
  function addWords(read: ReadWords): void {
    const text = groups.findLast(
      ({ root, words }) => root === read.root && follows(words.at(-1), read) && breaksAlike(words, read),
    );
    if (text !== undefined) {
      text.words.push(read);
      return;
    }
    const words = [read];
    groups.push({ root: read.root, words });
    items.push({ words, layer });
  }

  /** Below it, at most two lines away, and at the same edge but for an item's indent. */
  function follows(last: ReadWords | undefined, read: ReadWords): boolean {
    if (last === undefined || last.role !== read.role || last.paragraph.align !== read.paragraph.align) return false;
    const overlap = Math.min(last.right, read.right) - Math.max(last.left, read.left);
    const gap = read.top - last.bottom;
    const isInLine = Math.abs(last.left - read.left) < 100 || last.paragraph.align !== 'start';
    return overlap > 0 && gap > -4 && gap < 90 && isInLine;
  }

  /** Texts of several lines have one edge at which all break. */
  function breaksAlike(words: readonly ReadWords[], read: ReadWords): boolean {
    return read.isOneLine || words.every((one) => one.isOneLine || Math.abs(one.right - read.right) < 12);
  }

  function rightOf(words: readonly ReadWords[]): number {
    const long = words.filter(({ isOneLine, paragraph }) => !isOneLine && paragraph.align === 'start');
    if (long.length === 0) return Math.max(...words.map(({ right }) => right));
    const room = Math.max(...long.map(({ right }) => right));
    return Math.max(room, ...words.map(({ ends, isOneLine }) => (isOneLine ? ends + 8 : room)));
  }

  /** One below the other, each as far in as it stands and as far below as it is. */
  function set(reads: readonly ReadWords[]): readonly SceneParagraph[] {
    const left = Math.min(...reads.map((one) => one.left));
    const all = reads.map(({ paragraph, ...place }, index): SceneParagraph => {
      const before = index === 0 ? 0 : place.top - (reads[index - 1]?.bottom ?? place.top);
      const { first, rest } = paragraph.indent;
      if (paragraph.align !== 'start') return { ...paragraph, before };
      const moved = place.left - left + (paragraph.bullet === undefined ? 0 : Math.max(0, -first));
      return { ...paragraph, before, indent: { first: first + moved, rest: rest + moved } };
    });
    return all.flatMap((paragraph) => (paragraph.isCode === true ? codeLines(paragraph) : [paragraph]));
  }

  /** A paragraph a line, empty ones too, so that lines can be put in and taken out. */
  function codeLines(code: SceneParagraph): readonly SceneParagraph[] {
    const lines: SceneParagraph['runs'][number][][] = [[]];
    for (const run of code.runs) {
      if (run.kind === 'break') lines.push([]);
      else lines.at(-1)?.push(run);
    }
    return lines.map((runs, index) => ({ ...code, before: index === 0 ? code.before : 0, runs }));
  }

  function shapesOf(item: SceneItem): readonly SceneShape[] {
    if ('shape' in item) return [item.shape];
    const { words: reads } = item;
    const [head] = reads;
    if (head === undefined) return [];
    const left = Math.min(...reads.map((one) => one.left));
    const right = rightOf(reads);
    const paragraphs = set(reads);
    const steps = paragraphs.map(({ step }) => step);
    const common = steps.every((step) => step === steps[0]) ? steps[0] : undefined;
    const last = reads.at(-1) ?? head;
    return [
      {
        kind: 'text',
        role: head.role,
        box: { x: left, y: head.top, width: right - left, height: last.bottom - head.top },
        wraps: !reads.every((one) => one.isOneLine),
        paragraphs: common === undefined ? paragraphs : paragraphs.map(({ step: _, ...one }) => one),
        ...(common === undefined ? {} : { step: common }),
      },
    ];
  }

  /** Of the texts in a slide's body the one with most words is its body. */
  function withBody(shapes: readonly SceneShape[]): readonly SceneShape[] {
    const length = (shape: SceneShape): number =>
      shape.kind === 'text' && shape.role === 'body'
        ? shape.paragraphs
            .flatMap(({ runs }) => runs)
            .reduce((sum, run) => sum + (run.kind === 'words' ? run.text.length : 0), 0)
        : 0;
    const most = Math.max(0, ...shapes.map(length));
    const body = shapes.find((shape) => most > 0 && length(shape) === most);
    const firstOf = new Set<TextRole>();
    return shapes.map((shape) => {
      if (shape.kind !== 'text') return shape;
      const isFirst = !firstOf.has(shape.role);
      if (shape.role !== 'body' || shape === body) firstOf.add(shape.role);
      return shape === body || (shape.role !== 'body' && isFirst) ? shape : { ...shape, role: 'text' as const };
    });
  }
}
