import type { Typeface } from '../model/brand.js';
import { hasErrors } from '../model/diagnostic.js';
import type { Diagnostic, Diagram, Drawing, Drawings } from '../model.js';
import { setIn } from '../relations/typeface.js';
import { type Cache, cacheKey } from '../system/cache.js';
import { dependencyVersion } from '../system/package-folder.js';
import { keyOfFaces } from './typeface-key.js';

/** Raised whenever the map room draws something differently, so that no map of before is taken from the cache. */
const mapVersion = '10';
const packages = ['d3-geo', 'i18n-iso-countries', 'topojson-client', 'world-atlas'];

/**
 * Draws maps, each once for its code and language. The room that draws them is opened only for a map that is not in the cache, since its
 * data takes longer to load than all else. A map with diagnostics is not kept, since each diagnostic has a place in the deck.
 */
export async function drawMaps(
  maps: readonly Diagram[],
  lang: string,
  cache: Cache,
  typeface?: Typeface,
): Promise<Drawings> {
  const byId = new Map<string, Drawing>();
  const diagnostics: Diagnostic[] = [];
  const world =
    maps.length === 0 ? [] : ['map', mapVersion, ...packages.map(dependencyVersion), lang, ...keyOfFaces(typeface)];
  for (const map of maps) {
    const key = cacheKey([...world, map.code, sizeOf(map).join(' ')]);
    const prefix = `m${key.slice(0, 16)}`;
    const kept = await cache.read(key);
    const { drawing, diagnostics: said } =
      kept === undefined ? await drawNew(map, lang, prefix, typeface) : unpacked(kept);
    diagnostics.push(...said);
    if (drawing === undefined) continue;
    if (kept === undefined && said.length === 0) await cache.write(key, JSON.stringify(drawing));
    const svg = drawing.svg.replaceAll(prefix, `map-${cacheKey([map.id]).slice(0, 12)}`);
    byId.set(map.id, { ...drawing, svg });
  }
  return { byId, diagnostics };
}

interface DrawnMap {
  /** Its ids stand under a prefix made from its content, so that every deck can share it. */
  readonly drawing?: Drawing;
  readonly diagnostics: readonly Diagnostic[];
}

async function drawNew(map: Diagram, lang: string, prefix: string, typeface?: Typeface): Promise<DrawnMap> {
  const { code, place } = map;
  const [{ readMap }, { drawMap }] = await Promise.all([import('../map/read-map.js'), import('../map/draw-map.js')]);
  const read = readMap(code, place, sizeOf(map));
  if (hasErrors(read.diagnostics)) return { diagnostics: read.diagnostics };
  const { drawing, alt, smallPrint, diagnostics } = setIn(typeface, () => drawMap(read.map, lang, { prefix }));
  return { drawing: { ...drawing, alt, smallPrint }, diagnostics: [...read.diagnostics, ...diagnostics] };
}

/** px: the evidence area of a slide, whole, and where notes stand beside it. */
const sizes = { whole: [1120, 424], beside: [736, 424] } as const;

/** A map is laid out for the column it stands in: drawn wider and made smaller, its names could not be read. */
function sizeOf({ isBeside, columnWidth }: Diagram): readonly [width: number, height: number] {
  if (isBeside !== true) return sizes.whole;
  const [width, height] = sizes.beside;
  if (columnWidth === undefined || columnWidth >= width) return sizes.beside;
  const own = Math.max(160, Math.round(columnWidth));
  return [own, Math.min(height, Math.max(200, Math.round(own * 0.8)))];
}

/** A map without words has an infinite smallest label, which JSON writes as null. */
function unpacked(kept: string): DrawnMap {
  const drawing: Drawing = JSON.parse(kept);
  return { drawing: { ...drawing, smallestLabel: drawing.smallestLabel ?? Number.POSITIVE_INFINITY }, diagnostics: [] };
}
