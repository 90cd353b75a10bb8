import type { Claim, Deck, LineBreak, Relation, Relations, Wording } from '../model.js';
import { shownIn } from '../relations/shown.js';
import type { KnownName } from './name-index.js';

/**
 * The relations a deck draws, as the sentences they are read out as. Where one is inferred from a paragraph, the paragraph must
 * bear out only the words on its line: that it holds between its ends is the inference. What is drawn as not in a source makes
 * no claim on one.
 */
export function relationClaimsOf({ slides, relations: data, settings }: Deck): readonly Claim[] {
  if (data === undefined) return [];
  return slides.flatMap((slide) =>
    slide.diagrams
      .flatMap(({ view }) => (view === undefined ? [] : shownIn(view, data, settings.lang).relations))
      .filter(({ kind }) => kind.line !== 'unsourced')
      .map(({ sentence, words, relation }) => ({ relation, words, said: saidText(relation, sentence, words) }))
      .map(({ relation: { citations, unsourced, place, wordPlaces }, words, said }) => ({
        kind: 'relation',
        slide: { id: slide.id, number: slide.number },
        place,
        text: said,
        breaks: breaksOf(said, words, place.line, wordPlaces),
        quotations: [],
        citations,
        below: [],
        ...(unsourced === undefined ? {} : { unsourced }),
      })),
  );
}

/** The lines and arrows of maps that say what they rest on, by their names. */
export function routeClaimsOf({ slides }: Deck): readonly Claim[] {
  return slides.flatMap((slide) =>
    slide.diagrams
      .flatMap(({ routes = [] }) => routes)
      .map((route) => ({
        ...route,
        kind: 'relation',
        slide: { id: slide.id, number: slide.number },
        quotations: [],
        below: [],
      })),
  );
}

function saidText({ citations, unsourced }: Relation, sentence: string, words: string): string {
  return unsourced === undefined || citations.length === 0 ? sentence : words;
}

/** Its words stand on the line of `what`, the others on that of its own `sentence`, where it has these. */
function breaksOf(
  text: string,
  words: string,
  line: number,
  { what, sentence }: NonNullable<Relation['wordPlaces']> = {},
): readonly LineBreak[] {
  const around = sentence === undefined || text === words ? 0 : sentence.line - line;
  const at = what === undefined ? -1 : text.toLowerCase().indexOf(words.toLowerCase());
  if (what === undefined || at === -1) return [{ at: 0, line: around }];
  return [
    { at: 0, line: around },
    { at, line: what.line - line },
    { at: at + words.length, line: around },
  ];
}

/** Everything the actors and groups of `relations.yaml` are called, in every language: one name stands for another. */
export function actorNames(data: Relations | undefined): readonly KnownName[] {
  const actors = (data?.actors ?? []).map(({ name, aka }) => ({ name: name.text, forms: [...formsOf(name), ...aka] }));
  const groups = (data?.groups ?? []).map(({ name }) => ({ name: name.text, forms: formsOf(name) }));
  return [...actors, ...groups];
}

function formsOf({ text, byLang }: Wording): readonly string[] {
  return [text, ...Object.values(byLang)];
}
