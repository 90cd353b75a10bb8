import { type InlineAssets, inlineAssets, type Stand } from '../export/assets.js';
import { drawnElements, mostDrawn } from '../render/drawn-elements.js';
import { parse } from '../render/tree.js';
import type { Files } from '../system/effects.js';

/** Whether a file is an SVG that a browser would draw for hours. Those without a `<use>` are not looked at any further. */
export function isCostlyPicture(file: string, { readNow }: Pick<Files, 'readNow'>): boolean {
  if (!/\.svg$/i.test(file)) return false;
  const markup = Buffer.from(readNow(file) ?? '').toString();
  return /<([\w-]+:)?use[\s/>]/.test(markup) && drawnElements(parse(markup)) > mostDrawn;
}

/**
 * The assets of what is measured and printed, without such pictures: they would end the measuring too. That one is left out is said
 * where its file is looked up.
 */
export function shownAssets(
  files: Files,
  standFor: Stand,
  place: (files: Files, standFor: Stand) => InlineAssets = inlineAssets,
): InlineAssets {
  const assets = place(files, standFor);
  return { ...assets, file: (path, uses) => (isCostlyPicture(path, files) ? undefined : assets.file(path, uses)) };
}
