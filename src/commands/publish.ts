import { join, resolve } from 'node:path';
import { type Diagnostic, hasErrors } from '../diagnostic.js';
import type { Effects } from '../effects.js';
import { type Format, type FormatName, formats, type PrintedPaper } from '../export/formats.js';
import type { Steps } from '../export/print-view.js';
import { type Artifact, type Audience, type Deck, type PaperName, type PaperSetup, paperNames } from '../model.js';
import { count } from '../progress.js';
import type { DeckLocation } from '../read/deck.js';
import { type CompiledDeck, compileDeck } from './compile.js';
import { toolsFor } from './confine.js';
import { type ComposedEdition, composeEdition, judgeLayout, type PrintedEdition, printEdition } from './edition.js';
import { inTurns } from './in-turns.js';
import { paperJobs } from './papers.js';
import { reportDiagnostics } from './report.js';
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
    const published: Deck[] = [];
    let clean = true;
    for (const location of decks) {
      effects.signal.throwIfAborted();
      const { deck, written, diagnostics } = await publishDeck(location, wanted, options, toolsFor(location, tools));
      if (written) published.push(deck);
      clean &&= !hasErrors(diagnostics);
    }
    if (wanted.includes('site'))
      await writeSiteIndex(published, options.cut, resolve(effects.cwd, options.out, 'site'), tools);
    return clean;
  });
}

interface Published {
  readonly deck: Deck;
  readonly written: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

async function publishDeck(
  location: DeckLocation,
  wanted: readonly FormatName[],
  options: PublishOptions,
  tools: Tools,
): Promise<Published> {
  const compiled = await compileDeck(location, tools);
  const { deck } = compiled;
  const made = await makeAll(compiled, wanted, { ...options, draft: false }, tools);
  const diagnostics = [...compiled.diagnostics, ...made.diagnostics];
  reportDiagnostics(deck, diagnostics, tools.effects.report);
  const broken = hasErrors(diagnostics);
  if (broken && options.draft !== true) {
    tools.effects.report(
      `${deck.path}:1:1 ${deck.name} was not written: it has errors. --draft writes it all the same.`,
    );
    return { deck, written: false, diagnostics };
  }
  const { artifacts } = broken ? await makeAll(compiled, wanted, { ...options, draft: true }, tools) : made;
  tools.effects.signal.throwIfAborted();
  const out = resolve(tools.effects.cwd, options.out);
  await tools.progress.stage(
    `${deck.name}: write`,
    () => writeArtifacts(artifacts, deck, out, tools),
    () => `${count(artifacts.length, 'file')} in ${options.out}`,
  );
  return { deck, written: true, diagnostics };
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

/** Writes all of a deck's files or none, then removes the site's assets that no page names any more. */
async function writeArtifacts(
  artifacts: readonly Artifact[],
  { name }: Deck,
  out: string,
  { effects }: Tools,
): Promise<void> {
  await effects.files.replace(artifacts.map(({ path, bytes }) => ({ file: join(out, path), bytes })));
  if (!artifacts.some(({ path }) => path.startsWith(`site/${name}/`))) return;
  const current = new Set(artifacts.map(({ path }) => path));
  for (const asset of await effects.files.list(join(out, 'site', name, 'assets'))) {
    const path = `site/${name}/assets/${asset}`;
    if (!current.has(path)) await effects.files.remove(join(out, path));
  }
}
