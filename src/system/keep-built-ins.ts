/** What pdf.js exchanges, as it was when this file was loaded. */
const ownFunctions = (
  [
    [Array.prototype, 'push'],
    [JSON, 'parse'],
    [JSON, 'stringify'],
    [Function.prototype, 'toString'],
  ] as const
).map(([holder, name]) => ({ holder, name, descriptor: Object.getOwnPropertyDescriptor(holder, name) }));

/**
 * Loads modules that pdf.js is among, and puts back what it exchanges in the language on Node 20: the `Array.prototype.push` and `JSON` of core-js
 * are many times slower, also for all that runs later in the same process. pdf.js itself asks nothing of theirs that Node has not. What it adds
 * to the language stays, since pdf.js calls it.
 */
export async function keepBuiltIns<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } finally {
    for (const { holder, name, descriptor } of ownFunctions)
      if (descriptor !== undefined) Object.defineProperty(holder, name, descriptor);
  }
}
