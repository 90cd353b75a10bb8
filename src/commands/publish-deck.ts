import { createHash } from 'node:crypto';
import { dirname, join, resolve } from 'node:path';
import { count } from '../count.js';
import { questionsOf } from '../evidence/questions.js';
import { type Format, type FormatName, formats } from '../export/formats.js';
import { type Diagnostic, hasErrors } from '../model/diagnostic.js';
import type { Artifact, AssetFile, InkPicture } from '../model.js';
import { nearest } from '../nearest.js';
import type { DeckLocation } from '../read/deck.js';
import { readInk } from '../read/ink-pictures.js';
import { steadyFiles } from '../read/steady-files.js';
import { shownPath } from '../read/text-file.js';
import { tracedFiles } from '../read/traced-files.js';
import type { Effects, Files } from '../system/effects.js';
import { type CompiledDeck, compileDeck, compileText, drawDeck } from './compile.js';
import { toolsFor } from './confine.js';
import { judgeOthers } from './judged-editions.js';
import { judgeOnce } from './kept-judgement.js';
import type { KeptOutputs } from './kept-outputs.js';
import { lengthsOf, unlistedLength } from './lengths.js';
import { audiencesFor, makeLengths, notAmong } from './make-lengths.js';
import type { PublishOptions } from './publish.js';
import { reportDiagnostics } from './report.js';
import { siteAddresses } from './site-addresses.js';
import { ownSites, siteEntry } from './site-folder.js';
import { standingPictures } from './standing-pictures.js';
import type { Tools } from './tools.js';

/** What was found. All files of the deck are of one state: what changes meanwhile is an error. */
export async function publishDeck(
  location: DeckLocation,
  wanted: readonly FormatName[],
  options: PublishOptions,
  shared: Tools,
  kept: KeptOutputs,
): Promise<readonly Diagnostic[]> {
  const { effects } = shared;
  const needsBrowser = ({ prints, needs }: Format): boolean => prints !== undefined || needs === 'pictures';
  if (wanted.some((name) => needsBrowser(formats[name]))) shared.browser.prepare();
  const traced = tracedFiles(effects.files);
  const files = steadyFiles(traced);
  const tools = toolsFor(location, { ...shared, effects: { ...effects, files } });
  const out = resolve(effects.cwd, options.out);
  const ink = options.ink === undefined ? [] : await readInk(options.ink, { ...effects, files });
  const standing = wanted.includes('site')
    ? await ownSites(join(out, 'site'), location.name, effects.files)
    : new Map();
  const drawn = await compileFor(wanted, location, tools);
  const { deck } = drawn;
  const others = await judgeOthers(drawn, { cut: options.cut, made: audiencesFor(wanted) }, (edition) =>
    judgeOnce(drawn, edition, tools, traced),
  );
  const compiled = { ...drawn, diagnostics: [...drawn.diagnostics, ...others] };
  const made = await makeLengths(compiled, wanted, { ...options, drawn: ink, draft: false }, tools);
  const lengths = lengthsOf(deck, options.cut);
  const places = { file: location.file, site: join(out, 'site') };
  const addresses = await siteAddresses(deck, wanted.includes('site') ? lengths : [], places, effects.files);
  const first = [
    ...compiled.diagnostics,
    ...addresses.diagnostics,
    ...unlistedLength(deck, options.cut),
    ...strayInk(deck, ink),
    ...made.diagnostics,
  ];
  const isDraft = hasErrors(first) && options.draft === true;
  const {
    artifacts,
    remarks,
    diagnostics: late,
  } = isDraft
    ? await makeLengths(compiled, wanted, { ...options, drawn: ink, draft: true }, tools)
    : { ...made, diagnostics: [] };
  const found = [...first, ...notAmong(first, late)];
  const changed = (await files.changed()).map((change) => changedMeanwhile(change, effects));
  const diagnostics = [...found, ...changed];
  reportDiagnostics(deck, diagnostics, effects.report);
  if (changed.length > 0 || (hasErrors(found) && !isDraft)) {
    const why = changed.length > 0 ? 'run the command again.' : 'it has errors. --draft writes it all the same.';
    effects.report(`${deck.path}:1:1 ${deck.name} was not written: ${why}`);
    return diagnostics;
  }
  if (options.quiet !== true) for (const remark of remarks) effects.report(remark);
  effects.signal.throwIfAborted();
  const entries = [...addresses.known].map(([cut, ids]) => siteEntry(deck, cut, places, artifacts, ids));
  const pictures = await standingPictures(deck, { wanted, lengths, out }, effects.files);
  const before = [...pictures, ...entries.flatMap(({ path }) => standing.get(dirname(join(out, path))) ?? [])];
  const all = [...artifacts, ...entries];
  await tools.progress.stage(
    `${deck.name}: write`,
    () => writeArtifacts(all, { out, before }, effects),
    () => `${count(artifacts.length, 'file')} in ${options.out}`,
  );
  const written = all.map((one): [string, string] => {
    const file = join(out, one.path);
    return [file, 'pieces' in one ? (effects.files.hashNow(file) ?? '') : hashOf(one, files)];
  });
  if (!isDraft) await kept.keep({ path: deck.path, diagnostics, remarks, written }, traced.sights());
  return diagnostics;
}

