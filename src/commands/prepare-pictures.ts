import { mayNameAddresses, readCss } from '../css/css-addresses.js';
import { targetOf } from '../css/lightning-css.js';
import type { Stand } from '../export/assets.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { Deck, LocalAsset, Place, Room } from '../model.js';
import { encodedPictures } from '../pictures/encode-picture.js';
import type { PictureCopies } from '../pictures/picture-copies.js';
import { shownPath } from '../read/text-file.js';
import { unreadFile } from '../read/unread.js';
import { stage } from '../render/documents/deck.js';
import { folderOf } from '../render/documents/local-files.js';
import { larger } from '../render/passes/local-assets.js';
import type { Files } from '../system/effects.js';
import { inTurns } from './in-turns.js';
import type { Tools } from './tools.js';

/** What outputs show in the place of a deck's pictures. */
export interface PreparedPictures {
  readonly standFor: Readonly<Record<keyof PictureCopies, Stand>>;
  /** False where every picture goes into outputs as it is. */
  readonly hasCopies: boolean;
  /** Files among which copies are found too. */
  readonly withCopies: (files: Files) => Files;
  readonly diagnostics: readonly Diagnostic[];
  /** The colours of pictures behind slides (`tonesOf`), by their files. */
  readonly tones: ReadonlyMap<string, string>;
}

/** Decoded at a time: one of twelve megapixels takes up to a hundred megabytes. */
const atOnce = 2;

/**
 * Makes copies of the pictures that slides and style sheets show, at the size of their room. A picture that is damaged goes into outputs as
 * it is, and what the browser makes of it is seen when the slides are laid out.
 */
export async function preparePictures(
  assets: readonly LocalAsset[],
  deck: Deck,
  tools: Tools,
): Promise<PreparedPictures> {
  const pictures = [...roomsOf(assets, deck)].filter(([file]) => encodedPictures.test(file));
  const copies = new Map<string, PictureCopies>();
  const diagnostics: Diagnostic[] = [];
  await inTurns(
    pictures.map(([file, { room, place }]) => async () => {
      tools.effects.signal.throwIfAborted();
      const prepared = await prepare(file, room, tools);
      if (prepared === undefined) return;
      if ('trouble' in prepared) diagnostics.push(...damaged(file, prepared.trouble, place, tools));
      else {
        if (prepared.copies !== undefined) copies.set(file, prepared.copies);
        if (prepared.hasPlace) diagnostics.push(placeSaid(file, place, tools));
      }
    }),
    atOnce,
  );
  const tones = await tonesOfGrounds(assets, tools);
  const made = new Set([...copies.values()].flatMap(({ screen, print }) => [screen, print]));
  return {
    standFor: {
      screen: (file) => copies.get(file)?.screen ?? file,
      print: (file) => copies.get(file)?.print ?? file,
    },
    hasCopies: made.size > 0,
    withCopies: (files) => (made.size === 0 ? files : withCopies(files, made, tools)),
    diagnostics: diagnostics.sort((one, other) => (one.message < other.message ? -1 : 1)),
    tones,
  };
}

/** A drawing of more bytes is not drawn for it. */
const mostOfDrawing = 2 ** 20;

async function tonesOfGrounds(
  assets: readonly LocalAsset[],
  { effects: { files, signal }, pictures }: Tools,
): Promise<ReadonlyMap<string, string>> {
  const tones = new Map<string, string>();
  const grounds = new Set(assets.flatMap(({ file, isGround }) => (isGround === true ? [file] : [])));
  await inTurns(
    [...grounds].map((file) => async () => {
      signal.throwIfAborted();
      const size = files.sizeNow(file) ?? 0;
      const hash =
        size === 0 || size > (/\.svg$/i.test(file) ? mostOfDrawing : mostBytes) ? undefined : files.hashNow(file);
      if (hash !== undefined) tones.set(file, await pictures.tones({ hash, read: () => bytesOf(file, size, files) }));
    }),
    atOnce,
  );
  return tones;
}

interface Shown {
  readonly room: Room;
  readonly place: Place;
}

