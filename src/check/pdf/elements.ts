import type { PdfContent, PdfElement, PdfLink } from '../../model.js';

/** An element with those it stands in, the outermost first. */
export interface Placed {
  readonly element: PdfElement;
  readonly around: readonly PdfElement[];
}

/** Every element of a tree, in reading order. */
export function elementsOf(tree: readonly PdfElement[], around: readonly PdfElement[] = []): readonly Placed[] {
  return tree.flatMap((element) => [{ element, around }, ...elementsOf(childElements(element), [...around, element])]);
}

export function childElements({ children }: PdfElement): readonly PdfElement[] {
  return children.filter((child) => child.kind === 'element');
}

/** What an element and all below it show, in reading order. */
export function contentsOf({ children }: PdfElement): readonly PdfContent[] {
  return children.flatMap((child) =>
    child.kind === 'element' ? contentsOf(child) : child.kind === 'content' ? [child] : [],
  );
}

export function linksOf({ children }: PdfElement): readonly PdfLink[] {
  return children.flatMap((child) =>
    child.kind === 'element' ? linksOf(child) : child.kind === 'link' ? [child.link] : [],
  );
}

/** An element's words in one line: those that stand for it, else its own. */
export function wordsOf(element: PdfElement): string {
  return inOneLine(element.actualText ?? rawText(element));
}

function rawText({ children }: PdfElement): string {
  return children
    .map((child) => {
      if (child.kind === 'content') return child.text;
      return child.kind === 'element' ? (child.actualText ?? child.alt ?? rawText(child)) : '';
    })
    .join('');
}

export function inOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The page it begins on, from 1; undefined for what shows nothing. */
export function firstPage(element: PdfElement): number | undefined {
  return contentsOf(element)[0]?.page;
}

/** For a finding: where an element begins, where that is known. */
export function onPageOf(element: PdfElement): { readonly page?: number } {
  const page = firstPage(element);
  return page === undefined ? {} : { page };
}

/** The level of a heading, from 1; undefined for what is none. */
export function headingLevel({ role }: PdfElement): number | undefined {
  const digit = /^H([1-6])$/.exec(role)?.[1];
  return digit === undefined ? undefined : Number(digit);
}

/** Words as a message quotes them. */
export function quoted(text: string): string {
  return `"${text.length > 60 ? `${text.slice(0, 59)}…` : text}"`;
}
