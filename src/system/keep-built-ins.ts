const [push, parse, stringify] = [
  Object.getOwnPropertyDescriptor(Array.prototype, 'push'),
  Object.getOwnPropertyDescriptor(JSON, 'parse'),
  Object.getOwnPropertyDescriptor(JSON, 'stringify'),
];

/**
 * Loads modules that pdf.js is among, and puts back what it exchanges in the language on Node 20: the `Array.prototype.push` and `JSON` of core-js
 * are many times slower, also for all that runs later in the same process. pdf.js itself asks nothing of theirs that Node has not.
 */
export async function keepBuiltIns<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } finally {
    if (push !== undefined) Object.defineProperty(Array.prototype, 'push', push);
    if (parse !== undefined) Object.defineProperty(JSON, 'parse', parse);
    if (stringify !== undefined) Object.defineProperty(JSON, 'stringify', stringify);
  }
}
