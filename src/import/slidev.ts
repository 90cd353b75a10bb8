import { commentsAsNotes } from './comments-as-notes.js';
import { divideSlidev, type SlidevSlide } from './divide-slidev.js';
import { writeFrontMatter } from './front-matter.js';
import type { ForeignDeck, ImportRemark } from './imported-deck.js';
import { SlideDraft } from './slide-draft.js';
import { slidevCode } from './slidev-code.js';
import { slidevElements } from './slidev-elements.js';
import { slidevLayout, slidevSlots } from './slidev-layout.js';
import type { ToolDeck } from './tools.js';
import { writeSlide } from './write-slide.js';

/** How many files may include each other. */
const deepest = 10;

/** A deck of Slidev (https://sli.dev/guide/syntax). */
export function importSlidev(deck: ForeignDeck, remarks: ImportRemark[]): ToolDeck {
  const divided = divideSlidev(deck, remarks);
  const [first] = divided;
  const lines = deck.text.split('\n');
  const values = deck.text.startsWith('---') ? (first?.settings ?? {}) : {};
  const lineOf = (key: string): number => Math.max(1, lines.findIndex((line) => line.startsWith(`${key}:`)) + 1);
  const isDark = values.colorSchema === 'dark';
  const html: unknown = values.htmlAttrs;
  const lang: unknown = typeof html === 'object' && html !== null && 'lang' in html ? html.lang : undefined;
  const own = {
    ...(isDark ? { theme: 'seminar-dark' } : {}),
    ...(typeof lang === 'string' ? { lang } : {}),
  };
  const taken = new Set([
    ...slideSettings,
    'mdc',
    ...(typeof lang === 'string' ? ['htmlAttrs'] : []),
    ...(isDark ? ['theme', 'colorSchema'] : []),
  ]);
  const front = { values, bodyLine: 1, lineOf };
  const head = writeFrontMatter(front, taken, own, deck.path, remarks);
  const defaults = typeof values.defaults === 'object' ? { ...values.defaults } : {};
  const slides = included(divided, deck, remarks, [deck.path]).map((slide, index) => {
    const settings = { ...defaults, ...slide.settings };
    const draft = new SlideDraft(slide, remarks);
    readNotes(draft);
    slidevCode(draft, deck);
    slidevElements(draft);
    slidevSlots(draft, settings);
    slidevLayout(draft, settings, index === 0);
    return writeSlide(draft);
  });
  return { head, slides };
}

/** What a slide's front matter may say; it is no matter of the deck's. */
const slideSettings = [
  'layout',
  'class',
  'background',
  'image',
  'backgroundSize',
  'hide',
  'disabled',
  'src',
  'url',
  'defaults',
].concat(['layoutClass', 'clicks', 'hideInToc', 'level', 'routeAlias', 'transition']);

/** The slides with those of the files that `src:` names in their places. */
function included(
  slides: readonly SlidevSlide[],
  deck: ForeignDeck,
  remarks: ImportRemark[],
  from: readonly string[],
): readonly SlidevSlide[] {
  return slides.flatMap((slide) => {
    const { src, ...settings } = slide.settings;
    if (typeof src !== 'string') return [slide];
    const [name = '', range] = src.split('#');
    const folder = slide.path.includes('/') && from.length > 1 ? (from.at(-1) ?? '').replace(/[^/]*$/, '') : '';
    const path = name.startsWith('/') ? name.slice(1) : joined(folder, name);
    const text = from.includes(path) || from.length > deepest ? undefined : deck.textOf(path);
    const place = { path: slide.path, line: slide.line };
    if (text === undefined) {
      remarks.push({
        fate: 'lost',
        place,
        typed: `src: ${src}`,
        message: 'Is not there, or includes itself; its slides are missing.',
      });
      return slide.text.trim() === '' ? [] : [{ ...slide, settings }];
    }
    remarks.push({ fate: 'changed', place, typed: `src: ${src}`, message: 'Its slides stand in the deck.' });
    const all = divideSlidev({ path, text: text.replace(/\r\n?/g, '\n') }, remarks);
    const chosen = all
      .filter((_, index) => range === undefined || isIn(index + 1, range))
      .map((one, index) => (index === 0 ? { ...one, settings: { ...one.settings, ...settings } } : one));
    return included(chosen, deck, remarks, [...from, path]);
  });
}

/** A path from a folder, `.` and `..` resolved. */
function joined(folder: string, path: string): string {
  const parts: string[] = [];
  for (const part of `${folder}${path}`.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

/** "2,5-7" holds 6. */
function isIn(number: number, range: string): boolean {
  return range.split(',').some((part) => {
    const [low = 0, high = low] = part.split('-').map(Number);
    return low <= number && number <= high;
  });
}

/** The last comment of a slide, where nothing follows it, is its note; others are remarks that nobody is shown. */
function readNotes(draft: SlideDraft): void {
  // Slidev finds a slide's last comment in its raw text, also where it stands as far in as code does.
  const start = draft.text.lastIndexOf('<!--');
  const inset = start === -1 ? undefined : /^<!--([\s\S]*?)-->\s*$/.exec(draft.text.slice(start))?.[1]?.trim();
  if (inset !== undefined && inset !== '' && !draft.html.some((piece) => piece.start === start)) {
    draft.replace(start, draft.text.length, '');
    draft.notes.push(inset);
    draft.say('changed', start, `<!-- ${inset} -->`, 'Is a note for the speaker, below `Note:`.');
  }
  const last = draft.html.findLast(({ comment, end }) => comment !== undefined && draft.text.slice(end).trim() === '');
  const said =
    last === undefined
      ? ''
      : draft.text
          .slice(last.start, last.end)
          .replace(/^<!--|-->$/g, '')
          .trim();
  if (last !== undefined && said !== '') {
    draft.replace(last.start, last.end, '');
    draft.notes.push(said);
    draft.say('changed', last.start, `<!-- ${said} -->`, 'Is a note for the speaker, below `Note:`.');
  }
  commentsAsNotes(draft, (_, start) => start === last?.start && said !== '');
}
