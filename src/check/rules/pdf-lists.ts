import type { PdfElement, PdfReading } from '../../model.js';
import type { PdfFinding } from '../finding.js';
import { childElements, contentsOf, elementsOf, onPageOf, quoted, wordsOf } from '../pdf/elements.js';

/** What may stand in a list and in an item of one (ISO 32000-1, table 336); captions and what has no meaning may stand anywhere. */
const members: Readonly<Record<string, readonly string[]>> = { L: ['LI', 'L'], LI: ['Lbl', 'LBody'] };

export function pdfLists({ tree }: PdfReading): readonly PdfFinding[] {
  return elementsOf(tree).flatMap(({ element, around }) => {
    const where = onPageOf(element);
    if (element.role === 'LI' && meaningful(around) !== 'L') {
      return [{ message: `The item ${quoted(wordsOf(element))} stands in no list.`, ...where }];
    }
    const allowed = members[element.role];
    if (allowed === undefined) return [];
    const strangers = within(element).filter(({ role }) => !allowed.includes(role) && role !== 'Caption');
    const bare = element.children.some((child) => child.kind === 'content' && child.text.trim() !== '');
    if (strangers.length === 0 && !bare) return [];
    const what = element.role === 'L' ? 'A list' : 'An item of a list';
    const held = [...new Set(strangers.map(({ role }) => role)), ...(bare ? ['bare text'] : [])].join(', ');
    return [
      {
        message: `${what} holds ${held} rather than ${allowed.join(' and ')}: ${quoted(wordsOf(element))}.`,
        ...where,
      },
    ];
  });
}

/** The nearest element around that means something. */
function meaningful(around: readonly PdfElement[]): string | undefined {
  return around.findLast(({ role }) => role !== 'NonStruct')?.role;
}

/** What stands in an element, that which means nothing looked through. */
function within(element: PdfElement): readonly PdfElement[] {
  return childElements(element).flatMap((child) =>
    child.role === 'NonStruct' ? within(child) : contentsOf(child).length === 0 ? [] : [child],
  );
}
