import type { PdfElement } from '../../model.js';
import { contentsOf, inOneLine, linksOf } from '../pdf/elements.js';

/**
 * A structure tree as people read it: a line an element, indented, with its role, its language where it has one of its own, its text
 * alternative or its words, and where a link leads. Elements without a meaning are looked through.
 */
export function treeLines(tree: readonly PdfElement[], depth = 0): readonly string[] {
  return tree.flatMap((element) => elementLines(element, depth));
}

function elementLines(element: PdfElement, depth: number): readonly string[] {
  const { role, alt, lang, scope, children } = element;
  if (role === 'NonStruct') return childLines(children, depth);
  const indent = '  '.repeat(depth);
  const [content] = contentsOf(element);
  const facts = [
    lang === undefined ? '' : `[${lang}]`,
    scope === undefined ? '' : `(${scope})`,
    alt === undefined ? '' : `alt "${inOneLine(alt)}"`,
    ...(role === 'Link'
      ? linksOf(element).map(({ target }) => `→ ${target === undefined ? 'nowhere' : targetText(target)}`)
      : []),
    /^(H\d|Figure|Table|L)$/.test(role) && content !== undefined ? `page ${content.page}` : '',
  ];
  const line = `${indent}${[role, ...facts.filter((fact) => fact !== '')].join(' ')}`;
  return [line, ...(alt === undefined ? childLines(children, depth + 1) : [])];
}

/** Stretches of content that follow one another are one text. */
function childLines(children: PdfElement['children'], depth: number): readonly string[] {
  const lines: string[] = [];
  let text = '';
  const flush = (): void => {
    const words = inOneLine(text);
    if (words !== '') lines.push(`${'  '.repeat(depth)}"${words}"`);
    text = '';
  };
  for (const child of children) {
    if (child.kind === 'content') text += child.text;
    if (child.kind !== 'element') continue;
    if (isText(child)) {
      text += contentsOf(child)
        .map((content) => content.text)
        .join('');
      continue;
    }
    flush();
    lines.push(...elementLines(child, depth));
  }
  flush();
  return lines;
}

/** Without a meaning, and with nothing in it that has one. */
function isText({ role, children }: PdfElement): boolean {
  return (
    role === 'NonStruct' &&
    children.every((child) => child.kind === 'content' || (child.kind === 'element' && isText(child)))
  );
}

function targetText(target: number | string): string {
  return typeof target === 'number' ? `page ${target}` : target;
}
