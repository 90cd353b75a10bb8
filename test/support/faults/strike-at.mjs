// @ts-check
import fs from 'node:fs';
import promises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

/**
 * Loaded into a command before it starts: sends its process group a signal the moment it does something to a file, so that the
 * moment is the same on a slow machine. `STRIKE_AT` is JSON: the operation of `node:fs` or `node:fs/promises`, a regular expression
 * for the path, which of the matching calls, the signal, and the file that is to say that it was sent.
 */
const [operation, pattern, number, signal, proof] = JSON.parse(process.env.STRIKE_AT ?? '[]');
const wanted = new RegExp(pattern);
let seen = 0;

for (const module of [fs, promises]) {
  const table = /** @type {Record<string, unknown>} */ (/** @type {unknown} */ (module));
  const original = table[operation];
  if (typeof original !== 'function') continue;
  table[operation] = (/** @type {unknown[]} */ ...given) => {
    if (given.slice(0, 2).some((path) => typeof path === 'string' && wanted.test(path))) {
      seen += 1;
      if (seen === number) {
        fs.writeFileSync(proof, '');
        process.kill(-process.pid, signal);
      }
    }
    return original.apply(module, given);
  };
}
syncBuiltinESMExports();
