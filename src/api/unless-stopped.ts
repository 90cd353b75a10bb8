import { DeckError } from '../error.js';

/** Runs work, unless it is too late. */
export type WhileOpen = <T>(work: () => Promise<T>) => Promise<T>;

/**
 * Work that rejects with a DeckError `interrupted` as soon as `signal` says stop: what a page is waited for may never come once its
 * browser is gone.
 */
export function unlessStopped(signal: AbortSignal): WhileOpen {
  return (work) =>
    new Promise((resolve, reject) => {
      const stopped = (): void =>
        reject(new DeckError('interrupted', 'This Pilcrow was disposed of. Create another one to render a deck.'));
      if (signal.aborted) return stopped();
      signal.addEventListener('abort', stopped, { once: true });
      work()
        .then(resolve, reject)
        .finally(() => signal.removeEventListener('abort', stopped));
    });
}
