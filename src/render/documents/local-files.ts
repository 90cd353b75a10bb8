import { escapeHtml } from '../../escape-html.js';
import type { AssetResolver, RenderedDeck } from '../../model.js';
import { tonesMarker } from '../passes/local-assets.js';

/**
 * Exchanges every marker for an address, or for the colours of the picture it names; a file that is not there gets an empty one, since its absence is reported elsewhere. The page is
 * put together once, since addresses that hold pictures as data may have 64 MB.
 */
export function withAddresses(html: string, { assets: files }: RenderedDeck, assets: AssetResolver): string {
  const pieces = html.split(/(\uFDD0(?:asset|tones)-\d+\uFDD1)/);
  const uses = new Map<string, number>();
  for (const piece of pieces) if (piece.startsWith('\uFDD0')) uses.set(piece, (uses.get(piece) ?? 0) + 1);
  const addresses = new Map<string, string>();
  for (const { marker, file, tones = '' } of files) {
    addresses.set(tonesMarker(marker), tones);
    const count = uses.get(marker);
    if (count !== undefined) addresses.set(marker, escapeHtml(assets.file(file, count) ?? 'data:,'));
  }
  return pieces.map((piece) => addresses.get(piece) ?? piece).join('');
}

export function folderOf(file: string): string {
  return file.slice(0, Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')));
}

export function nameOf(file: string): string {
  return file.slice(folderOf(file).length + 1).replace(/\.\w+$/, '');
}
