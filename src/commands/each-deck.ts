import type { DeckLocation } from '../read/deck.js';
import { decksAtOnce } from '../system/decks-at-once.js';
import { inTurns } from './in-turns.js';
import type { Tools } from './tools.js';

/**
 * Works on decks side by side, as many as the machine has cores and memory for, and returns what came of them in their order. Messages
 * come in that order too: those of the first deck that is not done come at once, those of the others when the decks before them are done.
 * After an error that ends the command no further deck is begun.
 */
export async function eachDeck<T>(
  decks: readonly DeckLocation[],
  tools: Tools,
  work: (location: DeckLocation, tools: Tools) => Promise<T>,
): Promise<readonly T[]> {
  const { effects, progress } = tools;
  const held = decks.map((): (() => void)[] => []);
  const isDone = decks.map(() => false);
  let first = 0;
  let failure: { readonly error: unknown } | undefined;
  const say = (): void => {
    for (; first < decks.length; first++) {
      for (const line of held[first]?.splice(0) ?? []) line();
      if (isDone[first] !== true) return;
    }
  };
  const jobs = decks.map((location, index) => async (): Promise<T> => {
    const inOrder =
      (print: (line: string) => void) =>
      (line: string): void => {
        held[index]?.push(() => print(line));
        say();
      };
    const own = { ...effects, print: inOrder(effects.print), report: inOrder(effects.report) };
    try {
      effects.signal.throwIfAborted();
      if (failure !== undefined) throw failure.error;
      return await work(location, { ...tools, effects: own, progress: progress.reporting(own.report) });
    } catch (error) {
      failure ??= { error };
      throw failure.error;
    } finally {
      isDone[index] = true;
      say();
    }
  });
  return inTurns(jobs, decksAtOnce());
}
