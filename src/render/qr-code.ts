import { encode } from 'uqr';
import { escapeHtml } from '../escape-html.js';
import { filled, wordsIn } from '../language/words/words.js';

/** A code with more bytes has modules that a phone does not tell apart across a room, or on a cover (measured at 28 mm: version 10). */
const longest = 213;

/** Its size on the stage, px, with room for a list above it. */
const shown = 216;

/**
 * A QR code (ISO/IEC 18004) of an address as SVG, with the margin of four modules that readers want; undefined where the address is too long.
 * Level M bears a finger on the screen.
 */
export function qrCode(address: string, lang: string): string | undefined {
  if (new TextEncoder().encode(address).length > longest) return undefined;
  const { data, size } = encode(address, { ecc: 'M', border: 4 });
  const rows = data.flatMap((row, y) => runs(row).map(([x, width]) => `M${x} ${y}h${width}v1h-${width}z`));
  const label = escapeHtml(filled(wordsIn(lang).qrCode, { address }));
  return `<svg class="qr-code" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${shown}" height="${shown}" role="img" aria-label="${label}" shape-rendering="crispEdges"><rect width="${size}" height="${size}" fill="#fff"/><path d="${rows.join('')}" fill="#000"/></svg>`;
}

/** Where dark modules stand side by side: from where, and how many. */
function runs(row: readonly boolean[]): readonly (readonly [x: number, width: number])[] {
  const found: [number, number][] = [];
  row.forEach((isDark, x) => {
    const last = found.at(-1);
    if (!isDark) return;
    if (last !== undefined && last[0] + last[1] === x) last[1]++;
    else found.push([x, 1]);
  });
  return found;
}
