import { decoded, kindOf, plainAddress } from '../../css/address-kind.js';
import { pathFrom } from '../../css/path-from.js';
import type { LocalAsset, Room } from '../../model.js';
import { addressesOf, isFrame } from '../addresses.js';
import { roomOf } from '../picture-room.js';
import type { Rendering } from '../rendering.js';
import type { Pass, SlideTree } from '../slide-tree.js';
import { attribute, type Element, elements, setAttribute } from '../tree.js';

/**
 * Every file of the deck that a slide shows or links to is named by a marker, so that one rendering serves the site, the single
 * file and dev. U+FDD0 and U+FDD1 are no characters and stand in no text.
 */
export const nameAssets: Pass = (tree, rendering) => {
  for (const element of [tree.section, ...elements(tree.section)]) {
    for (const { url, set, isSilent, ...within } of addressesOf(element)) {
      if (kindOf(url) !== 'local' || isSilent === true) continue;
      const how = isFrame(element, within.attribute) ? { framed: true as const } : {};
      const isGround = within.attribute === ground;
      const marker = markerOf(plainAddress(url), element, isGround ? { isGround } : how, tree, rendering);
      set(marker);
      if (isGround)
        setAttribute(element, tones, [attribute(element, tones) ?? [], tonesMarker(marker)].flat().join(','));
    }
    const href = attribute(element, 'href');
    if (element.tagName === 'a' && href !== undefined && kindOf(href) === 'local' && /\.\w+([?#].*)?$/.test(href)) {
      setAttribute(element, 'href', markerOf(href, element, { linked: true }, tree, rendering));
    }
  }
};

const ground = 'data-background-image';
/** What the client reads of the colours of a slide's ground. */
const tones = 'data-tones';

function markerOf(
  url: string,
  element: Element,
  how: Pick<LocalAsset, 'linked' | 'framed' | 'isGround'>,
  tree: SlideTree,
  { deck, assets, markers }: Rendering,
): string {
  // From the root of a site means the deck's folder first, and folders above it where the file is not there.
  const file = pathFrom(deck.folder, decoded(url.replace(/[?#].*$/, '')));
  const isFromRoot = url.startsWith('/');
  const key = `${isFromRoot ? '/' : ''}${file}${how.framed === true ? '?framed' : ''}`;
  const known = assets.get(key);
  const room = roomOf(element, tree);
  if (known !== undefined) {
    const { room: before, ...asset } = known;
    const both = before === undefined || room === undefined ? undefined : larger(before, room);
    assets.set(key, {
      ...asset,
      ...(both === undefined ? {} : { room: both }),
      ...(how.isGround ? { isGround: true } : {}),
    });
    return known.marker;
  }
  const marker = markers.get(key) ?? `\uFDD0asset-${markers.size + 1}\uFDD1`;
  markers.set(key, marker);
  assets.set(key, {
    marker,
    file,
    ...how,
    ...(isFromRoot ? { isFromRoot } : {}),
    ...(room === undefined ? {} : { room }),
    place: tree.placeOf(element),
  });
  return marker;
}

/** Stands for the colours of a picture (`LocalAsset.tones`), as the picture's own marker stands for its address. */
export function tonesMarker(marker: string): string {
  return marker.replace('asset', 'tones');
}

/** Room enough for both. */
export function larger(one: Room, other: Room): Room {
  return {
    width: Math.max(one.width, other.width),
    height: Math.max(one.height, other.height),
    ...(one.isFilled === true || other.isFilled === true ? { isFilled: true } : {}),
  };
}
