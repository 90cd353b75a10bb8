import { basename, dirname, join, relative } from 'node:path';
import type { Diagnostic } from '../model/diagnostic.js';
import type { Audience, Deck, LocalAsset } from '../model.js';
import { type Names, nameOnDisk, namesIn } from '../read/name-on-disk.js';
import { shownPath } from '../read/text-file.js';
import { unreadFile, whyUnread } from '../read/unread.js';
import { mostDrawn } from '../render/drawn-elements.js';
import { hiddenWords } from '../render/hidden-words.js';
import { parse } from '../render/tree.js';
import { isWithin } from '../system/is-within.js';
import { outside } from './confine.js';
import { isCostlyPicture } from './costly-picture.js';
import { framedDiagnostics } from './framed-files.js';
import { outerAddresses } from './outer-addresses.js';
import type { Tools } from './tools.js';

/** What slides show and link to, under the names that the files have. */
export interface LocatedAssets {
  readonly assets: readonly LocalAsset[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Looks the files of an edition up. A name with accents is the same however they are encoded (macOS takes letters and accents apart). A
 * name that differs in capitals alone is found on some machines only: the file is shown, and a diagnostic says so. An address from the
 * root of a site, `/img/x.png`, means the deck's folder, else one of the folders above it up to where the command runs.
 */
export async function locateAssets(
  assets: readonly LocalAsset[],
  deck: Deck,
  audience: Audience,
  tools: Tools,
): Promise<LocatedAssets> {
  const names = namesIn(tools.effects);
  const located: LocalAsset[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const asset of assets) {
    if ((await whyUnread(asset.file, tools.effects)) !== undefined) {
      located.push(asset);
      diagnostics.push(...(await unreadAsset(asset, asset.file, tools)));
      continue;
    }
    const { file, asked = '' } = (await locate(asset, deck, names, tools)) ?? {};
    located.push(file === undefined ? asset : { ...asset, file });
    if (file === undefined) diagnostics.push(missing(asset, tools));
    else {
      if (file.normalize() !== asked.normalize()) diagnostics.push(otherCase(asset, file));
      if (file !== asset.file) diagnostics.push(...(await unreadAsset(asset, file, tools)));
      if (isCostlyPicture(file, tools.effects.files)) diagnostics.push(costly(asset, file, tools));
      if (/\.svg$/i.test(file) && asset.linked !== true)
        diagnostics.push(
          ...(await outerParts({ ...asset, file }, tools)),
          ...(await hiddenParts({ ...asset, file }, tools)),
        );
      diagnostics.push(...(await framedDiagnostics({ ...asset, file }, audience, tools.effects)));
    }
  }
  return { assets: located, diagnostics };
}

async function unreadAsset({ place }: LocalAsset, file: string, { effects }: Tools): Promise<readonly Diagnostic[]> {
  const unread = await whyUnread(file, effects);
  return unread === undefined ? [] : [unreadFile(shownPath(file, effects), unread, place)];
}

function costly({ place }: LocalAsset, file: string, { effects }: Tools): Diagnostic {
  const message = `The <use>s of ${shownPath(file, effects)} draw more than ${mostDrawn.toLocaleString('en')} elements; the picture is left out.`;
  const cure = 'Draw what repeats with fewer steps, or as one path.';
  return { rule: 'image-costly', severity: 'error', message, place, cure };
}

/** The file's path on the disk, and as it was asked for; undefined where there is none. */
async function locate(
  { file, isFromRoot }: LocalAsset,
  { folder }: Deck,
  names: Names,
  { effects, refused }: Tools,
): Promise<{ readonly file: string; readonly asked: string } | undefined> {
  const roots = isFromRoot === true && refused === undefined ? foldersAbove(folder, effects.cwd) : [];
  const places = [file, ...roots.map((root) => join(root, relative(folder, file)))];
  for (const asked of places)
    if ((await effects.files.kind(asked)) === 'file') return { file: await nameOnDisk(asked, names), asked };
  for (const asked of places) {
    const found = await nameOnDisk(asked, names);
    if (found !== asked && (await effects.files.kind(found)) === 'file') return { file: found, asked };
  }
  return undefined;
}

/** From the folder above the deck's up to where the command runs; that alone, where the deck is elsewhere. */
function foldersAbove(folder: string, cwd: string): readonly string[] {
  const way = relative(cwd, folder);
  if (way === '') return [];
  if (!isWithin(cwd, folder)) return [cwd];
  const above: string[] = [];
  for (let at = dirname(folder); at.length >= cwd.length; at = dirname(at)) {
    above.push(at);
    if (at === cwd) break;
  }
  return above;
}

function otherCase({ file: asked, linked, place }: LocalAsset, file: string): Diagnostic {
  const message = `The file is called "${basename(file)}" and is named as "${basename(asked)}"; where capitals count it is not found.`;
  const rule = linked ? 'link-broken' : 'image-missing';
  return { rule, severity: 'warning', message, place, cure: 'Write the name as the file has it.' };
}

function missing(asset: LocalAsset, { effects, refused }: Tools): Diagnostic {
  if (refused?.has(asset.file) === true) return outside(asset.file, asset.place, effects);
  const message = `There is no file ${shownPath(asset.file, effects)}.`;
  const cure = "Correct the path, which is relative to the deck's folder, or put the file there.";
  const rule = asset.linked ? 'link-broken' : 'image-missing';
  return { rule, severity: 'error', message, place: asset.place, cure };
}

/** A drawing that is shown as a picture loads nothing, in no browser. */
async function outerParts({ file, place }: LocalAsset, { effects }: Tools): Promise<readonly Diagnostic[]> {
  const bytes = await effects.files.read(file);
  const outer = bytes === undefined ? [] : outerAddresses(new TextDecoder().decode(bytes));
  return outer.map((url) => ({
    rule: 'image-missing',
    severity: 'warning',
    message: `${shownPath(file, effects)} uses "${url}" from another file, which no browser loads for a picture: that part is not shown.`,
    place,
    cure: 'Save the drawing with everything in it, or as PNG.',
  }));
}

/** A layer that is switched off is in the file all the same, and a solution may stand in it. */
async function hiddenParts({ file, place }: LocalAsset, { effects }: Tools): Promise<readonly Diagnostic[]> {
  const markup = new TextDecoder().decode(await effects.files.read(file));
  const words = /display|visibility|opacity/i.test(markup) ? hiddenWords(parse(markup)) : undefined;
  if (words === undefined) return [];
  const shown = words.length > 60 ? `${words.slice(0, 60)}…` : words;
  const message = `${shownPath(file, effects)} has words that it hides: "${shown}". Who opens the file, or what is made of the deck, can read them.`;
  const cure =
    'Remove what is hidden from the file, or give it class="teacher" there: then it is in no student’s file.';
  return [{ rule: 'drawing-hides', severity: 'warning', message, place, cure }];
}
