import { resolve } from 'node:path';
import { z } from 'zod';
import { count } from '../count.js';
import { DeckError } from '../error.js';
import type { Deck, Slide, Source } from '../model.js';
import { parseDeck } from '../parse/deck.js';
import { changedText, type LineChange, planMinutes } from '../parse/plan-minutes.js';
import { readDeck } from '../read/deck.js';
import type { Effects } from '../system/effects.js';
import { findDecks } from './targets.js';

/** What the speaker view saves. */
const rehearsalSchema = z.object({
  pilcrow: z.literal('rehearsal'),
  slides: z.array(z.object({ id: z.string(), ms: z.number().nonnegative() })),
});

/** Minutes are planned in halves: no talk keeps time more exactly. */
const unit = 0.5;

interface ChangedFile {
  readonly path: string;
  readonly file: string;
  readonly changes: readonly LineChange[];
  readonly text: string;
}

/**
 * `pilcrow rehearse`: prints how the minutes of a deck's slides would change to what they took on average, and writes that with `write`, or
 * when somebody at the terminal says yes.
 */
export async function rehearse(
  name: string,
  files: readonly string[],
  { write = false }: { readonly write?: boolean },
  effects: Effects,
): Promise<void> {
  const [location] = await findDecks([name], effects);
  if (location === undefined) return;
  const times = await averages(files, effects);
  const source = await readDeck(location, effects);
  const deck = parseDeck(source);
  const strangers = [...times.keys()].filter((id) => !deck.slides.some((slide) => slide.id === id));
  for (const id of strangers)
    effects.report(`The rehearsal has the slide "${id}", which ${deck.path} does not have; it is left out.`);
  if (strangers.length === times.size)
    throw new DeckError('usage', `No slide of the rehearsal is one of ${deck.path}. Name the rehearsal of this deck.`);
  const changed = changesOf(deck, source, times);
  if (changed.length === 0) {
    effects.print(`${deck.path}: the minutes are as the slides took them.`);
    return;
  }
  for (const { path, changes } of changed) effects.print(diffOf(path, changes));
  const slides = count(
    changed.reduce((sum, { changes }) => sum + changes.length, 0),
    'slide',
  );
  if (!write && !(await isWanted(effects))) {
    effects.report(`Nothing was written. With --write these ${slides} change.`);
    return;
  }
  refuseMisread(deck, parseDeck(withTexts(source, changed)), times);
  await effects.files.replace(changed.map(({ file, text }) => ({ file, bytes: text })));
  effects.report(`The minutes of ${slides} were written.`);
}

async function isWanted({ ask }: Effects): Promise<boolean> {
  return ask !== undefined && /^y(es)?$/i.test((await ask('Write this? (y/n) ')).trim());
}

/** ms of each slide, on average over the rehearsals it was shown in. */
async function averages(files: readonly string[], effects: Effects): Promise<ReadonlyMap<string, number>> {
  const times = new Map<string, number[]>();
  for (const file of files) {
    const bytes = await effects.files.read(resolve(effects.cwd, file));
    if (bytes === undefined)
      throw new DeckError('usage', `${file} is not there. Name a file that the speaker view saved after a rehearsal.`);
    for (const { id, ms } of readRehearsal(new TextDecoder().decode(bytes), file).slides)
      times.set(id, [...(times.get(id) ?? []), ms]);
  }
  return new Map([...times].map(([id, all]) => [id, all.reduce((sum, one) => sum + one, 0) / all.length]));
}

function readRehearsal(text: string, file: string): z.infer<typeof rehearsalSchema> {
  const refused = `${file} is no rehearsal. Name a file that the speaker view saved after one.`;
  try {
    const read = rehearsalSchema.safeParse(JSON.parse(text));
    if (read.success) return read.data;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new DeckError('usage', refused);
}

function changesOf(deck: Deck, source: Source, times: ReadonlyMap<string, number>): readonly ChangedFile[] {
  const texts = [source.entry, ...source.includes.values()];
  return texts.flatMap(({ path, file, text }) => {
    const lines = text.split('\n');
    const own = deck.slides.filter(({ place }) => place.path === path);
    const changes = own.flatMap((slide) => {
      const ms = times.get(slide.id);
      return ms === undefined ? [] : (planMinutes(slide, minutesOf(ms), lines) ?? []);
    });
    return changes.length === 0 ? [] : [{ path, file, changes, text: changedText(lines, changes) }];
  });
}

function minutesOf(ms: number): number {
  return Math.max(unit, Math.round(ms / 60_000 / unit) * unit);
}

function withTexts(source: Source, changed: readonly ChangedFile[]): Source {
  const texts = new Map(changed.map(({ path, text }) => [path, text]));
  const anew = <T extends Source['entry']>(file: T): T => ({ ...file, text: texts.get(file.path) ?? file.text });
  return {
    ...source,
    entry: anew(source.entry),
    includes: new Map([...source.includes].map(([key, file]) => [key, anew(file)])),
  };
}

/** A line may be read otherwise than it is written; then nothing is written at all. */
function refuseMisread(before: Deck, after: Deck, times: ReadonlyMap<string, number>): void {
  const wrong = before.slides.find((slide, index) => {
    const now: Slide | undefined = after.slides[index];
    const ms = times.get(slide.id);
    return now?.id !== slide.id || now.minutes !== (ms === undefined ? slide.minutes : minutesOf(ms));
  });
  if (wrong === undefined) return;
  const { path, line } = wrong.place;
  throw new DeckError(
    'usage',
    `The minutes of the slide at ${path}:${line} cannot be written by themselves. Type {minutes=…} behind its heading, and run the command again.`,
  );
}

/** As `diff -u` shows lines, each change by itself. */
function diffOf(path: string, changes: readonly LineChange[]): string {
  const hunks = [...changes]
    .sort((a, b) => a.line - b.line)
    .map(({ line, before, after }) =>
      [`@@ line ${line} @@`, ...(before === '' ? [] : [`-${before}`]), `+${after}`].join('\n'),
    );
  return [`--- ${path}`, `+++ ${path}`, ...hunks].join('\n');
}
