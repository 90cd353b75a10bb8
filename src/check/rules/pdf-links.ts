import type { PdfReading } from '../../model.js';
import type { PdfFinding } from '../finding.js';
import { elementsOf, linksOf, onPageOf, quoted, wordsOf } from '../pdf/elements.js';

export function pdfLinks({ links, tree }: PdfReading): readonly PdfFinding[] {
  const inTree = elementsOf(tree).filter(({ element }) => element.role === 'Link');
  const tagged = new Set(tree.flatMap(linksOf));
  const nameOf = (link: (typeof links)[number]): string => {
    const holder = inTree.find(({ element }) => linksOf(element).includes(link));
    return holder === undefined ? 'A link' : `The link ${quoted(wordsOf(holder.element))}`;
  };
  const wrong = links.flatMap((link): readonly PdfFinding[] => {
    const { target, page } = link;
    if (target === undefined) return [{ message: `${nameOf(link)} leads nowhere.`, page }];
    if (typeof target === 'string' && !/^(https?|mailto|tel):/i.test(target)) {
      return [{ message: `${nameOf(link)} leads to ${quoted(target)}, which only this machine has.`, page }];
    }
    return tagged.has(link) || tree.length === 0 ? [] : [{ message: `A link to ${target} is not tagged.`, page }];
  });
  const dead = inTree
    .filter(({ element }) => linksOf(element).length === 0)
    .map(({ element }) => ({
      message: `${quoted(wordsOf(element))} is tagged as a link and is not one.`,
      ...onPageOf(element),
    }));
  return [...wrong, ...dead];
}
