import { isDirective } from '../parse/dialects/marp.js';
import { readYaml } from '../read/yaml.js';
import { blocksOf, lineStarts } from './blocks.js';
import { readForeignFrontMatter, writeFrontMatter } from './front-matter.js';
import type { ForeignDeck, ForeignSlide, ImportRemark } from './imported-deck.js';
import { marpPictures } from './marp-pictures.js';
import { SlideDraft } from './slide-draft.js';
import type { ToolDeck } from './tools.js';
import { writeSlide } from './write-slide.js';

/** Directives that hold from their slide on; with an underscore they are of one slide (https://marpit.marp.app/directives). */
const local = [
  'class',
  'backgroundColor',
  'backgroundImage',
  'backgroundPosition',
  'backgroundRepeat',
  'backgroundSize',
].concat(['color', 'paginate', 'header', 'footer', 'transition']);

const attributeNames: Readonly<Record<string, string>> = {
  backgroundColor: 'background-color',
  backgroundImage: 'background-image',
  backgroundPosition: 'background-position',
  backgroundRepeat: 'background-repeat',
  backgroundSize: 'background-size',
  transition: 'transition',
};

/** A deck of Marp (https://github.com/marp-team/marp-core). */
export function importMarp(deck: ForeignDeck, remarks: ImportRemark[]): ToolDeck {
  const front = readForeignFrontMatter(deck, remarks);
  const slides = divide(deck, front.bodyLine, front.values.headingDivider);
  const running = new Map<string, unknown>();
  const first = new Map<string, unknown>();
  for (const [key, value] of Object.entries(front.values)) {
    if (local.includes(key)) running.set(key, value);
    else if (key.startsWith('_') && local.includes(key.slice(1))) first.set(key.slice(1), value);
  }
  const isDark = isInvert(running.get('class'));
  const taken = new Set([
    'marp',
    ...(styleOf(front.values.style) === '' ? [] : ['style']),
    'headingDivider',
    'math',
    ...local.filter((key) => !['paginate', 'header', 'footer', 'color'].includes(key)),
    ...[...first.keys()].map((key) => `_${key}`),
  ]);
  const head = writeFrontMatter(front, taken, isDark ? { theme: 'seminar-dark' } : {}, deck.path, remarks);
  for (const key of ['paginate', 'header', 'footer', 'color']) running.delete(key);
  const texts = slides.map((slide, index) => {
    const draft = new SlideDraft(slide, remarks);
    const before = index === 0 ? new Map<string, unknown>() : new Map(running);
    const own = new Map(index === 0 ? first : []);
    readComments(draft, running, own);
    for (const [key, value] of new Map([...running, ...own])) {
      const isNew = own.has(key) || before.get(key) !== value;
      applyDirective(draft, key, value, isNew);
    }
    marpPictures(draft);
    readLists(draft);
    readStyles(draft);
    if (index === 0) draft.after += styleOf(front.values.style);
    return writeSlide(draft);
  });
  return { head, slides: texts };
}

/** Every rule of CommonMark parts slides, and so do headings where `headingDivider` says so. */
function divide({ path, text }: ForeignDeck, bodyLine: number, divider: unknown): readonly ForeignSlide[] {
  const body = text
    .split('\n')
    .slice(bodyLine - 1)
    .join('\n');
  const starts = lineStarts(body);
  const cuts: { readonly end: number; readonly next: number }[] = [];
  const levels = Array.isArray(divider) ? divider.map(Number) : upTo(Number(divider));
  for (const { type, level, markup, start, end } of blocksOf(body)) {
    if (level !== 0) continue;
    if (type === 'hr') cuts.push({ end: start, next: end });
    if (type !== 'heading_open') continue;
    const depth = markup === '=' ? 1 : markup === '-' ? 2 : markup.length;
    // A heading right behind a rule begins one more slide there, and the one between is empty.
    const isFirst = body.slice(0, starts[start]).trim() === '';
    if (levels.includes(depth) && !isFirst) cuts.push({ end: start, next: start });
  }
  const slides: ForeignSlide[] = [];
  let from = 0;
  for (const { end, next } of [...cuts, { end: starts.length, next: starts.length }]) {
    slides.push({
      path,
      line: bodyLine + from,
      text: body.slice(starts[from] ?? body.length, starts[end] ?? body.length),
    });
    from = next;
  }
  return slides;
}

function upTo(level: number): readonly number[] {
  return [1, 2, 3, 4, 5, 6].filter((one) => one <= level);
}

