import type { RecordedLine } from '../../model.js';
import { type Paragraph, type PresentationSlide, plainParagraphs, plainWords, type Shape } from './presentation.js';

/** What a slide and its notes say, as lines to compare with a record. `sizeOf`: the bytes of a part. */
export function recordedLines(
  { shapes, notes }: PresentationSlide,
  sizeOf: (part: string) => number | undefined,
): readonly RecordedLine[] {
  return [
    ...shapes.flatMap((shape) => linesOfShape(shape, sizeOf)),
    ...plainParagraphs(notes).map((text): RecordedLine => ({ kind: 'note', text })),
  ];
}

function linesOfShape(shape: Shape, sizeOf: (part: string) => number | undefined): readonly RecordedLine[] {
  const alt: readonly RecordedLine[] = shape.alt === '' ? [] : [{ kind: 'alt', text: shape.alt }];
  switch (shape.kind) {
    case 'text':
      if (shape.role === 'number' || shape.role === 'date') return [];
      return [
        ...alt,
        ...shape.paragraphs.flatMap((one) =>
          shape.role === 'title' || shape.role === 'foot' ? plainLine(shape.role, one) : textLine(one),
        ),
      ];
    case 'table':
      return [
        ...alt,
        ...shape.rows.map((cells): RecordedLine => {
          const texts = cells.map(({ paragraphs, isCovered }) =>
            isCovered ? '' : plainParagraphs(paragraphs).join(' '),
          );
          return { kind: 'row', text: texts.join(' | ') };
        }),
      ];
    case 'picture': {
      const sizes = [shape.media, shape.raster].flatMap((part) => (part === undefined ? [] : (sizeOf(part) ?? [])));
      return [{ kind: 'picture', text: shape.alt, sizes }];
    }
    case 'chart':
      return [
        ...alt,
        ...shape.series.map(
          ({ name, values }): RecordedLine => ({
            kind: 'series',
            text: [name, ...shape.categories.map((one, index) => `${one}: ${values[index] ?? ''}`)].join(' | '),
          }),
        ),
      ];
    case 'diagram':
      return [...alt, ...shape.paragraphs.flatMap(textLine)];
    case 'line':
    case 'other':
      return alt;
  }
}

function plainLine(kind: RecordedLine['kind'], paragraph: Paragraph): readonly RecordedLine[] {
  const text = plainWords(paragraph);
  return text === '' ? [] : [{ kind, text }];
}

function textLine(paragraph: Paragraph): readonly RecordedLine[] {
  const [line] = plainLine('text', paragraph);
  if (line === undefined) return [];
  const { runs, level } = paragraph;
  const marked = (texts: readonly string[]): string => texts.join(' ').replace(/\s+/g, ' ').trim();
  const strong = marked(runs.flatMap(({ isBold, text }) => (isBold ? [text] : [])));
  const em = marked(runs.flatMap(({ isItalic, text }) => (isItalic ? [text] : [])));
  const links = runs.flatMap(({ link }) => (link !== undefined && 'address' in link ? [link.address] : []));
  return [
    {
      ...line,
      ...(level === 0 ? {} : { level }),
      ...(strong === '' ? {} : { strong }),
      ...(em === '' ? {} : { em }),
      ...(links.length === 0 ? {} : { links: [...new Set(links)] }),
    },
  ];
}
