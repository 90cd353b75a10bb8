import { wordsIn } from '../../language/words/words.js';
import type { Audience, ChartSheet, RenderedDeck, Scene, SlideBlocks } from '../../model.js';
import { plainLines } from '../plain-lines.js';
import { type ChartContext, chartPart } from './chart-part.js';
import { chartWorkbook } from './chart-workbook.js';
import { emu, nameSpaces } from './drawing.js';
import { type PlacedLogos, placedLogos } from './logos.js';
import { layoutPart, layoutsOf, masterPart, placesEnd, themePart } from './master.js';
import { notesMasterPart, notesPage, notesPart } from './notes.js';
import { type Part, packOffice, type Relation } from './office-package.js';
import { propertyParts } from './properties.js';
import { recordParts, recordPath } from './record.js';
import { sectionsOf } from './sections.js';
import { type SlideContext, writeShapes, writeSlide } from './slide.js';
import { plainTable } from './table.js';
import { el, type Xml, xmlPart } from './xml.js';

/** What a presentation is written from. */
export interface PptxDeck extends Pick<RenderedDeck, 'name' | 'title' | 'author' | 'lang'> {
  readonly audience: Audience;
  /** The institute's name, where the deck has its look. */
  readonly institute?: string;
  /** The length it is made in; absent: the deck's own. */
  readonly cut?: number;
  readonly scene: Scene;
  readonly rendered: RenderedDeck['slides'];
  readonly slides: readonly SlideBlocks[];
  readonly date: Date;
}

const types = 'application/vnd.openxmlformats-officedocument.presentationml';
const theme = 'application/vnd.openxmlformats-officedocument.theme+xml';

/**
 * A deck as a presentation (ECMA-376, PresentationML): native text in its layouts' places, tables, pictures, links, clicks, notes with
 * what each claim rests on, sections. It needs the edition's slides as they are seen and as blocks, in the same order.
 */
export function writePptx(whole: PptxDeck): Uint8Array {
  const kinds = new Map<string, string>(whole.slides.map(({ id, layout }) => [id, layout]));
  const logos = placedLogos(whole.scene, (id) => kinds.get(id) ?? 'text');
  const deck = { ...whole, scene: logos.scene };
  const { scene, lang } = deck;
  const layouts = layoutsOf(scene, kinds);
  const media = mediaParts();
  const charts = chartParts({ theme: scene.theme, lang });
  const paths = new Map(scene.slides.map(({ id }, index) => [id, `ppt/slides/slide${index + 1}.xml`]));
  const sources = deck.slides.find(({ layout }) => layout === 'sources')?.id;
  const context: SlideContext = {
    theme: scene.theme,
    lang,
    media: media.add,
    chart: charts.add,
    slidePath: (id) => paths.get(id) ?? (id === 'sources' && sources !== undefined ? paths.get(sources) : undefined),
  };
  const allNotes = scene.slides.map((slide, index) => notesOf(slide, deck.slides[index], lang));
  const slides = scene.slides.flatMap((slide, index): readonly Part[] => {
    const { xml, relations } = writeSlide(slide, context, logos.isBare(slide));
    const layout = layouts.indexOf(kinds.get(slide.id) ?? 'text') + 1;
    const path = `ppt/slides/slide${index + 1}.xml`;
    const notes = `ppt/notesSlides/notesSlide${index + 1}.xml`;
    const lines = allNotes[index] ?? [];
    const own: readonly Relation[] = [
      { id: 'rId1', kind: 'slideLayout', target: `ppt/slideLayouts/slideLayout${layout}.xml` },
      ...(lines.length === 0 ? [] : [{ id: 'rId2', kind: 'notesSlide', target: notes }]),
      ...relations,
    ];
    const part = { path, type: `${types}.slide+xml`, content: xml, relations: own };
    if (lines.length === 0) return [part];
    const back: readonly Relation[] = [
      { id: 'rId1', kind: 'notesMaster', target: 'ppt/notesMasters/notesMaster1.xml' },
      { id: 'rId2', kind: 'slide', target: path },
    ];
    return [part, { path: notes, type: `${types}.notesSlide+xml`, content: notesPart(lines, lang), relations: back }];
  });
  const parts: readonly Part[] = [
    presentation(
      deck,
      slides.filter(({ path }) => path.startsWith('ppt/slides/')).map(({ path }) => path),
    ),
    ...masters(deck, layouts, { kinds, context, logos }),
    ...slides,
    ...media.parts(),
    ...charts.parts,
    ...settings(),
    ...propertyParts(deck),
    ...recordParts(deck, allNotes),
  ];
  return packOffice(parts, [
    { id: 'rId1', kind: 'officeDocument', target: 'ppt/presentation.xml' },
    { id: 'rId2', kind: 'core-properties', target: 'docProps/core.xml' },
    { id: 'rId3', kind: 'extended-properties', target: 'docProps/app.xml' },
  ]);
}

