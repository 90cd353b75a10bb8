import { escapeHtml } from '../../escape-html.js';
import type { AssetResolver, RenderedDeck } from '../../model.js';

/** Exchanges every marker for an address; a file that is not there gets an empty one, since its absence is reported elsewhere. */
export function withAddresses(html: string, { assets: files }: RenderedDeck, assets: AssetResolver): string {
  return files.reduce((page, { marker, file }) => {
    const parts = page.split(marker);
    return parts.length === 1 ? page : parts.join(escapeHtml(assets.file(file, parts.length - 1) ?? 'data:,'));
  }, html);
}

export function folderOf(file: string): string {
  return file.slice(0, Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')));
}

export function nameOf(file: string): string {
  return file.slice(folderOf(file).length + 1).replace(/\.\w+$/, '');
}
