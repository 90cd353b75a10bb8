import type { Pass } from '../slide-tree.js';
import { addClass, attribute, childElements, type Element, elements, ownStyle, setAttribute } from '../tree.js';

/** What `type` of a list says, in CSS's words; style sheets cannot tell `a` from `A` there. */
const types: Readonly<Record<string, string>> = {
  a: 'lower-alpha',
  A: 'upper-alpha',
  i: 'lower-roman',
  I: 'upper-roman',
};

/** Tells the theme, which counts itself, how a list is numbered, where its numbers start, and which items have one of their own. */
export const numberLists: Pass = ({ section }) => {
  for (const list of elements(section, 'ol')) {
    const type = attribute(list, 'type')?.trim() ?? '';
    if (Object.hasOwn(types, type)) addClass(list, `number-${types[type]}`);
    const start = numberAt(list, 'start') ?? 1;
    if (start !== 1) addStyle(list, `--from:${start}`);
    let last = start - 1;
    for (const item of childElements(list)) {
      const value = numberAt(item, 'value');
      if (value !== undefined && value !== last + 1) addStyle(item, `counter-set:item ${value}`);
      last = value ?? last + 1;
    }
    if (last > 9) addClass(list, 'number-long');
  }
};

function numberAt(element: Element, name: string): number | undefined {
  const value = attribute(element, name)?.trim() ?? '';
  return /^-?\d{1,9}$/.test(value) ? Number(value) : undefined;
}

function addStyle(element: Element, rule: string): void {
  const own = attribute(element, ownStyle);
  setAttribute(element, ownStyle, own === undefined ? rule : `${own};${rule}`);
}
