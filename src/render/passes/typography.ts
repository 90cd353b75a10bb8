import { quotesIn } from '../../language/words/words.js';
import type { Deck, Settings } from '../../model.js';
import type { Pass } from '../slide-tree.js';
import { isElement, type Parent } from '../tree.js';

const asTyped = ['code', 'pre', 'kbd', 'samp', 'math', 'svg', 'style', 'textarea'];
const blocks = [
  'p',
  'li',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'td',
  'th',
  'dd',
  'dt',
  'div',
  'br',
  'blockquote',
  'aside',
];
/**
 * Straight quotation marks and apostrophes are set as the deck's language writes them, hyphens and points as dashes and ellipses; the
 * author types what the keyboard has. Only in our own theme: another tool's deck looks as its author left it, but for the dashes of one
 * that is divided as Pandoc does.
 */
export const setTypography: Pass = ({ section }, { deck: { settings } }) => {
  let before = ' ';
  const visit = (parent: Parent): void => {
    for (const node of parent.childNodes) {
      if ('value' in node) {
        node.value = typographic(node.value, settings, before);
        before = node.value.at(-1) ?? before;
      } else if (isElement(node) && !asTyped.includes(node.tagName)) {
        if (blocks.includes(node.tagName)) before = ' ';
        visit(node);
      }
    }
  };
  visit(section);
};

/** A deck's title as its slides and papers show it. */
export function shownTitle({ title, settings }: Pick<Deck, 'title' | 'settings'>): string {
  return typographic(title, settings);
}

/** An address, which is left as it is; two or three hyphens that are no arrow; three points. */
const typed = /\S*(?::\/\/|\bwww\.|@)\S*|[\w-]+(?:\.[\w-]+)+\/\S*|(?<![-<>=!])---?(?![-<>=])|(?<!\.)\.{3}(?!\.\.)/g;

/**
 * `--`, `---` and `...` as dashes and an ellipsis, Pandoc's `smart`. A word behind `--` with a space before is an option such as `--cut`.
 * The evidence reads what was typed, and takes both for the same.
 */
function withDashes(text: string, before: string): string {
  if (!text.includes('--') && !text.includes('...')) return text;
  return text.replace(typed, (found, at: number) => {
    if (found === '---') return '—';
    if (found === '...') return '…';
    if (found !== '--') return found;
    const isOption = /\s/.test(text[at - 1] ?? before) && /[\p{L}\p{N}]/u.test(text[at + 2] ?? ' ');
    return isOption ? found : '–';
  });
}

/** The same for a text by itself; `before` is the letter it follows. */
export function typographic(text: string, settings: Settings, before = ' '): string {
  const { usesOwnTheme, slideLevel, lang } = settings;
  const dashed = usesOwnTheme || slideLevel !== undefined ? withDashes(text, before) : text;
  if (!usesOwnTheme) return dashed;
  const [opening, closing] = quotesIn(lang);
  const english = lang.startsWith('en');
  return dashed.replace(/["']/g, (mark, at: number) => {
    const left = dashed[at - 1] ?? before;
    const right = dashed[at + 1] ?? ' ';
    const opens = /[\s([{/—–-]/.test(left);
    if (mark === '"') return opens ? opening : closing;
    if (/[\p{L}\p{N}]/u.test(left) && (english || /\p{L}/u.test(right))) return '’';
    return english && opens ? (/\d/.test(right) ? '’' : '‘') : mark;
  });
}
