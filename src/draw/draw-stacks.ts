import type { Typeface } from '../model/brand.js';
import type { Diagnostic, Diagram, Drawing, Relations, RelationsView } from '../model.js';
import { shownIn } from '../relations/shown.js';
import { relationsStacks } from '../relations/stacks.js';
import { setIn } from '../relations/typeface.js';
import { type Cache, cacheKey } from '../system/cache.js';
import { keyOfFaces } from './typeface-key.js';

/** Raised whenever graphs of relations are drawn differently, so that none of before is taken from the cache. */
const stacksVersion = '6';

/**
 * Draws a graph view with its actors in columns, once for what it shows and its language. A view with diagnostics is not kept, since each
 * diagnostic has a place in the deck. Undefined where its lines would cross, which Mermaid draws.
 */
export async function drawStacks(
  diagram: Diagram,
  view: RelationsView,
  data: Relations,
  lang: string,
  cache: Cache,
  typeface?: Typeface,
): Promise<{ readonly drawing: Drawing; readonly diagnostics: readonly Diagnostic[] } | undefined> {
  const isBeside = diagram.isBeside === true;
  const shown = shownIn(view, data, lang);
  const key = cacheKey([
    'stacks',
    stacksVersion,
    lang,
    ...keyOfFaces(typeface),
    String(isBeside),
    JSON.stringify([view.direction, view.clicks, shown], withoutPlaces),
  ]);
  const kept = await cache.read(key);
  if (kept !== undefined) return kept === '' ? undefined : { drawing: JSON.parse(kept), diagnostics: [] };
  const drawn = setIn(typeface, () => relationsStacks(view, data, lang, isBeside));
  if (drawn === undefined) await cache.write(key, '');
  else if (drawn.diagnostics.length === 0) await cache.write(key, JSON.stringify(drawn.drawing));
  return drawn;
}

/** What moves to another line is the same. */
function withoutPlaces(key: string, value: unknown): unknown {
  return key === 'place' ? undefined : value;
}
