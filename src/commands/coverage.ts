import { coverageLines, coverageOf } from '../evidence/coverage.js';
import { hasErrors } from '../model/diagnostic.js';
import { parseDeck } from '../parse/deck.js';
import { readDeck } from '../read/deck.js';
import type { Effects } from '../system/effects.js';
import { checkEvidence } from './evidence.js';
import { reportDiagnostics } from './report.js';
import { findDecks } from './targets.js';

export interface CoverageOptions {
  /** Prints it for programs, as JSON. */
  readonly json?: boolean;
}

/** Prints which paragraphs of its sources a deck quotes, uses and leaves out, and how far its claims were checked. */
export async function coverage(name: string, { json = false }: CoverageOptions, effects: Effects): Promise<boolean> {
  let clean = true;
  for (const location of await findDecks([name], effects)) {
    const deck = parseDeck(await readDeck(location, effects));
    const evidence = await checkEvidence(deck, location, {}, effects);
    const covered = coverageOf(evidence);
    const errors = [...deck.diagnostics, ...evidence.diagnostics].filter(({ severity }) => severity === 'error');
    if (json) effects.print(JSON.stringify(covered, null, 2));
    else if (evidence.sources.length === 0)
      effects.print(`${deck.path} has no sources. Add one with \`pilcrow source add\`.`);
    else effects.print(coverageLines(covered).join('\n'));
    reportDiagnostics(deck, errors, effects.report);
    clean &&= !hasErrors(errors);
  }
  return clean;
}
