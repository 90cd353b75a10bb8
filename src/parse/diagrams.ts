import type { Token } from 'markdown-it';
import { describeChart } from '../chart/describe-chart.js';
import { readChart } from '../chart/read-chart.js';
import { readTableChart } from '../chart/read-table-chart.js';
import { type Diagram, type DiagramLanguage, diagramLanguages, type Place } from '../model.js';
import { readView } from '../relations/read-view.js';
import { relationsAlt } from '../relations/sentences.js';
import { readChartTableData } from './chart-table-data.js';
import { checkCitations } from './check-citations.js';
import { columnWidths } from './column-widths.js';
import { contentHash } from './content-hash.js';
import { readRouteClaims } from './map-routes.js';
import type { ParseContext } from './parse-context.js';
import { slug } from './slug.js';
import { addMeta, attributeOf, placeOf } from './token.js';

/** A diagram that has no id yet; `wanted` is what it is called after when the author gives it none. */
export type UnnamedDiagram = Omit<Diagram, 'id'> & { readonly token: Token; readonly wanted: string };

/** The diagrams of a slide's texts, in reading order. */
export function readDiagrams(tokens: readonly Token[], context: ParseContext): readonly UnnamedDiagram[] {
  const open: Token[] = [];
  const widths = columnWidths(tokens);
  return tokens.flatMap((token, index) => {
    if (token.nesting === 1) open.push(token);
    if (token.nesting === -1) open.pop();
    if (token.type !== 'diagram') return [];
    const columnWidth = open.flatMap((box) => widths.get(box) ?? []).at(-1);
    const isBeside = columnWidth !== undefined || tokens[index + 1]?.type === 'bullet_list_open';
    return [
      {
        ...readDiagram(token, context),
        ...(isBeside ? { isBeside } : {}),
        ...(columnWidth === undefined ? {} : { columnWidth }),
      },
    ];
  });
}

/** What a diagram's own code says of it. */
interface SaidInCode extends Pick<Diagram, 'alt' | 'view' | 'chart' | 'routes' | 'citations' | 'isOfTable'> {
  readonly title: string;
}

function readDiagram(token: Token, context: ParseContext): UnnamedDiagram {
  const language = diagramLanguages.find((one) => one === token.meta?.language) ?? 'mermaid';
  const fence = placeOf(token);
  const place = { path: fence.path, line: fence.line + 1 };
  const { title, ...said } = readers[language](token, place, context);
  const caption = attributeOf(token, 'caption') ?? attributeOf(token, 'data-caption');
  const width = readWidth(token, context);
  return {
    token,
    wanted: slug(title || caption || '') || `diagram-${contentHash(token.content)}`,
    language,
    code: token.content,
    place,
    ...said,
    alt: attributeOf(token, 'alt') ?? said.alt,
    ...(title === '' ? {} : { title }),
    ...(caption === undefined ? {} : { caption }),
    ...(width === undefined ? {} : { width }),
  };
}

type ReadCode = (token: Token, place: Place, context: ParseContext) => SaidInCode;

/** Of a map only what its lines cite: the rest is read where it is drawn, since that needs the map's data. */
const readers: Readonly<Record<DiagramLanguage, ReadCode>> = {
  mermaid: readMermaid,
  relations: readRelationsFence,
  map: readMapFence,
  chart: readChartFence,
};

/** Mermaid's `accTitle:`, `accDescr:` and `accDescr { … }` over several lines. */
function readMermaid({ content: code }: Token): SaidInCode {
  const title = /^[ \t]*accTitle[ \t]*:[ \t]*(.+)$/m.exec(code)?.[1]?.trim() ?? '';
  const line = /^[ \t]*accDescr[ \t]*:[ \t]*(.+)$/m.exec(code)?.[1];
  const lines = /^[ \t]*accDescr\s*\{([^}]*)\}/m.exec(code)?.[1];
  const description = (line ?? lines ?? '').trim().replace(/\s+/g, ' ');
  return { title, alt: [title, description].filter((part) => part !== '').join('. ') };
}

function readMapFence({ content: code }: Token, place: Place, context: ParseContext): SaidInCode {
  const read = readRouteClaims(code, place);
  for (const route of read) checkCitations(route, route.place, context);
  const routes = read.map(({ problems: _, ...route }) => route);
  return {
    title: '',
    alt: '',
    ...(routes.length === 0 ? {} : { routes, citations: routes.flatMap((one) => one.citations) }),
  };
}

function readRelationsFence(token: Token, place: Place, context: ParseContext): SaidInCode {
  const { relations, settings } = context.source;
  if (relations === undefined) {
    const message = 'This shows a view of the deck’s relations, and the deck has no relations.yaml.';
    const cure = 'Describe actors, kinds and relations in relations.yaml beside deck.md.';
    context.report('error', 'relations-view', placeOf(token), message, cure);
    return { title: '', alt: '' };
  }
  const { view, diagnostics } = readView(token.content, place, relations, attributeOf(token, 'layout'));
  context.diagnostics.push(...diagnostics);
  if (view === undefined) return { title: '', alt: '' };
  const shown = view.relations.map(({ id }) => id);
  const citations = relations.relations.filter(({ id }) => shown.includes(id)).flatMap((one) => one.citations);
  return { title: '', alt: relationsAlt(view, relations, settings.lang), view, citations };
}

/** A chart of a table on the slide: what its attributes ask for, lists with commas, colours as `Riga:blue`. */
function readChartTable(
  token: Token,
  tokens: readonly Token[],
  asked: Readonly<Record<string, string>>,
  context: ParseContext,
): SaidInCode {
  const place = placeOf(token);
  const { table, caption, citations, hasLeftOut } = readChartTableData(tokens);
  addMeta(token, { table: undefined });
  if (caption !== '') token.attrSet('data-caption', caption);
  if (hasLeftOut) {
    const message =
      'A part of this table is for one audience alone. The chart is drawn for all, and leaves that part out.';
    context.report('warning', 'chart-data', place, message, 'Draw what is for one audience as a table of its own.');
  }
  const read = readTableChart(table, asked, place);
  context.diagnostics.push(...read.diagnostics);
  if (read.view === undefined) return { title: '', alt: '' };
  const alt = describeChart(read.view, context.source.settings.lang, caption === '' ? undefined : caption);
  return { title: '', alt, chart: read.view, citations, isOfTable: true };
}

function readChartFence(token: Token, place: Place, context: ParseContext): SaidInCode {
  const { table, asked } = token.meta as {
    readonly table?: readonly Token[];
    readonly asked?: Readonly<Record<string, string>>;
  };
  if (table !== undefined) return readChartTable(token, table, asked ?? {}, context);
  const { data, settings } = context.source;
  const { view, diagnostics } = readChart(token.content, place, {
    file: (name) => data?.get(name),
    fileNames: [...(data?.keys() ?? [])],
  });
  context.diagnostics.push(...diagnostics);
  if (view === undefined) return { title: '', alt: '' };
  return { title: '', alt: describeChart(view, settings.lang, attributeOf(token, 'caption')), chart: view };
}

function readWidth(token: Token, context: ParseContext): number | undefined {
  const value = attributeOf(token, 'width');
  if (value === undefined) return undefined;
  const width = /^\d+(\.\d+)?%?$/.test(value) ? Number.parseFloat(value) : Number.NaN;
  if (width >= 1 && width <= 100) return width;
  const message = `The width "${value}" is no share of the slide.`;
  context.report('error', 'diagram-width', placeOf(token), message, 'Write 1% to 100%, for example `{width=70%}`.');
  return undefined;
}
