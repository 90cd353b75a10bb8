import { DeckError } from '../../error.js';
import { type OfficePackage, openPresentation, type PartRelation } from './office-package.js';
import type { Presentation, PresentationSlide } from './presentation.js';
import { authorsOf, commentsOf, notesOf } from './read-remarks.js';
import { readShapes } from './read-shapes.js';
import { allBelow, childAt, childrenOf, numberOf, textIn, type XmlElement } from './xml-element.js';

/**
 * Reads a presentation of PowerPoint (ECMA-376 part 1, PresentationML). Throws a DeckError where the file is none, is locked or damaged, or
 * has no slide.
 */
export async function readPresentation(file: {
  readonly bytes: Uint8Array;
  readonly path: string;
}): Promise<Presentation> {
  const office = await openPresentation(file);
  const main = [...(await office.relations('')).values()].find(({ kind }) => kind === 'officeDocument')?.target;
  const root = main === undefined ? undefined : await office.xml(main);
  if (main === undefined || root?.name !== 'p:presentation')
    throw new DeckError(
      'read-failed',
      `${file.path} is damaged: it has no presentation in it. Open and save it again.`,
    );
  const named = await office.relations(main);
  const ids = childrenOf(childAt(root, 'p:sldIdLst'));
  if (ids.length === 0) throw new DeckError('usage', `${file.path} has no slides. Name a presentation that has some.`);
  const width = numberOf(childAt(root, 'p:sldSz'), 'cx') ?? 9_144_000;
  const height = numberOf(childAt(root, 'p:sldSz'), 'cy') ?? 6_858_000;
  const context: Context = {
    office,
    width: width > 0 ? width : 9_144_000,
    defaults: childAt(root, 'p:defaultTextStyle'),
    authors: await authorsOf(office, named),
    languages: new Map(),
    behind: new Set(),
  };
  const slides: PresentationSlide[] = [];
  for (const [index, id] of ids.entries()) {
    const path = named.get(id.attributes.get('r:id') ?? '')?.target ?? '';
    const slide = await office.xml(path);
    if (slide === undefined)
      throw new DeckError(
        'read-failed',
        `${file.path} is damaged: slide ${index + 1} is missing. Open and save it again.`,
      );
    slides.push(await readSlide(slide, path, index + 1, context));
  }
  const core = await office.xml(
    [...(await office.relations('')).values()].find((one) => one.kind === 'core-properties')?.target ?? '',
  );
  const said = (name: string): string => textIn(childAt(core, name)).replace(/\s+/g, ' ').trim();
  const [most = ''] = [...context.languages].sort((a, b) => b[1] - a[1]).map(([lang]) => lang);
  return {
    title: said('dc:title'),
    author: said('dc:creator'),
    lang: most === '' ? said('dc:language') : most,
    ratio: width / height,
    sections: sectionsOf(root, ids),
    masterPictures: (await Promise.all([...context.behind].map((part) => office.xml(part)))).flatMap((one) =>
      allBelow(childAt(one, 'p:cSld', 'p:spTree'), 'p:pic'),
    ).length,
    ...(await recordIn(office, named)),
    sizes: office.sizes,
    slides,
  };
}

interface Context {
  readonly office: OfficePackage;
  readonly width: number;
  readonly defaults: XmlElement | undefined;
  readonly authors: ReadonlyMap<string, string>;
  /** How many characters are marked with a language. */
  readonly languages: Map<string, number>;
  /** Layouts and masters in use. */
  readonly behind: Set<string>;
}

async function readSlide(
  slide: XmlElement,
  path: string,
  number: number,
  context: Context,
): Promise<PresentationSlide> {
  const { office, width, defaults, languages } = context;
  const relations = await office.relations(path);
  const partOf = (from: ReadonlyMap<string, PartRelation>, kind: string): string =>
    [...from.values()].find((one) => one.kind === kind)?.target ?? '';
  const layoutPath = partOf(relations, 'slideLayout');
  const masterPath = partOf(await office.relations(layoutPath), 'slideMaster');
  const [layout, master] = [await office.xml(layoutPath), await office.xml(masterPath)];
  for (const part of [layoutPath, masterPath]) if (part !== '') context.behind.add(part);
  for (const run of allBelow(slide, 'a:r')) {
    const lang = childAt(run, 'a:rPr')?.attributes.get('lang');
    if (lang !== undefined) languages.set(lang, (languages.get(lang) ?? 0) + textIn(childAt(run, 'a:t')).length);
  }
  const timing = childAt(slide, 'p:timing');
  const inSteps = allBelow(timing, 'p:bldP').filter((one) => one.attributes.get('build') === 'p');
  const share = 1 / width;
  const data = childAt(slide, 'p:cSld');
  const shapes = await readShapes(
    childAt(data, 'p:spTree'),
    { x: 0, y: 0, across: share, along: share },
    {
      office,
      relations,
      places: { layout, master, defaults },
      inSteps: new Set(inSteps.flatMap((one) => one.attributes.get('spid') ?? [])),
    },
  );
  const ground = relations.get(allBelow(childAt(data, 'p:bg'), 'a:blip')[0]?.attributes.get('r:embed') ?? '');
  const commented = [...relations.values()].filter(({ kind }) => kind === 'comments');
  const comments = await Promise.all(
    commented.map(async ({ target }) => commentsOf(await office.xml(target), context.authors)),
  );
  return {
    number,
    path,
    name: data?.attributes.get('name') ?? '',
    layout: layout?.attributes.get('type') ?? '',
    isHidden: ['0', 'false'].includes(slide.attributes.get('show') ?? ''),
    shapes,
    notes: await notesOf(partOf(relations, 'notesSlide'), office),
    comments: comments.flat(),
    clicks: allBelow(timing, 'p:cTn').filter((one) => one.attributes.get('nodeType') === 'clickEffect').length,
    hasTransition: allBelow(slide, 'p:transition').some((one) => childrenOf(one).length > 0),
    ...(ground === undefined ? {} : { ground: ground.target }),
  };
}

/** The sections of the presentation (MS-PPTX 2.2.16, sectionLst), those that have slides. */
function sectionsOf(root: XmlElement, ids: readonly XmlElement[]): Presentation['sections'] {
  const numbers = new Map(ids.map((id, index) => [id.attributes.get('id') ?? '', index + 1]));
  return allBelow(root, 'p14:section').flatMap((section) => {
    const slides = allBelow(section, 'p14:sldId').flatMap((one) => numbers.get(one.attributes.get('id') ?? '') ?? []);
    return slides.length === 0 ? [] : [{ name: (section.attributes.get('name') ?? '').trim(), slides }];
  });
}

/** The record that Pilcrow puts into what it writes. LibreOffice names it from the package itself. */
async function recordIn(
  office: OfficePackage,
  named: ReadonlyMap<string, PartRelation>,
): Promise<Pick<Presentation, 'record'>> {
  const all = [...named.values(), ...(await office.relations('')).values()];
  const parts = all.filter(({ kind, isOutside }) => kind === 'customXml' && !isOutside);
  const roots = await Promise.all(parts.map(({ target }) => office.xml(target)));
  const record = roots.find((root) => root?.name === 'pilcrow');
  return record === undefined ? {} : { record: textIn(record) };
}
