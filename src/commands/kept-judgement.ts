import type { Diagnostic, Edition } from '../model.js';
import { isStillSo, type Sight, type TracedFiles } from '../read/traced-files.js';
import { textOf } from '../render/text-of.js';
import { cacheKey } from '../system/cache.js';
import type { CompiledDeck } from './compile.js';
import { judgeEdition } from './judge-text.js';
import { circumstances } from './kept-outputs.js';
import type { Tools } from './tools.js';

interface KeptRecord {
  readonly diagnostics: readonly Diagnostic[];
  readonly sights: readonly Sight[];
}

/**
 * What is wrong with the text of an edition that is judged only, as `export` found it for `build`, and the other way round. What was found
 * before is found again while everything the deck and the edition were read from is the same; `traced` noted that, and goes on noting. The
 * drawings are told by what they show, since commands draw more or less. Nothing is kept of a deck that is not trusted, nor where the
 * command runs from its sources.
 */
export async function judgeOnce(
  compiled: CompiledDeck,
  edition: Edition,
  tools: Tools,
  traced: TracedFiles,
): Promise<readonly Diagnostic[]> {
  const { effects, judgements, fingerprint, sanitiser } = tools;
  const judge = (): Promise<readonly Diagnostic[]> => judgeEdition(compiled, edition, tools);
  if (fingerprint === undefined || sanitiser !== undefined) return judge();
  const { deck, drawings } = compiled;
  const key = cacheKey([
    'judged',
    deck.path,
    JSON.stringify(edition),
    textOf([...drawings.byId], { path: '', line: 0 }),
    ...circumstances(fingerprint, effects),
  ]);
  const kept = await judgements.read(key);
  if (kept !== undefined) {
    const { diagnostics, sights } = JSON.parse(kept) as KeptRecord;
    if (await isStillSo(sights, effects.files)) return diagnostics;
  }
  const diagnostics = await judge();
  await judgements.write(key, JSON.stringify({ diagnostics, sights: traced.sights() } satisfies KeptRecord));
  return diagnostics;
}
