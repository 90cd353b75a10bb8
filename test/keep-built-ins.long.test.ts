import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { root } from './support/command.js';
import { fixtureFolder } from './support/twins.js';

/** The functions of the language, by name: `Array.prototype.push`, `JSON.parse`. */
const functionsOfTheLanguage = `() => {
  const found = new Map();
  for (const name of ['Object', 'Function', 'Array', 'String', 'Number', 'RegExp', 'Promise', 'Map', 'Set', 'WeakMap', 'Symbol', 'JSON',
    'Math', 'Reflect', 'ArrayBuffer', 'Uint8Array', 'URL', 'Error'])
    for (const [where, holder] of [[name, globalThis[name]], [name + '.prototype', globalThis[name].prototype]])
      for (const key of holder === undefined ? [] : Reflect.ownKeys(holder)) {
        const { value, get } = Object.getOwnPropertyDescriptor(holder, key);
        found.set(where + '.' + String(key), value ?? get);
      }
  return found;
}`;

// In a process of its own: here another test may have loaded pdf.js before.
test.each([
  ['a source is read', `await reader.read({ path: 'notes.pdf', bytes: readFileSync(pdf) })`],
  ['a PDF is checked', `await main(['check', '--pdf', pdf], { ...machine(), print() {}, report() {} })`],
])('pdf.js leaves the functions of the language as they were where %s', async (_what, step) => {
  const pdf = join(fixtureFolder('sources-made'), 'pdf-notes.pdf');
  const program = `
    const { readFileSync } = await import('node:fs');
    const { main } = await import('./src/cli.ts');
    const { pdf: reader } = await import('./src/read/sources/pdf/pdf.ts');
    const { machine } = await import('./src/system/machine.ts');
    const functions = ${functionsOfTheLanguage};
    const before = functions();
    const pdf = ${JSON.stringify(pdf)};
    ${step};
    const after = functions();
    const exchanged = [...before].filter(([name, own]) => !Object.is(after.get(name), own)).map(([name]) => name);
    console.log(JSON.stringify({ exchanged, isLoaded: '__core-js_shared__' in globalThis }));
    process.exit();`;
  const options = ['--import', 'tsx', '--input-type=module', '--eval', program];
  const { stdout } = await promisify(execFile)(process.execPath, options, { cwd: root });
  expect(JSON.parse(stdout)).toEqual({ exchanged: [], isLoaded: true });
});
