import { attribute, closest, type Element, elements, hasClass, type Parent, textContent } from './tree.js';

/**
 * The words of an SVG file's first layer that its own attributes hide, and that stand in the file all the same; undefined where there are
 * none, and where the file moves. Elements of an audience's class do not count: they are taken out for others. What a style sheet in the
 * file hides is not looked at: another rule may show it.
 */
export function hiddenWords(root: Parent): string | undefined {
  const all = elements(root);
  if (all.some(({ tagName }) => /^(animate|set$)/i.test(tagName))) return undefined;
  return all
    .filter(isHidden)
    .map((element) => textContent(element).replace(/\s+/g, ' ').trim())
    .find((words) => words !== '');
}

function isHidden(element: Element): boolean {
  const style = attribute(element, 'style') ?? '';
  const said = (name: string): string | undefined =>
    declared(style, name) ?? attribute(element, name)?.trim().toLowerCase();
  const hides = said('display') === 'none' || said('visibility') === 'hidden' || Number(said('opacity') ?? 1) === 0;
  return hides && !isForAudience(element);
}

/** Whether it, or an element around it, is for one audience. */
function isForAudience(element: Element): boolean {
  const isMarked = (one: Element): boolean => hasClass(one, 'teacher') || hasClass(one, 'student');
  return isMarked(element) || closest(element, isMarked) !== undefined;
}

/** The value that a `style` gives a property; the last one holds. */
function declared(style: string, name: string): string | undefined {
  const values = style.split(';').flatMap((one) => {
    const [property = '', value = ''] = one.split(':');
    return property.trim().toLowerCase() === name ? [value.replace('!important', '').trim().toLowerCase()] : [];
  });
  return values.at(-1);
}
