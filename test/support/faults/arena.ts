import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fixtureFolder } from '../twins.js';
import { contents, copyFolder, makeWorkplace, type Run, type RunOptions, type Workplace } from './workplace.js';

type Contents = Readonly<Record<string, string>>;

/** A workplace with one deck that was built, exported and edited since: what a fault strikes. */
export interface Arena {
  readonly place: Workplace;
  /** The deck's file as it is after the edit. */
  readonly deck: string;
  /** The outputs as the earlier build left them, and as an undisturbed one makes them. */
  readonly before: Contents;
  readonly after: Contents;
  /** Puts back the earlier outputs and the edited deck; with `warm`, what was drawn and measured of it is in the cache. */
  readonly restore: (cache: 'cold' | 'warm') => void;
}

/** How a command met a fault: it did its work all the same, or refused and said why. */
export type Meeting = 'made' | 'refused';

export interface StrikeOptions extends RunOptions {
  readonly args: readonly string[];
  readonly cache?: 'cold' | 'warm';
  /** Where the outputs are found afterwards, when not in `dist`. */
  readonly found?: string;
  /** Called when everything was put back, before the command runs. */
  readonly prepare?: () => Promise<void>;
  /** Called when the command has ended. */
  readonly settle?: () => Promise<unknown>;
  /** What has to be undone before the command is run once more. */
  readonly mend?: () => void;
  /** What must be said when the command refuses. Without it, it may not refuse. */
  readonly says?: RegExp;
}

export async function makeArena(name?: string): Promise<Arena> {
  const place = await makeWorkplace(name);
  const folder = join(place.slides, 'one');
  const deck = join(folder, 'deck.md');
  cpSync(join(fixtureFolder('decks'), 'tides'), folder, { recursive: true });
  const text = readFileSync(deck, 'utf8') + moreDiagrams;
  writeFileSync(deck, text);
  const makeAll = async (): Promise<Contents> => {
    for (const command of ['build', 'export']) {
      const { code, reported } = await place.run(withFormats([command, 'one']));
      if (code !== 0) throw new Error(reported.join('\n'));
    }
    return contents(place.dist);
  };
  const kept = (state: string): string => join(place.root, 'kept', state);
  const before = await makeAll();
  copyFolder(place.dist, kept('dist'));
  const edited = text.replaceAll('An evening at the quay', 'A morning at the quay').replaceAll('Wait', 'Lie in wait');
  writeFileSync(deck, edited);
  const after = await makeAll();
  copyFolder(place.cache, kept('cache'));
  copyFolder(folder, kept('deck'));
  return {
    place,
    deck,
    before,
    after,
    restore(cache) {
      copyFolder(kept('dist'), place.dist);
      copyFolder(kept('deck'), folder);
      rmSync(join(place.root, 'started'), { force: true });
      rmSync(place.temporary, { recursive: true, force: true });
      mkdirSync(place.temporary);
      if (cache === 'warm') copyFolder(kept('cache'), place.cache);
      else {
        rmSync(place.cache, { recursive: true, force: true });
        mkdirSync(place.cache);
      }
    },
  };
}

const moreDiagrams = `
---

## The harbour asks before it opens [@lecturer] {#asks}

\`\`\`mermaid {#asking alt="The ship asks, the harbour answers"}
sequenceDiagram
    Ship->>Harbour: Wait?
    Harbour-->>Ship: Come in
\`\`\`

---

## A tide comes and goes [@lecturer] {#goes}

\`\`\`mermaid {#turning alt="High water turns to low water and back"}
stateDiagram-v2
    High --> Low
    Low --> High: Wait
\`\`\`
`;

/**
 * Runs a command with a fault and holds it to what was promised: earlier outputs are whole or replaced whole, no process and no
 * temporary file is left, a refusal says what to do on one line, and the same command works afterwards. Throws when it does not.
 */
export async function strike(arena: Arena, options: StrikeOptions): Promise<Meeting> {
  const { place } = arena;
  const { args, cache = 'cold', found = place.dist, prepare, settle, mend, says, ...rest } = options;
  arena.restore(cache);
  await prepare?.();
  const run = await place.run(withFormats(args), rest);
  await settle?.();
  const trouble = [
    ...(await left(place)),
    ...mixed(arena, contents(found)),
    ...(run.code === 0 ? unmade(arena, contents(found), args) : wrongWords(run, says)),
  ];
  mend?.();
  const again = await place.run(withFormats(args));
  if (again.code !== 0) trouble.push(`the next run: ${again.code} ${again.reported.join(' | ')}`);
  else trouble.push(...unmade(arena, contents(place.dist), args).map((what) => `after the next run: ${what}`));
  if (trouble.length === 0) return run.code === 0 ? 'made' : 'refused';
  throw new Error([...trouble, `exit code ${run.code}, ${run.signal}`, ...run.reported].join('\n'));
}

/** The papers are written as the slides are: to print them as well takes only time. */
function withFormats(args: readonly string[]): readonly string[] {
  return args[0] === 'export' ? [...args, '--to', 'html,pdf'] : args;
}

/** A browser takes a moment to go. */
async function left(place: Workplace): Promise<readonly string[]> {
  for (let tries = 0; place.leftovers().length > 0 && tries < 100; tries += 1) await pause(50);
  return place.leftovers().map((what) => `left behind: ${what}`);
}

/** Groups of outputs that are neither as they were nor as they should be: the deck's site, its exports, the list of decks. */
function mixed({ before, after }: Arena, found: Contents): readonly string[] {
  const groups = new Set([before, after, found].flatMap((state) => Object.keys(state).map(groupOf)));
  return [...groups]
    .filter((group) => ![before, after].some((state) => inGroup(state, group) === inGroup(found, group)))
    .map((group) => `neither as before nor as after: ${different(after, found, group)}`);
}

/** What a command that succeeded should have made and has not. */
function unmade({ after }: Arena, found: Contents, [command]: readonly string[]): readonly string[] {
  const group = { build: 'site/one', export: 'export/one' }[command ?? ''];
  if (group === undefined || inGroup(after, group) === inGroup(found, group)) return [];
  return [`not as it should be: ${different(after, found, group)}`];
}

function inGroup(state: Contents, group: string): string {
  return JSON.stringify(Object.entries(state).filter(([file]) => groupOf(file) === group));
}

function different(after: Contents, found: Contents, group: string): readonly string[] {
  const files = new Set([...Object.keys(after), ...Object.keys(found)].filter((file) => groupOf(file) === group));
  return [...files].filter((file) => after[file] !== found[file]);
}

function groupOf(file: string): string {
  const [kind = '', deck = '', ...rest] = file.split('/');
  return kind === 'site' && (rest.length === 0 || deck === 'assets') ? 'the list of decks' : `${kind}/${deck}`;
}

function wrongWords({ signal, reported }: Run, says: RegExp | undefined): readonly string[] {
  // A signal that comes before Node has started ends it as it ends any program.
  if (signal !== null) return [];
  const said = reported.join('\n');
  const last = reported.at(-1) ?? '';
  return [
    ...(/bug in Pilcrow|^\s+at /m.test(said) ? ['a stack instead of a message'] : []),
    ...(/^(pilcrow: |\S.*:\d+:\d+ )/.test(last) ? [] : [`no message: "${last}"`]),
    ...(says?.test(said) ? [] : [`it should not refuse, or say ${says}`]),
  ];
}
