import type {
  ChartSheet,
  PresentationRecord,
  RecordedLine,
  RecordedSlide,
  SceneParagraph,
  SceneShape,
  SceneSlide,
} from '../../model.js';
import type { Part } from './office-package.js';
import type { PptxDeck } from './write-pptx.js';
import { el, words, xmlPart } from './xml.js';

/** Where the record stands in the package. PowerPoint and LibreOffice keep such parts as they are (ECMA-376 part 1, 15.2.4). */
export const recordPath = 'customXml/item1.xml';

/** The record of a presentation as parts of it. `notes` has the lines of each slide's notes. */
export function recordParts(deck: PptxDeck, notes: readonly (readonly string[])[]): readonly Part[] {
  const { scene, rendered, title, name, audience, cut } = deck;
  const slides = scene.slides.map((slide, index): RecordedSlide => {
    const section = rendered.find(({ id }) => id === slide.id)?.section?.title;
    const lines = [...linesOf(slide), ...(notes[index] ?? []).flatMap((line) => lineOf('note', line))];
    return { id: slide.id, ...(section === undefined ? {} : { section: flat(section) }), lines };
  });
  const record: PresentationRecord = {
    version: 1,
    ...{ deck: name, audience, ...(cut === undefined ? {} : { cut }), title: flat(title), slides },
  };
  const item = el('pilcrow', { xmlns: 'urn:pilcrow:presentation' }, words(JSON.stringify(record)));
  const store = 'http://schemas.openxmlformats.org/officeDocument/2006/customXml';
  const properties = el(
    'ds:datastoreItem',
    { 'ds:itemID': '{50494C43-524F-4000-8000-000000000001}', 'xmlns:ds': store },
    el('ds:schemaRefs'),
  );
  const related = [{ id: 'rId1', kind: 'customXmlProps', target: 'customXml/itemProps1.xml' }];
  return [
    { path: recordPath, content: xmlPart(item), relations: related },
    {
      path: 'customXml/itemProps1.xml',
      type: 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml',
      content: xmlPart(properties),
    },
  ];
}

function linesOf({ shapes }: SceneSlide): readonly RecordedLine[] {
  return shapes.flatMap(linesOfShape);
}

/** As `recordedLines` of the room `read` finds them in the file. */
function linesOfShape(shape: SceneShape): readonly RecordedLine[] {
  switch (shape.kind) {
    case 'text':
      if (shape.role === 'number') return [];
      return shape.paragraphs.flatMap((one) =>
        shape.role === 'title' || shape.role === 'foot' ? lineOf(shape.role, textOf(one)) : textLine(one),
      );
    case 'rect':
      return [...lineOf('alt', shape.alt ?? ''), ...shape.paragraphs.flatMap(textLine)];
    case 'table':
      return [
        ...lineOf('alt', shape.caption),
        ...shape.rows.map(({ cells }): RecordedLine => {
          const texts = cells.map((cell) =>
            cell.covered === undefined ? cell.paragraphs.map(textOf).filter(isSaid).join(' ') : '',
          );
          return { kind: 'row', text: texts.join(' | ') };
        }),
      ];
    case 'picture':
      if (shape.media === undefined) return [];
      return [{ kind: 'picture', text: flat(shape.alt), sizes: sizesOf(shape.media.base64, shape.svg) }];
    case 'chart':
      return [...lineOf('alt', shape.alt), ...seriesOf(shape.sheet)];
    case 'connector':
      return [];
  }
}

function seriesOf({ names, series }: ChartSheet): readonly RecordedLine[] {
  return series.map(({ name, values }) => ({
    kind: 'series',
    text: [name, ...names.map((one, index) => `${flat(one)}: ${values[index] ?? ''}`)].join(' | '),
  }));
}

function textLine(paragraph: SceneParagraph): readonly RecordedLine[] {
  const [line] = lineOf('text', textOf(paragraph));
  if (line === undefined) return [];
  const marked = (test: (style: SceneParagraph['runs'][number]['style']) => boolean): string =>
    flat(paragraph.runs.flatMap((run) => (run.kind === 'words' && test(run.style) ? [run.text] : [])).join(' '));
  const strong = marked(({ bold }) => bold);
  const em = marked(({ italic }) => italic);
  const links = paragraph.runs.flatMap((run) =>
    run.kind === 'words' && run.link !== undefined ? addressOf(run.link) : [],
  );
  return [
    {
      ...line,
      ...(paragraph.level === 0 ? {} : { level: Math.min(8, paragraph.level) }),
      ...(strong === '' ? {} : { strong }),
      ...(em === '' ? {} : { em }),
      ...(links.length === 0 ? {} : { links: [...new Set(links)] }),
    },
  ];
}

function addressOf(link: string): readonly string[] {
  return /^(https?|mailto|ftp):/i.test(link) && URL.canParse(link) ? [new URL(link).href] : [];
}

function textOf({ runs }: SceneParagraph): string {
  return flat(runs.map((run) => (run.kind === 'break' ? ' ' : run.text)).join(''));
}

function lineOf(kind: RecordedLine['kind'], text: string): readonly RecordedLine[] {
  const said = flat(text);
  return said === '' ? [] : [{ kind, text: said }];
}

function sizesOf(base64: string, svg: string | undefined): readonly number[] {
  const bytes = (base64.length * 3) / 4 - (/=*$/.exec(base64)?.[0].length ?? 0);
  return svg === undefined ? [bytes] : [bytes, Buffer.byteLength(svg)];
}

function isSaid(text: string): boolean {
  return text !== '';
}

function flat(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
