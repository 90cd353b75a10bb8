import {
  type PresentationSlide,
  plainParagraphs,
  type Shape,
  type TextShape,
} from '../../read/presentation/presentation.js';
import { arrange } from './arrange.js';
import { type BlockSetting, sayUncounted, writeShape } from './slide-blocks.js';
import { writeParagraphs } from './write-paragraphs.js';
import { writeRuns } from './write-runs.js';

/** Our slide of one of a presentation. `id`: others link to it; `author`: of the deck. */
export function writePptxSlide(
  given: PresentationSlide,
  { id, author }: { readonly id: string | undefined; readonly author: string },
  setting: BlockSetting,
): string {
  const slide = isTitleSlide(given) ? { ...given, layout: 'title' } : given;
  const title = headingOf(slide, setting);
  const attributes = attributesOf(slide, title, id, setting);
  // The author stands on our title slide by the settings.
  const body = slide.shapes.filter((shape) => isOfBody(shape) && !(slide.layout === 'title' && says(shape, author)));
  const rows = arrange(body).map(({ columns }) => {
    const written = columns
      .map(({ items, width }) => ({ items, width, text: blocksOf(items, setting) }))
      .filter(({ text }) => text !== '');
    return isPlain(written.map(({ items }) => items))
      ? written.map(({ text }) => text).join('\n\n')
      : columnsOf(written);
  });
  sayUncounted(slide, setting);
  const heading =
    title === '' ? slideComment(attributes) : `${title}${attributes.length === 0 ? '' : ` {${attributes.join(' ')}}`}`;
  const text = [heading, ...rows].filter((part) => part !== '').join('\n\n');
  const notes = notesOf(slide, setting);
  return [marksDisabled(text), ...(notes === '' ? [] : [`Note:\n${notes}`])].filter((part) => part !== '').join('\n\n');
}

/** Words that would begin notes are text here: a backslash is before their colon, and nobody is to be warned of them. */
function marksDisabled(text: string): string {
  const isMark = /^\s*(?:[-+*]|\d+[.)])?\s*notes?\\:/im.test(text);
  return isMark ? `<!-- check-disable marker-unread: it is text for everybody -->\n\n${text}` : text;
}

function isOfBody(shape: Shape): boolean {
  if (shape.kind === 'line') return false;
  return shape.kind !== 'text' || !['title', 'foot', 'number', 'date'].includes(shape.role);
}

/** Programs that know no kinds of layouts leave the first slide a title and what stands below it. */
function isTitleSlide({ number, layout, shapes }: PresentationSlide): boolean {
  const roles = shapes.flatMap((shape) => (shape.kind === 'text' ? shape.role : []));
  const isShort = shapes.every(
    (shape) => shape.kind !== 'text' || shape.role === 'title' || shape.paragraphs.length <= 3,
  );
  const isWords = shapes.every(({ kind }) => kind === 'text' || kind === 'other') && isShort;
  return (
    number === 1 &&
    layout !== 'secHead' &&
    isWords &&
    roles.includes('title') &&
    !roles.includes('text') &&
    !roles.includes('body')
  );
}

function says(shape: Shape, text: string): boolean {
  return shape.kind === 'text' && text !== '' && plainParagraphs(shape.paragraphs).join(' ') === text;
}

function headingOf({ shapes, layout }: PresentationSlide, setting: BlockSetting): string {
  const titles = shapes.filter((shape): shape is TextShape => shape.kind === 'text' && shape.role === 'title');
  const runs = titles.flatMap(({ paragraphs }) => paragraphs.flatMap((one) => [...one.runs, { text: ' ' }]));
  const text = writeRuns(runs, { ...setting, lineEnd: ' ', isHeading: true });
  return text === '' ? '' : `${['title', 'secHead'].includes(layout) ? '#' : '##'} ${text.replace(/(?=#+$)/, '\\')}`;
}

function attributesOf(
  { layout, isHidden, ground, number }: PresentationSlide,
  title: string,
  id: string | undefined,
  { changed, kept, media }: BlockSetting,
): readonly string[] {
  const attributes: string[] = [];
  if (id !== undefined) attributes.push(`#${id}`);
  if (title !== '' && layout === 'title') attributes.push('layout=title');
  if (title !== '' && layout === 'secHead') attributes.push('layout=section');
  if (isHidden) {
    changed(`slide ${number}`, 'Is hidden there. It has `visibility=hidden`: it is in the deck and is not shown.');
    attributes.push('visibility=hidden');
  }
  if (ground !== undefined) {
    const to = media.nameOf(ground);
    kept('background', `Is the slide’s \`background-image\`, ${to}.`);
    attributes.push(`background-image="${to}"`);
  }
  return attributes;
}

function slideComment(attributes: readonly string[]): string {
  if (attributes.length === 0) return '';
  const pairs = attributes.map((one) => {
    if (one.startsWith('#')) return `id="${one.slice(1)}"`;
    const [name, value = ''] = one.split('=');
    return `data-${name}="${value.replaceAll('"', '')}"`;
  });
  return `<!-- .slide: ${pairs.join(' ')} -->`;
}

function blocksOf(shapes: readonly Shape[], setting: BlockSetting): string {
  return shapes
    .map((shape) => writeShape(shape, setting))
    .filter((text) => text !== '')
    .join('\n\n');
}

/** Whether our layouts put these side by side by themselves: one column; pictures; a picture and a text. */
function isPlain(columns: readonly (readonly Shape[])[]): boolean {
  if (columns.length < 2) return true;
  const kinds = columns.map((items) => (items.length === 1 ? items[0]?.kind : undefined));
  return kinds.every((kind) => kind === 'picture');
}

function columnsOf(columns: readonly { readonly width: number; readonly text: string }[]): string {
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  const widths = columns.map(({ width }) => Math.round((100 * width) / whole));
  const isEven = Math.max(...widths) < 1.35 * Math.min(...widths);
  const parts = columns.map(({ text }, index) => {
    const width = isEven ? '' : ` {width=${widths[index]}%}`;
    return `::: column${width}\n\n${text}\n\n:::`;
  });
  return `::: columns\n\n${parts.join('\n\n')}\n\n:::`;
}

/** The speaker's notes, and below them what colleagues remarked: nobody else is to see it. */
function notesOf({ notes, comments }: PresentationSlide, setting: BlockSetting): string {
  const remarks = comments.map(({ author, text }) => {
    setting.changed(text, 'Is a comment. It stands in the notes.');
    return writeRuns([{ text: `Comment${author === '' ? '' : ` by ${author}`}: ${text}` }], {
      ...setting,
      lineEnd: '\\\n',
    });
  });
  return [writeParagraphs(notes, setting), ...remarks].filter((text) => text !== '').join('\n\n');
}
