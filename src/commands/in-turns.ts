/**
 * Runs jobs, at most `most` at a time, and returns what came of them in their order. The first failure is thrown when the running ones
 * ended, since they may still write; `p-map` throws at once.
 */
export async function inTurns<T>(jobs: readonly (() => Promise<T>)[], most: number): Promise<readonly T[]> {
  const results: T[] = [];
  const waiting = jobs.entries();
  const work = async (): Promise<void> => {
    for (const [index, job] of waiting) results[index] = await job();
  };
  const ended = await Promise.allSettled(Array.from({ length: Math.min(most, jobs.length) }, work));
  for (const one of ended) if (one.status === 'rejected') throw one.reason;
  return results;
}
