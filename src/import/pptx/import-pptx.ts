import { stringify } from 'yaml';
import { count } from '../../count.js';
import { type Presentation, plainParagraphs, type Shape } from '../../read/presentation/presentation.js';
import type { Fate, ImportedDeck, ImportRemark } from '../imported-deck.js';
import { escapeMarkdown } from './escape-markdown.js';
import { mediaNames } from './media-names.js';
import type { BlockSetting } from './slide-blocks.js';
import { writePptxSlide } from './write-slide.js';

/** A deck of ours that was made of a presentation, and the parts that become files beside it. */
export interface ImportedPresentation extends ImportedDeck {
  readonly media: readonly { readonly part: string; readonly to: string }[];
}

/** Makes a deck of ours of a presentation. The line of a remark's place is the number of its slide. */
export function importPptx(read: Presentation, path: string): ImportedPresentation {
  const remarks: ImportRemark[] = [];
  const media = mediaNames();
  const numbers = new Map(read.slides.map((slide) => [slide.path, slide.number]));
  const linked = new Set(read.slides.flatMap(({ shapes, notes }) => [...shapes.flatMap(linksOf), ...linksIn(notes)]));
  const idOf = (part: string): string | undefined => (numbers.has(part) ? `slide-${numbers.get(part)}` : undefined);
  const say = (fate: Fate, line: number, typed: string, message: string): void => {
    remarks.push({ fate, place: { path, line }, typed: typed.replace(/\s+/g, ' ').trim(), message });
  };
  const parts = partNames(read);
  const slides = read.slides.flatMap((slide) => {
    const setting: BlockSetting = {
      media,
      slideAddress: (part) => (idOf(part) === undefined ? undefined : `#${idOf(part)}`),
      lost: (what, message) => say('lost', slide.number, what, message),
      changed: (what, message) => say('changed', slide.number, what, message),
      kept: (what, message) => say('kept', slide.number, what, message),
    };
    const id = linked.has(slide.path) ? idOf(slide.path) : undefined;
    const written = writePptxSlide(slide, { id, author: read.author }, setting);
    const part = parts.get(slide.number);
    if (part === undefined || slide.layout === 'secHead') return [written];
    say('changed', slide.number, part, 'Is a section there. It is a slide of its own here, which begins it.');
    const opening = `# ${escapeMarkdown(part, false)} {layout=section}`;
    return slide.number === 1 && slide.layout === 'title' ? [written, opening] : [opening, written];
  });
  sayOnce(read, say);
  const all = slides.map((slide) => (slide === '' ? '<!-- -->' : slide));
  return {
    text: `${frontMatter(read, say)}${all.join('\n\n---\n\n')}\n`,
    slides: all.length,
    files: [],
    media: media.all(),
    remarks: remarks.toSorted((a, b) => a.place.line - b.place.line),
  };
}

function linksIn(paragraphs: Presentation['slides'][number]['notes']): readonly string[] {
  return paragraphs.flatMap(({ runs }) =>
    runs.flatMap(({ link }) => (link !== undefined && 'slide' in link ? [link.slide] : [])),
  );
}

function linksOf(shape: Shape): readonly string[] {
  if (shape.kind === 'text' || shape.kind === 'diagram') return linksIn(shape.paragraphs);
  return shape.kind === 'table' ? shape.rows.flat().flatMap(({ paragraphs }) => linksIn(paragraphs)) : [];
}

/** The names of sections by the number of the slide that begins them; PowerPoint’s own name for the first says nothing. */
function partNames({ sections }: Presentation): ReadonlyMap<number, string> {
  return new Map(
    sections.flatMap(({ name, slides }, index) => {
      const first = Math.min(...slides);
      const isPlain =
        name === '' || (index === 0 && first === 1 && /section|abschnitt|раздел|sekcja|розділ|раздзел/i.test(name));
      return isPlain ? [] : [[first, name] as const];
    }),
  );
}

type Say = (fate: Fate, line: number, typed: string, message: string) => void;

/** What holds of many slides is said at the first. */
function sayOnce({ slides, masterPictures, ratio }: Presentation, say: Say): void {
  const feet = new Map<string, number>();
  for (const { shapes, number } of slides)
    for (const shape of shapes)
      if (shape.kind === 'text' && shape.role === 'foot')
        for (const text of plainParagraphs(shape.paragraphs)) if (!feet.has(text)) feet.set(text, number);
  for (const [text, number] of feet)
    say('lost', number, text, 'Is the foot of slides, which is left out: ours has sources and numbers.');
  const areas = slides.filter(({ shapes }) => shapes.some((shape) => shape.kind === 'other' && shape.what === 'area'));
  const [first] = areas;
  if (first !== undefined)
    say(
      'lost',
      first.number,
      'areas without words',
      `Left out with the look, on ${areas.length === 1 ? 'this slide' : `slides ${areas.map(({ number }) => number).join(', ')}`}.`,
    );
  if (masterPictures > 0)
    say(
      'lost',
      1,
      `${count(masterPictures, 'picture')} of the slide master`,
      'Left out with the look of the presentation. The look here is the theme’s; docs/writing.md says how to change it.',
    );
  if (Math.abs(ratio - 16 / 9) > 0.05)
    say('changed', 1, 'slide size', 'Slides here are 16 to 9. Look at those that are full.');
}

function frontMatter({ title, author, lang, slides }: Presentation, say: Say): string {
  const first = slides[0]?.shapes.find((shape) => shape.kind === 'text' && shape.role === 'title');
  const named = first?.kind === 'text' ? plainParagraphs(first.paragraphs).join(' ') : '';
  const isUsual =
    title === '' || /^(?:powerpoint[ -]|pptxgenjs|slide 1$|presentation$|präsentation$|презентация)/i.test(title);
  const settings = {
    ...(isUsual && named === '' ? {} : { title: isUsual ? named : title }),
    ...(author === '' || /^(?:pptxgenjs|unknown)$/i.test(author) ? {} : { author }),
    ...(isLanguage(lang) ? { lang } : {}),
  };
  if (!isLanguage(lang)) say('lost', 1, 'lang', 'Is not said there. Write `lang:` into the front matter.');
  return Object.keys(settings).length === 0 ? '' : `---\n${stringify(settings, { lineWidth: 0 })}---\n\n`;
}

function isLanguage(lang: string): boolean {
  try {
    return lang !== '' && Intl.getCanonicalLocales(lang).length === 1;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
