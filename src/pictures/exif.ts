/**
 * Whether a picture's EXIF data say where it was taken. A camera without a fix writes the block for the place and leaves it empty, so what
 * counts is a latitude or a longitude (Exif 3.0, 4.6.7: tags 2 and 4 of the GPS IFD, which tag 0x8825 of the first IFD points to).
 */
export function placeInExif(exif: Uint8Array): boolean {
  const { view, first, isLittle } = firstDirectory(exif);
  const gps = first.get(0x8825);
  if (gps === undefined) return false;
  const places = entriesAt(view, view.getUint32(gps, isLittle), isLittle);
  return places.has(2) || places.has(4);
}

/** How a picture is turned, 1 to 8; 1 is as it stands, also where nothing is said (Exif 3.0, 4.6.5: tag 0x0112). */
export function orientationInExif(exif: Uint8Array): number {
  const { view, first, isLittle } = firstDirectory(exif);
  const at = first.get(0x0112);
  const turned = at === undefined ? 1 : view.getUint16(at, isLittle);
  return turned >= 1 && turned <= 8 ? turned : 1;
}

interface Directory {
  readonly view: DataView;
  /** Where the value of a tag stands. */
  readonly first: ReadonlyMap<number, number>;
  readonly isLittle: boolean;
}

function firstDirectory(exif: Uint8Array): Directory {
  const start = isNamed(exif) ? 6 : 0;
  const view = new DataView(exif.buffer, exif.byteOffset + start, Math.max(0, exif.byteLength - start));
  if (view.byteLength < 8) return { view, first: new Map(), isLittle: false };
  const isLittle = view.getUint16(0) === 0x4949;
  return { view, first: entriesAt(view, view.getUint32(4, isLittle), isLittle), isLittle };
}

/** JPEG and WebP may put `Exif` and two zeros before the data. */
function isNamed(exif: Uint8Array): boolean {
  return String.fromCharCode(...exif.subarray(0, 4)) === 'Exif';
}

/** Where the values of one directory stand, by their tags (TIFF 6.0, section 2); none where it lies outside the data. */
function entriesAt(view: DataView, offset: number, isLittle: boolean): ReadonlyMap<number, number> {
  const entries = new Map<number, number>();
  if (offset + 2 > view.byteLength) return entries;
  const count = view.getUint16(offset, isLittle);
  for (let index = 0; index < count; index++) {
    const at = offset + 2 + 12 * index;
    if (at + 12 > view.byteLength) break;
    entries.set(view.getUint16(at, isLittle), at + 8);
  }
  return entries;
}
