import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import type { Place } from '../model/diagnostic.js';
import { meantKeeper } from './meant-keeper.js';
import type { ParseContext } from './parse-context.js';
import { type Unread, unreadBraces, unreadNotes } from './unread-text.js';

/** HTML without any of these has no mark in it that could be misread. */
const suspect = /class|[{:：]/i;
/** What they hold is code, or shown to nobody. */
const silent = ['script', 'style', 'pre', 'code', 'kbd', 'samp', 'textarea', 'noscript', 'template', 'title'];

/** Reports classes of raw HTML that were to keep something from a reader, and marks in its words, where no Markdown is read. */
export function reportUnreadHtml(html: string, place: Place, context: ParseContext): void {
  if (!suspect.test(html)) return;
  const tree = parseFragment(html, { sourceCodeLocationInfo: true });
  walk(tree, false);

  function walk(parent: DefaultTreeAdapterTypes.ParentNode, isKept: boolean): void {
    for (const node of parent.childNodes) {
      if ('tagName' in node) {
        const kept = isKept || checkElement(node);
        if (!silent.includes(node.tagName)) walk(node, kept);
      } else if (node.nodeName === '#text' && 'value' in node && !isKept)
        say([...unreadBraces(node.value), ...unreadNotes(node.value, false)], node);
    }
  }

  /** Whether it is for the teacher alone. */
  function checkElement(element: DefaultTreeAdapterTypes.Element): boolean {
    const names = element.attrs.flatMap(({ name, value }) => (name === 'class' ? value.split(/\s+/) : []));
    for (const name of names) {
      const isAside = element.tagName === 'aside';
      // Of an aside, and of no other element, `note` is near to Reveal's own `<aside class="notes">`.
      const keeper = isAside && name.toLowerCase() === 'note' ? 'notes' : meantKeeper(name);
      const isRead = name === 'teacher' || name === 'student' || (isAside && name === 'notes');
      if (keeper !== undefined && !isRead && !context.isStyled(name))
        say([{ what: `class="${name}"`, keeper, line: 0 }], element);
    }
    return names.includes('teacher') || (element.tagName === 'aside' && names.includes('notes'));
  }

  function say(unread: readonly Unread[], node: DefaultTreeAdapterTypes.ChildNode): void {
    for (const { what, keeper, line } of unread) {
      const at = placeWithin(place, node);
      const message = `"${what}" in raw HTML looks like a mark that hides something from some readers, but is none: everybody reads what it marks.`;
      const cure = `Write class="teacher" on its element, or Markdown outside the HTML: \`::: ${keeper}\`. Where no mark is meant, say so: \`<!-- check-disable marker-unread: why -->\`.`;
      context.report('error', 'marker-unread', { path: at.path, line: at.line + line }, message, cure);
    }
  }
}

function placeWithin({ path, line }: Place, { sourceCodeLocation }: DefaultTreeAdapterTypes.ChildNode): Place {
  return { path, line: line + (sourceCodeLocation?.startLine ?? 1) - 1 };
}
