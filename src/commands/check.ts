import { unusedExceptions } from '../check/exceptions.js';
import { githubLine } from '../check/report/github.js';
import { jsonReport } from '../check/report/json.js';
import { sarifReport } from '../check/report/sarif.js';
import { countWords, textLines } from '../check/report/text.js';
import { count } from '../count.js';
import { type Diagnostic, formatDiagnostic, sortDiagnostics } from '../model/diagnostic.js';
import { rules } from '../model/rules.js';
import type { Edition } from '../model.js';
import type { DeckLocation } from '../read/deck.js';
import type { Effects } from '../system/effects.js';
import { packageVersion } from '../system/package-folder.js';
import { type CompiledDeck, compileText, drawDeck } from './compile.js';
import { toolsFor } from './confine.js';
import { readCosts } from './costs.js';
import { withDeckTrouble } from './deck-trouble.js';
import { eachDeck } from './each-deck.js';
import type { EvidenceOptions } from './evidence.js';
import { judgeEdition } from './judge-text.js';
import { editionsOf, withSomethingNew } from './judged-editions.js';
import { type Cut, unlistedLength } from './lengths.js';
import type { ReportFormat } from './option-values.js';
import { textStyle } from './report.js';
import { type Shard, shardOf } from './shard.js';
import { findDecks } from './targets.js';
import { type CommandOptions, type Tools, withTools } from './tools.js';

export interface CheckOptions extends Omit<CommandOptions, 'browser' | 'cut'>, EvidenceOptions {
  readonly cut?: Cut;
  /** Which browser to use. False: only rules that need no browser run, no diagram is drawn, and nothing is measured. */
  readonly browser?: string | false;
  readonly format?: ReportFormat;
  /** Says which browser was used, and whether it had its sandbox. */
  readonly verbose?: boolean;
  /** The check fails where there are more warnings than this. */
  readonly maxWarnings?: number;
  /** The part of the decks to check here. */
  readonly shard?: Shard;
  /** A file that records what decks cost last time, by which they are divided. */
  readonly costs?: string;
}

/**
 * Says everything that is wrong with decks, in every audience's edition and every cut the deck names, and writes nothing but the
 * lock, where that is asked for. What needs no browser is said first. True when there is no error and not too many warnings.
 */
export async function check(names: readonly string[], options: CheckOptions, effects: Effects): Promise<boolean> {
  const { browser, format = 'text', maxWarnings = Number.POSITIVE_INFINITY, ...rest } = options;
  const known = await readCosts(options.costs, effects);
  const decks = await shardOf(await findDecks(names, effects), options.shard, effects, known);
  return withTools({ ...rest, ...(browser ? { browser } : {}) }, effects, async (tools) => {
    const all = (await eachDeck(decks, tools, (location, own) => checkDeck(location, options, own))).flat();
    if (format === 'json') effects.print(jsonReport(all));
    if (format === 'sarif') effects.print(sarifReport(all, packageVersion()));
    if (browser === false && rest.quiet !== true) effects.report(unseen());
    if (rest.verbose === true) effects.report(await browserWords(tools));
    const warnings = all.filter(({ severity }) => severity === 'warning').length;
    if (warnings > maxWarnings) {
      effects.report(`pilcrow: ${count(warnings, 'warning')}; --max-warnings allows ${maxWarnings}.`);
    }
    return warnings <= maxWarnings && all.every(({ severity }) => severity !== 'error');
  });
}

/** All that is wrong with one deck, said as soon as it is known where people read it; what ends its check is one more thing that is. */
async function checkDeck(location: DeckLocation, options: CheckOptions, tools: Tools): Promise<readonly Diagnostic[]> {
  const { format = 'text' } = options;
  const { effects } = tools;
  const { print } = effects;
  const style = textStyle(effects);
  const said: Diagnostic[] = [];
  const say = (diagnostics: readonly Diagnostic[]): void => {
    for (const one of diagnostics) {
      said.push(one);
      if (format === 'github') print(githubLine(one));
      if (format === 'text') for (const line of textLines(one, style)) print(line);
    }
  };
  const outcome = await withDeckTrouble(location, effects, () =>
    findAll(location, options, toolsFor(location, tools), say),
  );
  if ('done' in outcome) return outcome.done;
  say([outcome.trouble]);
  if (format === 'text') print(`${outcome.trouble.place.path}: ${countWords(said)}`);
  return sortDiagnostics(said);
}

/** All that is wrong with one deck, each once, in reading order; `say` is told what is found as soon as it is. */
export async function findAll(
  location: DeckLocation,
  options: CheckOptions,
  tools: Tools,
  say: (diagnostics: readonly Diagnostic[]) => void,
): Promise<readonly Diagnostic[]> {
  const { format = 'text', quiet = false, browser } = options;
  const { print } = tools.effects;
  const text = await compileText(location, tools, { ...options, style: true });
  const editions = editionsOf(text.deck, options.cut);
  const compiled = browser === false ? await drawDeck(text, { ...tools, browser: undefined }) : text;
  const found: Diagnostic[] = [...compiled.diagnostics, ...unlistedLength(text.deck, options.cut)];
  for (const edition of withSomethingNew(compiled, editions)) {
    for (const one of await judgeEdition(compiled, edition, tools)) found.push(one);
  }
  const first = sortDiagnostics(found);
  say(first);

  if (browser !== false) for (const one of await checkShown(text, editions, tools)) found.push(one);
  found.push(...unusedExceptions(text.deck, found, { browser: browser !== false }));
  const known = new Set(first.map(formatDiagnostic));
  const second = sortDiagnostics(found).filter((diagnostic) => !known.has(formatDiagnostic(diagnostic)));
  say(second);

  const all = sortDiagnostics([...first, ...second]);
  const { path, slides } = text.deck;
  if (format === 'text' && all.length > 0) print(`${path}: ${countWords(all)}`);
  if (format === 'text' && all.length === 0 && !quiet) {
    print(`${path}: nothing found in ${count(slides.length, 'slide')}`);
  }
  const unchecked = text.evidence.claims.filter(({ status }) => status === 'unchecked').length;
  if (format === 'text' && unchecked > 0 && !quiet) {
    print(`${path}: ${count(unchecked, 'claim')} cited and not checked, since the source is not here`);
  }
  return all;
}

/** What is found by drawing and laying out: steps are measured too, so that nothing is cut off while a slide builds up. */
async function checkShown(
  text: CompiledDeck,
  editions: readonly Edition[],
  tools: Tools,
): Promise<readonly Diagnostic[]> {
  const { composeEdition, judgeLayout } = await import('./edition.js');
  const drawn = await drawDeck(text, tools);
  const found: Diagnostic[] = [...drawn.diagnostics];
  for (const edition of editions) {
    tools.effects.signal.throwIfAborted();
    const composed = await composeEdition(drawn, edition, tools);
    for (const one of composed.diagnostics) found.push(one);
    for (const one of await judgeLayout(composed, tools, { thorough: true })) found.push(one);
  }
  return found;
}

async function browserWords({ browser }: Tools): Promise<string> {
  const started = await browser.started();
  if (started === undefined) return 'pilcrow: no browser was started: drawings and layouts came from the cache.';
  const { origin, sandbox } = started;
  return `pilcrow: the browser was ${origin}, ${sandbox}.`;
}

function unseen(): string {
  const names = rules.filter(({ needs }) => needs === 'browser').map(({ name }) => name);
  return `pilcrow: not checked without a browser: ${names.join(', ')}.`;
}
