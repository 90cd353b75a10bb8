import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from 'yaml';
import { type DiagramText, joinLabels } from './diagram-text.js';

/**
 * The names an author puts on a map and the words of its legend, one a line. Lines and arrows that cite for themselves are claims of their own. Countries are named by the map's data, which the map
 * itself names as its source. What is no YAML is said by the map's own reader and claims nothing here.
 */
export function mapText(code: string, lang: string): Pick<DiagramText, 'text' | 'breaks'> {
  const lines = new LineCounter();
  const { contents } = parseDocument(code, { lineCounter: lines, logLevel: 'error' });
  if (!isMap(contents)) return { text: '', breaks: [] };
  const places = contents.get('places', true);
  const legend = contents.get('legend', true);
  const names = isSeq(places) ? places.items.map((place) => (isMap(place) ? place.get('name', true) : undefined)) : [];
  const meanings = isMap(legend)
    ? legend.items.map(({ value }) => (isMap(value) ? inLanguage(value, lang) : value))
    : [];
  const routes = ['lines', 'arrows'].flatMap((key) => {
    const list = contents.get(key, true);
    const ofFigure = isSeq(list) ? list.items.filter((one) => isMap(one) && !one.has('cite')) : [];
    return ofFigure.map((one) => (one as YAMLMap).get('name', true));
  });
  const labels = [...names, ...routes, ...meanings].flatMap((node) => {
    const label = isScalar(node) && node.value !== null ? String(node.value) : '';
    return label === '' ? [] : [{ label, line: lineOf(node, lines) }];
  });
  return joinLabels(labels);
}

/** A text for each language: the deck's, or its main language's. */
function inLanguage(texts: YAMLMap, lang: string): unknown {
  return texts.get(lang, true) ?? texts.get(lang.split(/[-_]/)[0] ?? '', true);
}

function lineOf(node: unknown, lines: LineCounter): number {
  const [start = 0] = (node as Node | undefined)?.range ?? [];
  return lines.linePos(start).line;
}
