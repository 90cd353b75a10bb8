import { type InlineAssets, inlineAssets, type Stand } from '../export/assets.js';
import { type LargeFile, markingAssets } from '../export/composed-page.js';
import type { AssetResolver } from '../model.js';
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

/** A page composed with such assets, its large pictures marked. */
export function composedPage<Html extends string | undefined>(
  files: Files,
  standFor: Stand,
  compose: (assets: AssetResolver) => Html,
): { readonly html: Html; readonly large: ReadonlyMap<string, LargeFile> } {
  const assets = markingAssets(files, standFor);
  return { html: compose(shownAssets(files, standFor, () => assets)), large: assets.large };
}