function presentation(deck: PptxDeck, paths: readonly string[]): Part {
  const relations: readonly Relation[] = [
    { id: 'rId1', kind: 'slideMaster', target: 'ppt/slideMasters/slideMaster1.xml' },
    { id: 'rId2', kind: 'notesMaster', target: 'ppt/notesMasters/notesMaster1.xml' },
    { id: 'rId3', kind: 'presProps', target: 'ppt/presProps.xml' },
    { id: 'rId4', kind: 'viewProps', target: 'ppt/viewProps.xml' },
    { id: 'rId5', kind: 'theme', target: 'ppt/theme/theme1.xml' },
    { id: 'rId6', kind: 'tableStyles', target: 'ppt/tableStyles.xml' },
    { id: 'rId7', kind: 'customXml', target: recordPath },
    ...paths.map((target, index) => ({ id: `rId${index + 10}`, kind: 'slide', target })),
  ];
  const ids = paths.map((_, index) => el('p:sldId', { id: 256 + index, 'r:id': `rId${index + 10}` }));
  const root = el(
    'p:presentation',
    { ...nameSpaces, saveSubsetFonts: 1, autoCompressPictures: 0 },
    el('p:sldMasterIdLst', {}, el('p:sldMasterId', { id: 2_147_483_648, 'r:id': 'rId1' })),
    el('p:notesMasterIdLst', {}, el('p:notesMasterId', { 'r:id': 'rId2' })),
    ids.length === 0 ? undefined : el('p:sldIdLst', {}, ...ids),
    el('p:sldSz', { cx: emu(1280), cy: emu(720) }),
    el('p:notesSz', { cx: emu(notesPage.width), cy: emu(notesPage.height) }),
    el('p:defaultTextStyle', {}, el('a:defPPr', {}, el('a:defRPr', { lang: deck.lang }))),
    sectionsOf(deck),
  );
  return { path: 'ppt/presentation.xml', type: `${types}.presentation.main+xml`, content: xmlPart(root), relations };
}

function masters(
  { scene, institute }: PptxDeck,
  layouts: readonly string[],
  {
    kinds,
    context,
    logos,
  }: {
    readonly kinds: ReadonlyMap<string, string>;
    readonly context: SlideContext;
    readonly logos: PlacedLogos;
  },
): readonly Part[] {
  const name = institute ?? 'Pilcrow';
  const layoutPath = (index: number): string => `ppt/slideLayouts/slideLayout${index + 1}.xml`;
  const master = 'ppt/slideMasters/slideMaster1.xml';
  const themeOf = (number: number): Part => ({
    path: `ppt/theme/theme${number}.xml`,
    type: theme,
    content: themePart(name, scene.theme),
  });
  return [
    {
      path: master,
      type: `${types}.slideMaster+xml`,
      content: masterPart(scene.theme, layouts.length),
      relations: [
        ...layouts.map((_, index) => ({ id: `rId${index + 1}`, kind: 'slideLayout', target: layoutPath(index) })),
        { id: `rId${layouts.length + 1}`, kind: 'theme', target: 'ppt/theme/theme1.xml' },
      ],
    },
    ...layouts.map((layout, index) => {
      const logo = writeShapes(logos.ofLayout(layout), placesEnd, context);
      return {
        path: layoutPath(index),
        type: `${types}.slideLayout+xml`,
        content: layoutPart(
          `${layout.charAt(0).toUpperCase()}${layout.slice(1)}`,
          scene.slides.find(({ id }) => (kinds.get(id) ?? 'text') === layout),
          { theme: scene.theme, logo: logo.shapes },
        ),
        relations: [{ id: 'rId1', kind: 'slideMaster', target: master }, ...logo.relations],
      };
    }),
    themeOf(1),
    {
      path: 'ppt/notesMasters/notesMaster1.xml',
      type: `${types}.notesMaster+xml`,
      content: notesMasterPart(),
      relations: [{ id: 'rId1', kind: 'theme', target: 'ppt/theme/theme2.xml' }],
    },
    themeOf(2),
  ];
}

function settings(): readonly Part[] {
  const part = (name: string, root: Xml): Part => ({
    path: `ppt/${name}.xml`,
    type: `${types}.${name}+xml`,
    content: xmlPart(root),
  });
  return [
    part('presProps', el('p:presentationPr', nameSpaces)),
    part('viewProps', el('p:viewPr', nameSpaces)),
    part('tableStyles', el('a:tblStyleLst', { 'xmlns:a': nameSpaces['xmlns:a'], def: plainTable })),
  ];
}

/** The speaker's notes, then what each claim rests on, as far as the edition's reader gets either. */
function notesOf(
  { evidence }: Scene['slides'][number],
  slide: SlideBlocks | undefined,
  lang: string,
): readonly string[] {
  const spoken = slide === undefined ? [] : plainLines(slide.notes, wordsIn(lang).answer);
  const rests = evidence.flatMap(({ rows, words }) => [
    ...rows.map(({ name, text }) => `${name}: ${text}`),
    ...(words.length === 0 ? [] : [`${wordsIn(lang).restsOn}: “${words.join(' … ')}”`]),
    '',
  ]);
  const all = [...spoken, ...(spoken.length > 0 && rests.length > 0 ? [''] : []), ...rests];
  return all.at(-1) === '' ? all.slice(0, -1) : all;
}

/** Each picture once, however many slides show it. */
function mediaParts(): { readonly add: SlideContext['media']; readonly parts: () => readonly Part[] } {
  const known = new Map<string, Part>();
  return {
    add(bytes, type) {
      const key = `${type} ${bytes}`;
      const content = type === 'svg' ? bytes : Buffer.from(bytes, 'base64');
      const part = known.get(key) ?? { path: `ppt/media/image${known.size + 1}.${type}`, content };
      known.set(key, part);
      return part.path;
    },
    parts: () => [...known.values()],
  };
}

/** Each chart with the workbook that has its numbers. */
function chartParts(context: ChartContext): { readonly add: SlideContext['chart']; readonly parts: readonly Part[] } {
  const parts: Part[] = [];
  const add = (sheet: ChartSheet): string => {
    const number = parts.length / 2 + 1;
    const [path, workbook] = [`ppt/charts/chart${number}.xml`, `ppt/embeddings/chart${number}.xlsx`];
    const relations: readonly Relation[] = [{ id: 'rId1', kind: 'package', target: workbook }];
    const type = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml';
    parts.push({ path, type, content: chartPart(sheet, context), relations });
    parts.push({ path: workbook, content: chartWorkbook(sheet) });
    return path;
  };
  return { add, parts };
}