/** Comments are directives, `fit`, or notes for the speaker. */
function readComments(draft: SlideDraft, running: Map<string, unknown>, own: Map<string, unknown>): void {
  for (const { comment, start, end } of draft.html) {
    if (comment === undefined) continue;
    const said = draft.text.slice(start, end).replace(/^<!--|-->$/g, '');
    draft.replace(start, draft.text[end] === ' ' ? end + 1 : end, '');
    if (said.trim() === 'fit') fitHeading(draft, start);
    else if (isDirective(said)) {
      const { value } = readYaml(said, draft.slide.path, 1);
      for (const [key, given] of Object.entries({ ...(value as object | null) })) {
        const name = key.replace(/^_/, '');
        if (!local.includes(name))
          draft.say(
            'lost',
            start,
            `${key}: ${String(given)}`,
            'Is left out: write it into the front matter, where we have a setting for it.',
          );
        else if (['paginate', 'header', 'footer', 'color'].includes(name))
          draft.say(
            'lost',
            start,
            `${key}: ${String(given)}`,
            'Is left out: slides are always numbered, their heads and feet are made by the tool, and a `style.css` has colours of words.',
          );
        else (key === name ? running : own).set(name, given);
      }
    } else if (said.trim() !== '' && !/^\s*(prettier-|markdownlint-)/.test(said)) {
      draft.notes.push(said.trim());
      draft.say('changed', start, `<!-- ${said.trim()} -->`, 'Is a note for the speaker, below `Note:`.');
    }
  }
}

function fitHeading(draft: SlideDraft, at: number): void {
  const heading = draft.blocks.find(
    ({ type, start, end }) => type === 'heading_open' && draft.lineStart(start) <= at && at < draft.lineStart(end),
  );
  if (heading === undefined) {
    draft.say('lost', at, '<!-- fit -->', 'Stands in no heading, and is left out.');
    return;
  }
  draft.say('changed', at, '<!-- fit -->', 'Is the class `.r-fit-text`.');
  const isFirst = draft.blocks.find(({ type, level }) => type === 'heading_open' && level === 0) === heading;
  const start = draft.lineStart(heading.start);
  const line = draft.text.slice(start).split('\n', 1)[0]?.trimEnd() ?? '';
  if (isFirst) draft.classes.push('r-fit-text');
  else draft.replace(start + line.length, start + line.length, ' {.r-fit-text}');
}

/** Gives a slide what a directive says. One that goes on from an earlier slide was said there. */
function applyDirective(draft: SlideDraft, key: string, value: unknown, isNew: boolean): void {
  if (value === null || value === undefined || value === '') return;
  const text = Array.isArray(value) ? value.join(' ') : String(value);
  const url = /^url\(\s*["']?(.*?)["']?\s*\)$/.exec(text.trim())?.[1];
  const isGradient = key === 'backgroundImage' && url === undefined;
  const name = isGradient ? 'background-gradient' : attributeNames[key];
  if (key === 'class') draft.classes.push(...text.split(/\s+/));
  else if (name !== undefined) draft.attributes.set(name, url ?? text);
  if (!isNew) return;
  const message =
    key === 'class'
      ? 'Is a class of the slide. Its look is of Marp’s theme: a `style.css` beside the deck can give it one.'
      : `Is the slide’s \`${name}\`.`;
  draft.say('changed', 0, `${key}: ${text}`, message);
}

function isInvert(value: unknown): boolean {
  return (Array.isArray(value) ? value.join(' ') : String(value ?? '')).split(/\s+/).includes('invert');
}

/** Lists that come item by item: `*` and `1)` (https://github.com/marp-team/marpit/blob/main/docs/fragmented-list.md). */
function readLists(draft: SlideDraft): void {
  for (const { type, markup, level, start, end } of draft.blocks) {
    const comes = (type === 'bullet_list_open' && markup === '*') || (type === 'ordered_list_open' && markup === ')');
    if (!comes) continue;
    const typed = type === 'bullet_list_open' ? '* item' : '1) item';
    const at = draft.lineStart(start);
    if (level > 0)
      draft.say('lost', at, typed, 'Comes with the list it stands in: only whole lists come item by item.');
    else {
      const text = draft.text.slice(at, draft.lineStart(end));
      const close = at + text.trimEnd().length;
      draft.replace(at, at, '::: incremental\n\n');
      draft.replace(close, close, '\n\n:::\n');
      draft.say('changed', at, typed, 'Comes item by item: the list stands in `::: incremental`.');
    }
  }
}

/** The style that the front matter holds, as an element; empty where it would end the element itself. */
function styleOf(style: unknown): string {
  return typeof style === 'string' && !style.includes('</') ? `\n\n<style>\n${style.trim()}\n</style>` : '';
}

function readStyles(draft: SlideDraft): void {
  for (const { name, start } of draft.html) {
    if (name?.toLowerCase() === 'style')
      draft.say('kept', start, '<style>', 'Is kept. Its selectors may be of Marp’s theme: look at the slide.');
  }
}
