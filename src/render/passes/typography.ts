import type { Pass } from '../slide-tree.js';
import { type Parent, isElement } from '../tree.js';

const asTyped = ['code', 'pre', 'kbd', 'samp', 'math', 'svg', 'style', 'textarea'];
const marks: Readonly<Record<string, readonly [opening: string, closing: string]>> = {
  be: ['«', '»'],
  de: ['„', '“'],
  pl: ['„', '”'],
  lt: ['„', '“'],
  ru: ['«', '»'],
  uk: ['«', '»'],
};

/**
 * Straight quotation marks and apostrophes are set as the deck's language writes them; the author types what the keyboard has.
 * Only in our own theme: another tool's deck looks as its author left it.
 */
export const setTypography: Pass = ({ section }, { deck: { settings } }) => {
  if (!settings.ours) return;
  const [opening, closing] = marks[settings.lang.split('-')[0] ?? ''] ?? ['“', '”'];
  let before = ' ';
  const visit = (parent: Parent): void => {
    for (const node of parent.childNodes) {
      if ('value' in node) {
        node.value = node.value.replace(/["']/g, (mark, at: number, all: string) => {
          const left = at === 0 ? before : (all[at - 1] ?? ' ');
          if (mark === "'") return /[\p{L}\p{N}]/u.test(left) ? '’' : mark;
          return /[\s([{/—–-]/.test(left) ? opening : closing;
        });
        before = node.value.at(-1) ?? before;
      } else if (isElement(node) && !asTyped.includes(node.tagName)) {
        if (/^(p|li|h[1-6]|td|th|dd|dt|div|br|blockquote|figcaption|aside)$/.test(node.tagName)) before = ' ';
        visit(node);
      }
    }
  };
  visit(section);
};
