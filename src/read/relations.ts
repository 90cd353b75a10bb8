import { z } from 'zod';
import type { Diagnostic } from '../model/diagnostic.js';
import {
  type Hue,
  hueOf,
  hues,
  type Reference,
  type Relations,
  relationLines,
  type TextFile,
  type Wording,
} from '../model.js';
import { wrongCitation } from '../relations/check-relation.js';
import { checkRelations, type RelationsDraft } from '../relations/check-relations.js';
import { readCite } from '../relations/cite.js';
import { contentError, ids, text, unknownKeys, wording } from '../relations/shape.js';
import { readYaml, schemaDiagnostics, type YamlText } from './yaml.js';

/**
 * Reads `relations.yaml`: the actors, the kinds of relation between them, and who does what to whom with its evidence.
 * Where the deck has references every relation must cite one of them. An entry that is wrong is reported and left out.
 */
export function readRelations(
  file: TextFile,
  references: readonly Reference[],
): { relations: Relations; diagnostics: readonly Diagnostic[] } {
  const yaml = readYaml(file.text, file.path, 1);
  const read = draftOf(yaml);
  const checked = checkRelations(read.draft, references, yaml);
  return { relations: checked.relations, diagnostics: [...read.diagnostics, ...checked.diagnostics] };
}

const id = text('expected an id').refine((value) => /^[a-z][a-z0-9]*([_-][a-z0-9]+)*$/i.test(value), {
  error: 'expected an id of Latin letters, digits, single hyphens and underscores that starts with a letter',
});
const named = {
  name: text('expected a name').describe('What slides and legends call it.'),
  names: z
    .record(z.string(), text('expected a name'), { error: 'expected names by language' })
    .default({})
    .describe('Its name by language, such as `{be: Менск}`.'),
};

const hueNamed = (value: unknown): unknown => (typeof value === 'string' ? (hueOf(value) ?? value) : value);

/** What stands in `relations.yaml`, by its sections. */
export const relationShapes = {
  actors: z.object({
    ...named,
    aka: z
      .array(text('expected a word'), { error: 'expected a list of words' })
      .default([])
      .describe('Other names; the evidence check takes them for the same actor.'),
    hue: z
      .preprocess(hueNamed, z.enum(hues, { error: `expected one of ${hues.join(', ')}` }))
      .optional()
      .describe('Its colour; grey where none is given.'),
  }),
  groups: z.object({ ...named, members: ids("expected a list of actors' ids").describe('The actors in it.') }),
  kinds: z.object({
    ...named,
    line: z
      .enum(relationLines, { error: `expected one of ${relationLines.join(', ')}` })
      .describe('How its lines are drawn.'),
    sentence: wording('expected a sentence such as "{from} hosts {what} of {to}"').describe(
      'How a relation of this kind is said; one text, or one for each language.',
    ),
  }),
  relations: z.object({
    id: id.describe('What `steps:` calls it.'),
    from: text("expected an actor's id").describe('The actor that acts.'),
    to: text("expected an actor's id").describe('The other actor.'),
    kind: text("expected a kind's id").describe('One of `kinds`, or `unsourced` for what no source says.'),
    what: wording('expected words, or words for each language')
      .optional()
      .describe('What stands for `{what}`, and on the line.'),
    sentence: wording('expected a sentence, or one for each language')
      .optional()
      .describe('Said in place of the kind’s sentence.'),
    cite: text('expected a citation such as "key, ¶7"').optional().describe('The paragraph it rests on.'),
    mutual: z.boolean({ error: 'expected true or false' }).default(false).describe('The line has two heads.'),
  }),
};

