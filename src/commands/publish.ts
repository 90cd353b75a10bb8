import { join, resolve } from 'node:path';
import { type Diagnostic, formatDiagnostic, hasErrors } from '../diagnostic.js';
import type { Effects } from '../effects.js';
import { type Format, type FormatName, formats, type PrintedPaper } from '../export/formats.js';
import type { Steps } from '../export/print-view.js';
import { type Artifact, type Audience, type PaperName, type PaperSetup, paperNames } from '../model.js';
import { count } from '../progress.js';
import type { DeckLocation } from '../read/deck.js';
import { steadyFiles } from '../read/steady-files.js';
import { shownPath } from '../read/text-file.js';
import { type CompiledDeck, compileDeck } from './compile.js';
import { toolsFor } from './confine.js';
import { type ComposedEdition, composeEdition, judgeLayout, type PrintedEdition, printEdition } from './edition.js';
import { inTurns } from './in-turns.js';
import { paperJobs } from './papers.js';
import { reportDiagnostics } from './report.js';
import { ownFiles, removeGoneDecks, siteEntry } from './site-folder.js';
import { writeSiteIndex } from './site-index.js';
import { findDecks } from './targets.js';
import { type CommandOptions, type Tools, withTools } from './tools.js';

export interface PublishOptions extends CommandOptions {
  /** The folder outputs go to, relative to where the command runs. */
  readonly out: string;
  /** Writes decks that have errors too, each slide marked as a draft. */
  readonly draft?: boolean;
  readonly steps: Steps;
  readonly paper: PaperSetup;
}

/**
 * Makes outputs of decks: all of a deck's, or none when it has errors. The other decks are made all the same.
 * True when no deck has an error.
 */
export async function publish(
  names: readonly string[],
  wanted: readonly FormatName[],
  options: PublishOptions,
  effects: Effects,
): Promise<boolean> {
  const decks = await findDecks(names, effects);
  return withTools(options, effects, async (tools) => {
    let clean = true;
    const prints = wanted.map((name): Format => formats[name]).some((format) => format.prints !== undefined);
    if (prints && decks.length > 0) tools.browser.prepare();
    for (const location of decks) {
      effects.signal.throwIfAborted();
      const found = await publishDeck(location, wanted, options, tools);
      clean &&= !hasErrors(found);
    }
    if (!wanted.includes('site')) return clean;
    const site = resolve(effects.cwd, options.out, 'site');
    if (names.length === 0) {
      const gone = await removeGoneDecks(decks, { site, slides: join(effects.cwd, 'slides') }, effects.files);
      for (const name of gone)
        effects.report(`${name}: removed from ${options.out}/site, since slides/${name} is gone`);
    }
    await writeSiteIndex(site, tools);
    return clean;
  });
}

/** What was found. All files of the deck are of one state: what changes meanwhile is an error. */
async function publishDeck(
  location: DeckLocation,
  wanted: readonly FormatName[],
  options: PublishOptions,
  shared: Tools,
): Promise<readonly Diagnostic[]> {
  const { effects } = shared;
  const files = steadyFiles(effects.files);
  const tools = toolsFor(location, { ...shared, effects: { ...effects, files } });
  const out = resolve(effects.cwd, options.out);
  const folder = join(out, 'site', location.name);
  const before = wanted.includes('site') ? await ownFiles(folder, effects.files) : [];
  const compiled = await compileDeck(location, tools);
  const { deck } = compiled;
  const made = await makeAll(compiled, wanted, { ...options, draft: false }, tools);
  const first = [...compiled.diagnostics, ...made.diagnostics];
  const isDraft = hasErrors(first) && options.draft === true;
  const { artifacts, diagnostics: late } = isDraft
    ? await makeAll(compiled, wanted, { ...options, draft: true }, tools)
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
  effects.signal.throwIfAborted();
  const entry = wanted.includes('site') ? [siteEntry(deck, options.cut, location.file, artifacts)] : [];
  await tools.progress.stage(
    `${deck.name}: write`,
    () => writeArtifacts([...artifacts, ...entry], { out, folder, before }, effects),
    () => `${count(artifacts.length, 'file')} in ${options.out}`,
  );
  return diagnostics;
}

