import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from 'yaml';
import type { MapRouteClaim, Place } from '../model.js';
import { readCite } from './citation.js';

/** A line or an arrow of a map that cites a source, or says that it has none; `problems` are those of its citation. */
export interface ReadRoute extends MapRouteClaim {
  readonly problems: ReturnType<typeof readCite>['problems'];
}

/**
 * What the lines and arrows of a `map` fence claim: their names, each resting on its own `cite`. The map itself is read where it is
 * drawn; what is no YAML is said there. `place` is where the code's first line stands.
 */
export function readRouteClaims(code: string, place: Place): readonly ReadRoute[] {
  if (!/^\s*(?:lines|arrows)\s*:/m.test(code)) return [];
  const lines = new LineCounter();
  const { contents } = parseDocument(code, { lineCounter: lines, logLevel: 'error' });
  if (!isMap(contents)) return [];
  const routes = ['lines', 'arrows'].flatMap((key): YAMLMap[] => {
    const list = contents.get(key, true);
    return isSeq(list) ? list.items.filter((item): item is YAMLMap => isMap(item)) : [];
  });
  return routes.flatMap((route) => {
    const [name, cite] = [route.get('name', true), route.get('cite', true)];
    if (!isScalar(cite) || typeof cite.value !== 'string') return [];
    const [start = 0] = ((name ?? cite) as Node).range ?? [];
    const at = { path: place.path, line: place.line + lines.linePos(start).line - 1 };
    const text = isScalar(name) && name.value !== null ? String(name.value) : '';
    return [{ text, place: at, ...readCite(cite.value, at) }];
  });
}
