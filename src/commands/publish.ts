import { join, resolve } from 'node:path';
import { count } from '../count.js';
import { DeckError } from '../error.js';
import type { FormatName } from '../export/formats.js';
import type { Steps } from '../export/print-view.js';
import { type Diagnostic, formatDiagnostic, hasErrors } from '../model/diagnostic.js';
import type { PaperSetup } from '../model.js';
import type { DeckLocation } from '../read/deck.js';
import type { Effects } from '../system/effects.js';
import { readCosts, writeCosts } from './costs.js';
import { withDeckTrouble } from './deck-trouble.js';
import { eachDeck } from './each-deck.js';
import { keptOutputs } from './kept-outputs.js';
import type { Cut } from './lengths.js';
import { reportDiagnostics } from './report.js';
import { isDivided, type Shard, shardOf } from './shard.js';
import { removeGoneDecks } from './site-folder.js';
import { writeSiteIndex } from './site-index.js';
import type { PictureOptions } from './slide-pictures.js';
import { findDecks } from './targets.js';
import { type CommandOptions, type Tools, withTools } from './tools.js';

export interface PublishOptions extends Omit<CommandOptions, 'cut'> {
  readonly cut?: Cut;
  /** The folder outputs go to, relative to where the command runs. */
  readonly out: string;
  /** Writes decks that have errors too, each slide marked as a draft. */
  readonly draft?: boolean;
  readonly steps: Steps;
  readonly paper: PaperSetup;
  /** How slides become pictures; all, at the size of the stage, when not given. */
  readonly pictures?: PictureOptions;
  /** The folder with what a speaker drew, relative to where the command runs. */
  readonly ink?: string;
  /** The part of the decks to make here. */
  readonly shard?: Shard;
  /** A file that records what decks cost last time, by which they are divided. */
  readonly costs?: string;
}

/**
 * Makes outputs of decks: all of a deck's, or none when it has errors. The other decks are made all the same. Outputs that would be the
 * same are not made again; that is said. True when no deck has an error.
 */
export async function publish(
  names: readonly string[],
  wanted: readonly FormatName[],
  options: PublishOptions,
  effects: Effects,
): Promise<boolean> {
  const decks = await findDecks(names, effects);
  refuseOverwriting(decks, options.cut);
  await refuseOut(options.out, effects);
  const known = await readCosts(options.costs, effects);
  const own = await shardOf(decks, options.shard, effects, known);
  return withTools(options, effects, async (tools) => {
    const costs = new Map<string, number>();
    const outcomes = await eachDeck(own, tools, async (location, ofDeck) => {
      const start = effects.elapsed();
      const outcome = await makeOrLeave(location, wanted, options, ofDeck);
      const before = known.get(location.name);
      if (outcome !== 'unchanged') costs.set(location.name, (effects.elapsed() - start) / 1000);
      else if (before !== undefined) costs.set(location.name, before);
      return outcome;
    });
    if (isDivided(options.shard, effects)) await writeCosts(options.out, costs, effects);
    if (options.quiet !== true && own.length > 1) effects.report(summary(own, outcomes));
    const isClean = !outcomes.includes('faulty');
    const written = own.filter((_, index) => outcomes[index] !== 'faulty');
    if (!wanted.includes('site')) {
      sayWhatToOpen(written, wanted, options, effects);
      return isClean;
    }
    const site = resolve(effects.cwd, options.out, 'site');
    if (names.length === 0) {
      const gone = await removeGoneDecks(decks, { site, slides: join(effects.cwd, 'slides') }, effects.files);
      for (const name of gone)
        effects.report(`${name}: removed from ${options.out}/site, since slides/${name} is gone`);
    }
    await writeSiteIndex(site, tools);
    sayWhatToOpen(written, wanted, options, effects);
    return isClean;
  });
}

/** What became of a deck: `faulty` has an error, and was not written unless as a draft. */
type Outcome = 'made' | 'unchanged' | 'faulty';

