import { calloutKinds } from '../../language/words/callout-kinds.js';
import { ownLang, wordsIn } from '../../language/words/words.js';
import type { Pass } from '../slide-tree.js';
import {
  addClass,
  append,
  attribute,
  childElements,
  create,
  type Element,
  elements,
  hasClass,
  insertBefore,
  text,
  textContent,
} from '../tree.js';

/**
 * `::: callout-warning` says in words which kind it is, before its title: the tools it comes from have a coloured sign for that. A kind that
 * is none of theirs is said as typed.
 */
export const setCallouts: Pass = ({ section }, { deck }) => {
  const { lang } = deck.settings;
  for (const block of elements(section, 'div')) {
    const kind = kindOf(block);
    if (kind === undefined) continue;
    addClass(block, 'callout');
    // The reader's rows are paragraphs, and no box is around them.
    for (const one of childElements(block)) if (one.tagName === 'p') addClass(one, 'callout-text');
    const word = wordOf(kind, lang);
    const [first] = childElements(block);
    const title = first !== undefined && hasClass(first, 'callout-title') ? first : undefined;
    const said = textContent(title ?? create('p')).trim();
    if (said.toLocaleLowerCase(lang) === word.toLocaleLowerCase(lang)) continue;
    const label = create(
      'span',
      { class: 'callout-kind', ...ownLang(lang) },
      text(title === undefined ? word : `${word}${colon(lang)}`),
    );
    if (title === undefined) insertFirst(block, create('p', { class: 'callout-title callout-text' }, label));
    else {
      insertFirst(title, text(' '));
      insertFirst(title, label);
    }
  }
};

function kindOf(block: Element): string | undefined {
  return /(?:^|\s)callout-([^\s]+)/.exec(attribute(block, 'class') ?? '')?.[1];
}

function wordOf(kind: string, lang: string): string {
  const name = calloutKinds[kind];
  return name === undefined ? kind.charAt(0).toLocaleUpperCase(lang) + kind.slice(1) : wordsIn(lang)[name];
}

/** French sets a narrow space before it. */
function colon(lang: string): string {
  return wordsIn(lang) === wordsIn('fr') ? '\u202f:' : ':';
}

function insertFirst(parent: Element, node: Parameters<typeof append>[1]): void {
  const [first] = parent.childNodes;
  if (first === undefined) append(parent, node);
  else insertBefore(node, first);
}
