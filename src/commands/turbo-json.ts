/** What Turborepo can be asked to do with a deck: the scripts of its package that run our commands. */
const commands = ['build', 'check', 'export'] as const;

/** What changes outputs, beside files (`commands/kept-outputs.ts`). */
const counts = ['PILCROW_BROWSER', 'SOURCE_DATE_EPOCH', 'TZ', 'LANG', 'LC_ALL'];

/** What a command has to see, and what changes no output. Which shard this is it must not see: a deck would be left out. */
const passes = ['XDG_CACHE_HOME', 'TMPDIR', 'PUPPETEER_*'];

const schema = 'https://turborepo.com/schema.json';

/** For the root of a repository of decks, without a task of its own. */
export function turboOfRepository(): string {
  return written({ $schema: schema, tasks: Object.fromEntries(commands.map((command) => [command, {}])) });
}

/**
 * For a deck's package (Turborepo, package configurations): its outputs in `dist` hold as long as the package, these files of and beside
 * it, and these variables stay as they are. A file that is not there is named too, since it would count if it were.
 */
export function turboOfDeck(files: readonly string[]): string {
  const inputs = ['$TURBO_DEFAULT$', '!dist/**', ...files.map(literal)];
  const task = { inputs, env: counts, passThroughEnv: passes };
  return written({
    extends: ['//'],
    tasks: Object.fromEntries(
      commands.map((command) => [command, { ...task, outputs: command === 'check' ? [] : ['dist/**'] }]),
    ),
  });
}

/** Turborepo reads names as patterns. A `*` at the end is meant. */
function literal(file: string): string {
  return file.replace(/[*?[\]{}!()\\](?!$)/g, (sign) => `\\${sign}`);
}

function written(content: object): string {
  return `${JSON.stringify(content, null, 2)}\n`;
}
