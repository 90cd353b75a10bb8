import { hasErrors } from '../model/diagnostic.js';
import type { Deck } from '../model.js';
import { parseDeck } from '../parse/deck.js';
import { readDeck } from '../read/deck.js';
import { relationsMermaid } from '../relations/mermaid.js';
import { relationsSentences } from '../relations/sentences.js';
import type { Effects } from '../system/effects.js';
import { reportDiagnostics } from './report.js';
import { findDecks } from './targets.js';

export interface RelationsOptions {
  /** The code of each view as Mermaid draws it, rather than its sentences. */
  readonly mermaid?: boolean;
}

/** Prints what every relations view of decks says, view by view. True when no deck has an error. */
export async function relations(
  names: readonly string[],
  options: RelationsOptions,
  effects: Effects,
): Promise<boolean> {
  let clean = true;
  for (const location of await findDecks(names, effects)) {
    const deck = parseDeck(await readDeck(location, effects));
    for (const text of viewTexts(deck, options)) effects.print(text);
    reportDiagnostics(deck, deck.diagnostics, effects.report);
    clean &&= !hasErrors(deck.diagnostics);
  }
  return clean;
}

/** Mermaid takes a view's name for a comment, so that the code can be pasted as it is. */
function viewTexts({ slides, relations: data, settings, path }: Deck, { mermaid = false }: RelationsOptions): string[] {
  const texts = slides.flatMap(({ diagrams }) =>
    diagrams.flatMap(({ id, view, place }) => {
      if (view === undefined || data === undefined) return [];
      const name = `${place.path}:${place.line} ${id}`;
      if (mermaid) return [`%% ${name}\n${relationsMermaid(view, data, settings.lang)}`];
      const sentences = relationsSentences(view, data, settings.lang).map(({ sentence }) => `  ${sentence}.`);
      return [[name, ...sentences, ''].join('\n')];
    }),
  );
  return texts.length > 0 ? texts : [`${path} has no view of relations. A view is a fence: \`\`\`relations.`];
}