/** Drawings of slides that the deck has not: their ids have changed since, or they are another deck's. */
function strayInk({ slides }: CompiledDeck['deck'], drawn: readonly InkPicture[]): readonly Diagnostic[] {
  const ids = slides.map(({ id }) => id);
  return drawn
    .filter(({ slide }) => !ids.includes(slide))
    .map(({ slide, path }) => {
      const near = nearest(slide, ids);
      return {
        rule: 'file-unread',
        severity: 'warning',
        message: `${path} was drawn on the slide "${slide}", which this deck has not; it is laid over none.`,
        place: { path, line: 1 },
        cure:
          near === undefined
            ? 'Leave it out.'
            : `Call it ${near}.svg if it is that slide, and take \`data-slide\` out of it.`,
      };
    });
}

function changedMeanwhile(
  { file, isGone }: { readonly file: string; readonly isGone: boolean },
  effects: Effects,
): Diagnostic {
  const message = `The file was ${isGone ? 'removed' : 'changed'} while the deck was made from it.`;
  const place = { path: shownPath(file, effects), line: 1 };
  const cure = isGone ? 'Put it back, or remove what names it.' : 'Run the command again.';
  return { rule: 'changed-meanwhile', severity: 'error', message, place, cure };
}

/** A deck with the drawings that its formats show; what needs no browser is always drawn. */
async function compileFor(wanted: readonly FormatName[], location: DeckLocation, tools: Tools): Promise<CompiledDeck> {
  const needs = wanted.map((name): Format => formats[name]).map((format) => format.needs);
  if (!needs.every((one) => one === 'text' || one === 'questions')) return compileDeck(location, tools);
  const text = await compileText(location, tools);
  if (!needs.includes('questions')) return drawDeck(text, { ...tools, browser: undefined });
  return drawDeck(text, { ...tools, isNeeded: (slide) => questionsOf(slide).length > 0 });
}

function hashOf(artifact: AssetFile, { hashNow }: Files): string {
  if ('copyOf' in artifact) return hashNow(artifact.copyOf) ?? '';
  return createHash('sha256').update(artifact.bytes).digest('hex');
}

/** Writes all of a deck's files or none, then removes what earlier runs wrote (`before`) and this one did not. */
async function writeArtifacts(
  artifacts: readonly Artifact[],
  { out, before }: { readonly out: string; readonly before: readonly string[] },
  { files }: Effects,
): Promise<void> {
  const written = artifacts.map(({ path, ...content }) => ({ file: join(out, path), ...content }));
  await files.replace(written);
  const current = new Set(written.map(({ file }) => file));
  for (const file of before) if (!current.has(file)) await files.remove(file);
}
