import type { Ground } from './ground.js';
import type { Land } from './land.js';
import type { MapView } from './map-view.js';

/** What the names on a map are set on, and in which language. */
export interface MapSetting {
  /** Everything that is seen, in the order of `ground`. */
  readonly lands: readonly Land[];
  readonly ground: Ground;
  readonly view: MapView;
  readonly lang: string;
}
