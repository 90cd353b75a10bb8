import { count } from '../../count.js';
import type {
  ChartShape,
  DiagramShape,
  OtherShape,
  PictureShape,
  PresentationSlide,
  Shape,
  TextShape,
} from '../../read/presentation/presentation.js';
import { bracketless, escapeMarkdown } from './escape-markdown.js';
import type { MediaNames } from './media-names.js';
import { writeParagraphs } from './write-paragraphs.js';
import { type RunSetting, webAddress } from './write-runs.js';
import { isDrawn, writeChart, writeTable } from './write-table.js';

/** What shapes are written with. */
export interface BlockSetting extends Omit<RunSetting, 'lineEnd' | 'isHeading'> {
  readonly media: MediaNames;
  readonly changed: (what: string, message: string) => void;
  readonly kept: (what: string, message: string) => void;
}

/** What becomes of a shape on its slide, as Markdown; empty where nothing does. */
export function writeShape(shape: Shape, setting: BlockSetting): string {
  switch (shape.kind) {
    case 'text':
      return writeText(shape, setting);
    case 'table':
      return writeTable(shape, setting);
    case 'picture':
      return writePicture(shape, setting);
    case 'chart':
      return chartBlock(shape, setting);
    case 'diagram':
      return diagramBlock(shape, setting);
    case 'line':
      return '';
    case 'other':
      sayOther(shape, setting);
      return '';
  }
}

function writeText({ paragraphs, comesInSteps }: TextShape, setting: BlockSetting): string {
  const text = writeParagraphs(paragraphs, setting);
  if (!comesInSteps || text === '') return text;
  setting.changed('animation', 'The paragraphs come one by one: they stand in `::: incremental`.');
  return `::: incremental\n\n${text}\n\n:::`;
}

const films = /\.(mp4|webm|ogv)$/i;
const sounds = /\.(mp3|m4a|wav|ogg)$/i;

function writePicture(shape: PictureShape, setting: BlockSetting): string {
  const { media, lost, changed } = setting;
  const { alt, film } = shape;
  const name = alt === '' ? (film === undefined ? 'picture' : 'film') : alt;
  if (film !== undefined) {
    const to = film.media === undefined ? undefined : media.nameOf(film.media);
    const element = to === undefined ? undefined : films.test(to) ? 'video' : sounds.test(to) ? 'audio' : undefined;
    if (to !== undefined && element !== undefined) {
      const poster = element === 'video' && shape.media !== undefined ? media.nameOf(shape.media) : undefined;
      const shown = poster === undefined ? '' : ` poster="${poster}"`;
      changed(name, `Is a <${element}> with controls. Where it is to begin and end is left out.`);
      return `<${element} controls src="${to}"${shown}${alt === '' ? '' : ` aria-label="${attribute(alt)}"`}></${element}>`;
    }
    lost(
      name,
      to === undefined
        ? `Is a film from ${film.outside ?? 'elsewhere'}, which is left out; its picture is kept.`
        : `Browsers do not play this film. It lies beside the deck as ${to}; its picture is kept.`,
    );
  }
  if (shape.media === undefined) {
    lost(
      name,
      `Is a picture that the file does not hold${shape.outside === undefined ? '' : `, but names: ${shape.outside}`}.`,
    );
    return '';
  }
  const to = media.nameOf(shape.media);
  if (!/\.(png|jpe?g|gif|svg|webp|avif)$/i.test(to)) {
    lost(
      name,
      `Is a picture that browsers do not show. It lies beside the deck as ${to}: save it as PNG or SVG and show that.`,
    );
    return '';
  }
  if (shape.isCropped)
    changed(name, 'Was cropped. The whole picture is shown: cut it where it must not be seen whole.');
  const picture = `![${shape.isDecorative ? '' : bracketless(escapeMarkdown(alt, false))}](${to})${shape.isDecorative ? '{.decorative}' : ''}`;
  const leads = shape.link === undefined ? undefined : webAddress(shape.link);
  return leads === undefined ? picture : `[${picture}](${leads})`;
}

function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

function chartBlock(shape: ChartShape, { changed, lost }: BlockSetting): string {
  const name = shape.title || shape.alt || 'chart';
  if (shape.series.length === 0) {
    lost(name, 'Is a chart without numbers in the file.');
    return '';
  }
  changed(
    name,
    isDrawn(shape)
      ? 'Is a chart of ours, drawn from its numbers.'
      : `Is a table of its numbers: no chart of ours is like this one (${shape.type}).`,
  );
  return writeChart(shape, shape.title || shape.alt);
}

function diagramBlock({ alt, paragraphs }: DiagramShape, setting: BlockSetting): string {
  const name = alt === '' ? 'SmartArt' : alt;
  if (paragraphs.length === 0) setting.lost(name, 'Is a drawing of SmartArt without words, which is left out.');
  else
    setting.changed(
      name,
      'Was a drawing of SmartArt: it is a list of its words. Draw it again where the form matters.',
    );
  return writeParagraphs(paragraphs, setting);
}

function sayOther({ what, alt }: OtherShape, { lost }: BlockSetting): void {
  if (isForm(what)) return;
  lost(what, `Is left out.${alt === '' ? '' : ` Its text alternative: ${alt}`}`);
}

function isForm(what: string): boolean {
  return what === 'area' || what === 'drawn shape';
}

/** What a slide has that stands in none of its blocks, counted. */
export function sayUncounted({ shapes, clicks, hasTransition }: PresentationSlide, { lost }: BlockSetting): void {
  const lines = shapes.filter(({ kind }) => kind === 'line').length;
  const forms = shapes.filter((shape) => shape.kind === 'other' && shape.what === 'drawn shape').length;
  const what = [lines === 0 ? '' : count(lines, 'line'), forms === 0 ? '' : count(forms, 'drawn shape')];
  const said = what.filter((one) => one !== '').join(', ');
  if (said !== '')
    lost(
      said,
      'Left out, as nothing is written in them. Draw them again where they say something, as a `mermaid` diagram.',
    );
  const isKept = shapes.some((shape) => shape.kind === 'text' && shape.comesInSteps);
  if (clicks > 0 && !isKept)
    lost(
      `animation of ${clicks} ${clicks === 1 ? 'click' : 'clicks'}`,
      'All is shown at once. Part it by `. . .` or `::: incremental`.',
    );
  if (hasTransition) lost('transition', 'The slide comes without one.');
}
