import { decoded, kindOf, plainAddress } from '../../css/address-kind.js';
import type { LocalAsset, Room } from '../../model.js';
import { pathFrom } from '../../path-from.js';
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
      set(markerOf(plainAddress(url), element, how, tree, rendering));
    }
    const href = attribute(element, 'href');
    if (element.tagName === 'a' && href !== undefined && kindOf(href) === 'local' && /\.\w+([?#].*)?$/.test(href)) {
      setAttribute(element, 'href', markerOf(href, element, { linked: true }, tree, rendering));
    }
  }
};

function markerOf(
  url: string,
  element: Element,
  how: Pick<LocalAsset, 'linked' | 'framed'>,
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
    assets.set(key, { ...asset, ...(both === undefined ? {} : { room: both }) });
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

/** Room enough for both. */
export function larger(one: Room, other: Room): Room {
  return {
    width: Math.max(one.width, other.width),
    height: Math.max(one.height, other.height),
    ...(one.isFilled === true || other.isFilled === true ? { isFilled: true } : {}),
  };
}
