import { type Diagnostic, hasErrors } from '../diagnostic.js';
import type { Effects } from '../effects.js';
import type { Audience } from '../model.js';
import { count } from '../progress.js';
import { compileDeck } from './compile.js';
import { composeEdition, judgeLayout } from './edition.js';
import type { EvidenceOptions } from './evidence.js';
import { reportDiagnostics } from './report.js';
import { findDecks } from './targets.js';
import { type CommandOptions, withTools } from './tools.js';

export interface CheckOptions extends CommandOptions, EvidenceOptions {}

/**
 * Says everything that is wrong with decks, in each audience's edition, and writes nothing but the lock, where that is asked for.
 * True when there is no error.
 */
export async function check(names: readonly string[], options: CheckOptions, effects: Effects): Promise<boolean> {
  const decks = await findDecks(names, effects);
  return withTools(options, effects, async (tools) => {
    let clean = true;
    for (const location of decks) {
      effects.signal.throwIfAborted();
      const compiled = await compileDeck(location, tools, options);
      const found: Diagnostic[] = [...compiled.diagnostics];
      for (const audience of ['student', 'teacher'] satisfies Audience[]) {
        const edition = { audience, ...(options.cut === undefined ? {} : { cut: options.cut }) };
        const composed = await composeEdition(compiled, edition, tools);
        found.push(...composed.diagnostics, ...(await judgeLayout(composed, tools)));
      }
      reportDiagnostics(compiled.deck, found, effects.print);
      if (found.length === 0 && options.quiet !== true) {
        effects.print(`${compiled.deck.path}: nothing found in ${count(compiled.deck.slides.length, 'slide')}`);
      }
      clean &&= !hasErrors(found);
    }
    return clean;
  });
}
