import type { Diagnostic } from '../model/diagnostic.js';
import type { Citation, Reference, Relation, Relations } from '../model.js';
import type { YamlText } from '../read/yaml.js';
import type { Entry } from './check-relations.js';
import { contentError, unknownId } from './shape.js';

/** What is wrong with one relation by itself: a sentence with a hole, evidence that is not there. */
export function checkRelation(
  entry: Entry<Relation>,
  known: Relations,
  references: readonly Reference[],
  yaml: YamlText,
): Diagnostic[] {
  return [...checkSentence(entry, known, yaml), ...checkCitations(entry, references, yaml)];
}

function checkSentence({ value, path }: Entry<Relation>, { kinds }: Relations, yaml: YamlText): Diagnostic[] {
  const kind = kinds.find(({ id }) => id === value.kind);
  if (kind === undefined || kind.id === 'unsourced' || value.sentence !== undefined) return [];
  const patterns = [kind.sentence.text, ...Object.values(kind.sentence.byLang)];
  const missing = ['{from}', '{to}'].filter((hole) => patterns.some((pattern) => !pattern.includes(hole)));
  const sentence = yaml.placeOf(['kinds', kind.id, 'sentence']);
  const message = `The sentence of the kind "${kind.id}" lacks ${missing.join(' and ')}.`;
  if (missing.length > 0) return [contentError('relations', message, sentence, 'Say who acts on whom in it.')];
  const holds = patterns.some((pattern) => pattern.includes('{what}'));
  if (holds === (value.what !== undefined)) return [];
  const said = `The sentence of the kind "${kind.id}" has ${holds ? 'a' : 'no'} {what}, and "${value.id}" has ${holds ? 'none' : 'one'}.`;
  const cure = holds ? 'Write what: … on the relation.' : 'Write {what} in the sentence, or remove `what`.';
  return [contentError('relations', said, yaml.placeOf(holds ? path : [...path, 'what']), cure)];
}

function checkCitations(
  { value, path }: Entry<Relation>,
  references: readonly Reference[],
  yaml: YamlText,
): Diagnostic[] {
  const place = yaml.placeOf([...path, 'cite']);
  const cites = value.citations.length > 0 || value.unsourced !== undefined;
  if (value.kind === 'unsourced') {
    const message = `"${value.id}" is of the kind unsourced and has a citation.`;
    return cites ? [wrongCitation(message, place, 'Remove the citation, or choose another kind.')] : [];
  }
  if (!cites && references.length > 0) {
    const message = `"${value.id}" has no citation; in a deck with references every relation has one.`;
    return [
      wrongCitation(message, place, `Write cite: "${references[0]?.id}, ¶1", cite: inference, or kind: unsourced.`),
    ];
  }
  const keys = references.map(({ id }) => id);
  return value.citations.flatMap((citation) => checkCitation(citation, keys));
}

function checkCitation({ key, suffix, place }: Citation, keys: readonly string[]): Diagnostic[] {
  if (keys.length > 0 && !keys.includes(key)) return [unknownId('relation-citation', 'reference', key, keys, place)];
  if (suffix === undefined) return [];
  return [wrongCitation(`"${suffix}" is neither a paragraph such as ¶7 nor words in quotation marks.`, place)];
}

/** A relation's evidence is missing, is not there, or is not written as a citation is. */
export function wrongCitation(
  message: string,
  place: Diagnostic['place'],
  cure = 'Write cite: "key, ¶7, \'the words it rests on\'".',
): Diagnostic {
  return contentError('relation-citation', message, place, cure);
}