/** What only the making of a draft tells: a deck with errors is not printed before. */
function notAmong(known: readonly Diagnostic[], others: readonly Diagnostic[]): readonly Diagnostic[] {
  const said = new Set(known.map(formatDiagnostic));
  return others.filter((one) => !said.has(formatDiagnostic(one)));
}

function changedMeanwhile(
  { file, isGone }: { readonly file: string; readonly isGone: boolean },
  effects: Effects,
): Diagnostic {
  const message = `The file was ${isGone ? 'removed' : 'changed'} while the deck was made from it.`;
  const place = { path: shownPath(file, effects), line: 1 };
  const cure = isGone ? 'Put it back, or take out what names it.' : 'Run the command again.';
  return { rule: 'changed-meanwhile', severity: 'error', message, place, cure };
}

/**
 * Every wanted output of a deck, one edition an audience. Nothing is printed of a deck that has errors, unless it is a draft; slides and
 * papers are printed side by side.
 */
async function makeAll(
  compiled: CompiledDeck,
  wanted: readonly FormatName[],
  { cut, draft = false, steps, paper }: Pick<PublishOptions, 'cut' | 'draft' | 'steps' | 'paper'>,
  tools: Tools,
): Promise<{ readonly artifacts: readonly Artifact[]; readonly diagnostics: readonly Diagnostic[] }> {
  const chosen = (audience: Audience): readonly Format[] =>
    wanted.map((name): Format => formats[name]).filter(({ audiences }) => audiences.includes(audience));
  const papersOf = (audience: Audience): readonly PaperName[] =>
    paperNames.filter((name) => chosen(audience).some(({ prints }) => prints === name));
  const audiences = (['student', 'teacher'] satisfies Audience[]).filter((audience) => chosen(audience).length > 0);
  const editions: ComposedEdition[] = [];
  for (const audience of audiences) {
    const edition = { audience, draft, ...(cut === undefined ? {} : { cut }) };
    editions.push(await composeEdition(compiled, edition, tools, papersOf(audience)));
  }
  const composed = editions.flatMap(({ diagnostics }) => diagnostics);
  const mayPrint = draft || !hasErrors([...compiled.diagnostics, ...composed]);
  const work = editions.map((edition) => {
    const { audience } = edition.rendered.edition;
    const printsSlides = chosen(audience).some(({ prints }) => prints === 'slides');
    const slides = async (): Promise<PrintedEdition> =>
      mayPrint && printsSlides
        ? printEdition(edition, { steps, always: draft }, tools)
        : { diagnostics: await judgeLayout(edition, tools) };
    return { edition, slides, papers: mayPrint ? paperJobs(edition, papersOf(audience), paper, tools) : [] };
  });
  const laidOut = new Map<ComposedEdition, PrintedEdition>();
  const printed = new Map<ComposedEdition, PrintedPaper[]>(editions.map((edition) => [edition, []]));
  const jobs = work.flatMap(({ edition, slides, papers }) => [
    async () => void laidOut.set(edition, await slides()),
    ...papers.map((print) => async () => void printed.get(edition)?.push(await print())),
  ]);
  await inTurns(jobs, pagesAtOnce);
  const diagnostics = [...composed, ...[...laidOut.values()].flatMap((one) => one.diagnostics)];
  const artifacts = editions.flatMap((edition) => {
    const input = {
      ...edition,
      ...laidOut.get(edition),
      papers: printed.get(edition) ?? [],
      files: tools.effects.files,
    };
    return chosen(edition.rendered.edition.audience).flatMap((format) => format.make(input));
  });
  return { artifacts, diagnostics };
}

/** Pages of the browser that print side by side: more would only take memory. */
const pagesAtOnce = 3;

/** Writes all of a deck's files or none, then removes what earlier builds wrote into its folder and no page names any more. */
async function writeArtifacts(
  artifacts: readonly Artifact[],
  { out, folder, before }: { readonly out: string; readonly folder: string; readonly before: readonly string[] },
  { files }: Effects,
): Promise<void> {
  const written = artifacts.map(({ path, bytes }) => ({ file: join(out, path), bytes }));
  await files.replace(written);
  const current = new Set(written.map(({ file }) => file));
  for (const path of before) if (!current.has(join(folder, path))) await files.remove(join(folder, path));
}