/** "300 decks: 12 made, 287 unchanged, 1 with errors (harbour)." */
function summary(decks: readonly DeckLocation[], outcomes: readonly Outcome[]): string {
  const faulty = decks.filter((_, index) => outcomes[index] === 'faulty').map(({ name }) => name);
  const counted = (outcome: Outcome): number => outcomes.filter((one) => one === outcome).length;
  const withErrors = faulty.length === 0 ? '' : `, ${faulty.length} with errors (${faulty.join(', ')})`;
  return `${count(decks.length, 'deck')}: ${counted('made')} made, ${counted('unchanged')} unchanged${withErrors}`;
}

/** The last line: what a person opens next. Of many decks, or of other lengths, it is the folder. */
function sayWhatToOpen(
  written: readonly DeckLocation[],
  wanted: readonly FormatName[],
  { out, quiet, cut }: PublishOptions,
  effects: Effects,
): void {
  if (quiet === true || written.length === 0) return;
  const presented = written.map(({ name }) => `${out}/export/${name}/${name}.html`);
  const isShort = wanted.includes('html') && cut === undefined && presented.length <= 3;
  const places = wanted.includes('site') ? [`${out}/site/index.html`] : isShort ? presented : [`${out}/export`];
  effects.report(`Open ${places.join(', ')}`);
}

async function makeOrLeave(
  location: DeckLocation,
  wanted: readonly FormatName[],
  options: PublishOptions,
  tools: Tools,
): Promise<Outcome> {
  const { effects } = tools;
  // Which part of the decks is made here, and what is said of it, changes no output.
  const { quiet, force: _, shard: __, costs: ___, ...depends } = options;
  let isUnchanged = false;
  const kept = keptOutputs(location, depends, wanted, tools);
  const outcome = await withDeckTrouble(location, effects, async () => {
    const known = await kept.unchanged();
    if (known !== undefined) {
      isUnchanged = true;
      reportDiagnostics(known, known.diagnostics, effects.report);
      const left = `${location.name}: unchanged, ${count(known.written.length, 'file')} in ${options.out}`;
      if (quiet !== true) for (const line of [...known.remarks, left]) effects.report(line);
      return known.diagnostics;
    }
    const { publishDeck } = await import('./publish-deck.js');
    return publishDeck(location, wanted, options, tools, kept);
  });
  if ('trouble' in outcome) sayNotWritten(location, outcome.trouble, effects);
  if ('trouble' in outcome || hasErrors(outcome.done)) return 'faulty';
  return isUnchanged ? 'unchanged' : 'made';
}

/** Throws a DeckError `usage` where a length of one deck and another deck would be written to the same folder. */
function refuseOverwriting(decks: readonly DeckLocation[], cut: Cut | undefined): void {
  if (cut === undefined) return;
  for (const { name } of decks) {
    const other = decks.find((deck) => {
      const length = deck.name.startsWith(`${name}-`) ? deck.name.slice(name.length + 1) : '';
      return cut === 'all' ? /^\d+(\.\d+)?$/.test(length) : length === String(cut);
    });
    if (other === undefined) continue;
    const message = `A length of ${name} and the deck ${other.name} would write the same files. Make them one after the other with different --out.`;
    throw new DeckError('usage', message);
  }
}

/** A DeckError `usage` where outputs are to go into what is no folder: a file, or a device. */
async function refuseOut(out: string, { cwd, files }: Effects): Promise<void> {
  const kind = await files.kind(resolve(cwd, out));
  if (kind === undefined || kind === 'folder') return;
  const what = kind === 'file' ? 'a file' : 'a pipe, a socket or a device';
  throw new DeckError('usage', `--out ${out} is ${what}, expected a folder. Name one; it is made where there is none.`);
}

function sayNotWritten({ name }: DeckLocation, trouble: Diagnostic, { report }: Effects): void {
  report(formatDiagnostic(trouble));
  report(`${trouble.place.path}:1:1 ${name} was not written.`);
}
