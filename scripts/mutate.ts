// Changes the code of a room in many small ways, by Stryker, and counts which changes the quick tests notice.
//   npm install --no-save @stryker-mutator/core@9.6.1 @stryker-mutator/vitest-runner@9.6.1
//   npm run mutate -- evidence [--seed 16] [--lines 120] [--tests 'test/{evidence*,data-source}.test.ts']
// Stryker is no dependency: it would bring 150 packages to every install, for a run a week. Its 10 wants another Node.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';

const root = join(import.meta.dirname, '..');
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '16' },
    lines: { type: 'string', default: '120' },
    tests: { type: 'string' },
  },
});
const [room = 'evidence'] = positionals;
const seed = Number(values.seed);
const chosen = sample(codeLines(join(root, 'src', room)), Number(values.lines), seed);
const config = {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'scripts/mutate.vitest.config.ts', related: false },
  // What was read of a text is kept while a process lives: with tests chosen by what they cover, changes would go unnoticed.
  coverageAnalysis: 'off',
  disableTypeChecks: false,
  // Stryker would read tsconfig.json by TypeScript's own functions, which TypeScript 7 has not; nothing here needs it.
  tsconfigFile: 'no-tsconfig.json',
  concurrency: 2,
  timeoutMS: 30_000,
  tempDirName: 'node_modules/.cache/stryker',
  ignorePatterns: ['docs'],
  reporters: ['clear-text', 'json'],
  jsonReporter: { fileName: `node_modules/.cache/mutation-${room}.json` },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  mutate: chosen.map(({ file, line }) => `${file}:${line}-${line}`),
};
const file = join(root, 'node_modules/.cache/stryker.config.json');
writeFileSync(file, JSON.stringify(config, undefined, 1));
console.log(`${chosen.length} lines of src/${room}, seed ${seed}`);
const env = { ...process.env, PILCROW_MUTATED_TESTS: values.tests ?? `test/${room}*.test.ts` };
const { status } = spawnSync('npx', ['--no-install', 'stryker', 'run', file], { cwd: root, stdio: 'inherit', env });
process.exitCode = status ?? 1;

interface CodeLine {
  readonly file: string;
  readonly line: number;
}

/** The lines of a room that do something: no imports, comments, types, or lines of brackets. */
function codeLines(folder: string): readonly CodeLine[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      const lines = readFileSync(path, 'utf8').split('\n');
      return lines.flatMap((text, index) =>
        /^\s*(?:$|import |export \{|\/?\*|\/\/|[\])};,]*$|readonly |interface |type )/.test(text)
          ? []
          : [{ file: relative(root, path), line: index + 1 }],
      );
    });
}

/** So many of a list, each once, by the numbers of a linear congruential generator (Numerical Recipes, 7.1). */
function sample<T>(all: readonly T[], count: number, seed: number): readonly T[] {
  const left = [...all];
  let state = seed >>> 0;
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 8;
  };
  return Array.from({ length: Math.min(count, left.length) }, () => left.splice(next() % left.length, 1)).flat();
}