function draftOf(yaml: YamlText): { draft: RelationsDraft; diagnostics: readonly Diagnostic[] } {
  const diagnostics = [...yaml.diagnostics];
  const file = z.record(z.string(), z.unknown(), { error: 'expected actors, kinds and relations' });
  const parsed = file.safeParse(yaml.value ?? {});
  if (!parsed.success) diagnostics.push(...schemaDiagnostics('relations', parsed.error.issues, yaml));
  const sections = parsed.data ?? {};
  diagnostics.push(...unknownKeys('relations', sections, Object.keys(relationShapes), [], yaml));

  const keys = { actors: [], groups: [], kinds: [], relations: [] } as Record<keyof typeof relationShapes, string[]>;
  const actors = entries('actors', relationShapes.actors).map(({ key, path, value: { name, names, aka, hue } }) => {
    const known: Hue = hue ?? hueOf(key) ?? 'grey';
    return { path, value: { id: key, name: inLanguages(name, names), aka, hue: known, place: yaml.placeOfKey(path) } };
  });
  const groups = entries('groups', relationShapes.groups).map(({ key, path, value: { name, names, members } }) => ({
    path,
    value: { id: key, name: inLanguages(name, names), members },
  }));
  const kinds = entries('kinds', relationShapes.kinds).map(({ key, path, value: { name, names, line, sentence } }) => ({
    path,
    value: { id: key, name: inLanguages(name, names), line, sentence },
  }));
  const relations = entries('relations', relationShapes.relations).map(
    ({ path, value: { cite, what, sentence, ...rest } }) => {
      const at = yaml.placeOf([...path, 'cite']);
      const { problems, ...evidence } = readCite(cite ?? '', at);
      diagnostics.push(...problems.map((problem) => wrongCitation(`${problem}.`, at)));
      const words = { ...(what === undefined ? {} : { what }), ...(sentence === undefined ? {} : { sentence }) };
      const wordPlaces = {
        ...(what === undefined ? {} : { what: yaml.placeOf([...path, 'what']) }),
        ...(sentence === undefined ? {} : { sentence: yaml.placeOf([...path, 'sentence']) }),
      };
      return { path, value: { ...rest, ...words, ...evidence, wordPlaces, place: yaml.placeOf(path) } };
    },
  );
  return { draft: { actors, groups, kinds, relations, keys }, diagnostics };

  /** The entries of a section that have the right shape; what is wrong with the others is said. */
  function entries<S extends z.ZodObject>(
    section: keyof typeof relationShapes,
    shape: S,
  ): readonly { readonly key: string; readonly path: readonly string[]; readonly value: z.output<S> }[] {
    const list = section === 'relations';
    const container = list
      ? z.array(z.unknown(), { error: 'expected a list' })
      : z.record(z.string(), z.unknown(), { error: 'expected a mapping from ids' });
    const held = container.safeParse(sections[section] ?? (list ? [] : {}));
    if (!held.success) report(held.error.issues, [section]);
    return Object.entries(held.data ?? {}).flatMap(([key, value]) => {
      const path = [section, key];
      diagnostics.push(...unknownKeys('relations', value, Object.keys(shape.shape), path, yaml));
      if (!list) keys[section].push(key);
      const misnamed = list ? [] : checkKey(key, path, yaml);
      diagnostics.push(...misnamed);
      const entry = shape.safeParse(value);
      if (!entry.success) report(entry.error.issues, path);
      return entry.success && misnamed.length === 0 ? [{ key, path, value: entry.data }] : [];
    });
  }

  function report(issues: readonly z.core.$ZodIssue[], path: readonly string[]): void {
    const placed = issues.map((issue) => ({ ...issue, path: [...path, ...issue.path] }));
    diagnostics.push(...schemaDiagnostics('relations', placed, yaml));
  }
}

function checkKey(key: string, path: readonly string[], yaml: YamlText): Diagnostic[] {
  const wrong = id.safeParse(key).error?.issues ?? [];
  return wrong.map(({ message }) =>
    contentError('relations', `\`${key}\`: ${message}.`, yaml.placeOfKey(path), 'Choose another id.'),
  );
}

function inLanguages(name: string, names: Readonly<Record<string, string>>): Wording {
  return { text: name, byLang: names };
}
