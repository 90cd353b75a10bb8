/**
 * Whether a picture's EXIF data say where it was taken. A camera without a fix writes the block for the place and leaves it empty, so what
 * counts is a latitude or a longitude (Exif 3.0, 4.6.7: tags 2 and 4 of the GPS IFD, which tag 0x8825 of the first IFD points to).
 */
export function placeInExif(exif: Uint8Array): boolean {
  const start = isNamed(exif) ? 6 : 0;
  const view = new DataView(exif.buffer, exif.byteOffset + start, Math.max(0, exif.byteLength - start));
  if (view.byteLength < 8) return false;
  const isLittle = view.getUint16(0) === 0x4949;
  const first = entriesAt(view, view.getUint32(4, isLittle), isLittle);
  const gps = first.get(0x8825);
  if (gps === undefined) return false;
  const places = entriesAt(view, gps, isLittle);
  return places.has(2) || places.has(4);
}

/** JPEG and WebP may put `Exif` and two zeros before the data. */
function isNamed(exif: Uint8Array): boolean {
  return String.fromCharCode(...exif.subarray(0, 4)) === 'Exif';
}

/** The values of one directory by their tags (TIFF 6.0, section 2); none where it lies outside the data. */
function entriesAt(view: DataView, offset: number, isLittle: boolean): ReadonlyMap<number, number> {
  const entries = new Map<number, number>();
  if (offset + 2 > view.byteLength) return entries;
  const count = view.getUint16(offset, isLittle);
  for (let index = 0; index < count; index++) {
    const at = offset + 2 + 12 * index;
    if (at + 12 > view.byteLength) break;
    entries.set(view.getUint16(at, isLittle), view.getUint32(at + 8, isLittle));
  }
  return entries;
}
