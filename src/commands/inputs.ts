import { join, relative, sep } from 'node:path';
import { count } from '../count.js';
import { DeckError } from '../error.js';
import type { DeckLocation } from '../read/deck.js';
import { shownPath } from '../read/text-file.js';
import { tracedFiles } from '../read/traced-files.js';
import type { Effects } from '../system/effects.js';
import { isWithin } from '../system/is-within.js';
import { packageFolder } from '../system/package-folder.js';
import { findDecks } from './targets.js';
import { type Tools, withTools } from './tools.js';
import { turboOfDeck, turboOfRepository } from './turbo-json.js';

export interface InputsOptions {
  /** Writes them into a `turbo.json` beside each deck, and one for the repository where there is none. */
  readonly turbo?: boolean;
}

/**
 * Prints which files a deck is made from, and which would count if they were there, relative to where the command runs. Throws a DeckError
 * `usage` where Turborepo is wanted and a deck's folder is no package.
 */
export async function inputs(
  names: readonly string[],
  { turbo = false }: InputsOptions,
  effects: Effects,
): Promise<void> {
  const decks = await findDecks(names, effects);
  if (turbo) for (const deck of decks) await refuseWithoutPackage(deck, effects);
  await withTools({ quiet: true }, effects, async (tools) => {
    for (const deck of decks) {
      const found = await inputsOf(deck, tools);
      if (turbo) await writeTurbo(deck, found, effects);
      else for (const file of found) effects.print(shownPath(file, effects));
    }
  });
}

/** Absolute and sorted, all of a folder as `*`: what is read for the text of every edition and put into its single file. Nothing is drawn, and no browser started. */
async function inputsOf(location: DeckLocation, shared: Tools): Promise<readonly string[]> {
  const { compileText } = await import('./compile.js');
  const { judgeSingleFile, writeEdition } = await import('./edition.js');
  const traced = tracedFiles(shared.effects.files);
  const tools = { ...shared, effects: { ...shared.effects, files: traced } };
  const compiled = await compileText(location, tools);
  for (const audience of ['student', 'teacher'] as const)
    judgeSingleFile(await writeEdition(compiled, { audience }, tools), tools);
  const built = join(packageFolder(), 'dist');
  const found = traced.sights().flatMap(({ ask, path, answer }) => {
    if (isWithin(built, path)) return [];
    if (ask === 'list') return isWithin(path, location.folder) ? [] : [join(path, '*')];
    return ask === 'kind' && answer !== 'file' ? [] : [path];
  });
  return [...new Set(found)].sort();
}

async function refuseWithoutPackage({ folder, name }: DeckLocation, effects: Effects): Promise<void> {
  if ((await effects.files.kind(join(folder, 'package.json'))) === 'file') return;
  throw new DeckError(
    'usage',
    `${shownPath(folder, effects)} has no package.json, and Turborepo works on packages. Expected one with a name and a script, such as {"name": "${name}", "scripts": {"build": "pilcrow build ."}}.`,
  );
}

/** Turborepo sees the repository, whose root is where the command runs, and nothing outside it. */
async function writeTurbo({ folder }: DeckLocation, found: readonly string[], effects: Effects): Promise<void> {
  const { cwd, files, report } = effects;
  const outside = found.filter((file) => !isWithin(cwd, file));
  for (const file of outside.filter((path) => !path.endsWith('*')))
    report(
      `pilcrow: ${file} lies outside ${cwd}: Turborepo does not see when it changes. Move it into the repository.`,
    );
  const addresses = found
    .filter((file) => !outside.includes(file))
    .map((file) =>
      isWithin(folder, file) ? slashed(relative(folder, file)) : `$TURBO_ROOT$/${slashed(relative(cwd, file))}`,
    );
  const root = join(cwd, 'turbo.json');
  const hasRoot = (await files.kind(root)) === 'file';
  const target = join(folder, 'turbo.json');
  await files.replace([
    ...(hasRoot ? [] : [{ file: root, bytes: turboOfRepository() }]),
    { file: target, bytes: turboOfDeck(addresses) },
  ]);
  report(`${shownPath(target, effects)}: ${count(addresses.length, 'file')} beside the package's own`);
}

function slashed(path: string): string {
  return path.split(sep).join('/');
}