/** Each picture with the largest room it is shown in: the stage, where nothing says less. */
function roomsOf(assets: readonly LocalAsset[], { styles }: Deck): ReadonlyMap<string, Shown> {
  const rooms = new Map<string, Shown>();
  for (const { file, linked, framed, room = stage, place } of assets) {
    if (linked !== true && framed !== true)
      rooms.set(file, { room: larger(rooms.get(file)?.room ?? room, room), place });
  }
  for (const { file: sheet, path, text } of styles.filter(({ text }) => mayNameAddresses(text))) {
    for (const { url, line } of readCss(text, 'sheet').addresses) {
      const target = targetOf(url, folderOf(sheet));
      if (target.kind === 'file') rooms.set(target.file, { room: { ...stage, isFilled: true }, place: { path, line } });
    }
  }
  return rooms;
}

type Prepared = { readonly copies?: PictureCopies; readonly hasPlace: boolean } | { readonly trouble: string };

/** Undefined where the file is not there, or cannot be read whole. */
async function prepare(file: string, room: Room, { effects, pictures }: Tools): Promise<Prepared | undefined> {
  const { files } = effects;
  const size = files.sizeNow(file) ?? 0;
  if (size === 0 || size > mostBytes || isPlain(file, size, files)) return undefined;
  const hash = files.hashNow(file);
  if (hash === undefined) return undefined;
  try {
    return await pictures.prepare({ file, hash, room, read: () => bytesOf(file, size, files) });
  } catch (error) {
    return { trouble: error instanceof Error ? error.message : String(error) };
  }
}

/** As of any file that is read whole (`effects.ts`). */
const mostBytes = 64 * 2 ** 20;

/** A small picture that says nothing of itself: it is as good as any copy, and most decks have no other. */
function isPlain(file: string, size: number, files: Pick<Files, 'readNow'>): boolean {
  if (size > plainBytes || !/\.(jpe?g|png|webp)$/i.test(file)) return false;
  const bytes = Buffer.from(files.readNow(file) ?? '');
  return !['Exif', 'eXIf', 'EXIF', 'GPSLatitude'].some((name) => bytes.includes(name));
}

const plainBytes = 64 * 1024;

/** Not kept by anybody: what a deck is made from stays in memory while it is made, and these would fill it. */
async function bytesOf(file: string, size: number, files: Pick<Files, 'stream'>): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  for await (const piece of files.stream(file, { start: 0, end: size - 1 })) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

/** Copies are the tool's own: they lie outside the deck, and do not change while it is made. */
function withCopies(files: Files, made: ReadonlySet<string>, { pictures }: Tools): Files {
  const of = (file: string): Pick<Files, 'read' | 'readNow' | 'sizeNow' | 'hashNow' | 'stream'> =>
    made.has(file) ? pictures.files : files;
  return {
    ...files,
    read: (file, most) => of(file).read(file, most),
    readNow: (file) => of(file).readNow(file),
    sizeNow: (file) => of(file).sizeNow(file),
    hashNow: (file) => of(file).hashNow(file),
    stream: (file, range) => of(file).stream(file, range),
    kind: async (file) => (made.has(file) ? 'file' : files.kind(file)),
  };
}

function placeSaid(file: string, place: Place, { effects }: Tools): Diagnostic {
  const message = `${shownPath(file, effects)} says where it was taken. What is made of the deck does not say it.`;
  const cure = 'Take it out of the file too before you give the folder away.';
  return { rule: 'picture-place', severity: 'note', message, place, cure };
}

/** Nothing where the library knows the picture's kind not at all: a browser may. */
function damaged(file: string, trouble: string, place: Place, { effects }: Tools): readonly Diagnostic[] {
  if (/unsupported image format/i.test(trouble)) return [];
  const path = shownPath(file, effects);
  if (/pixel limit/i.test(trouble)) return [unreadFile(path, 'has more than 268 megapixels', place)];
  const message = `The picture ${path} is damaged: ${trouble.split('\n')[0]?.replace(/^Input (buffer|file) has corrupt header: /, '')}. It is shown as far as it can be read.`;
  return [{ rule: 'picture-damaged', severity: 'warning', message, place, cure: 'Save it again.' }];
}
