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
const named = { name: text('expected a name'), names: z.record(z.string(), text('expected a name')).default({}) };

const hueNamed = (value: unknown): unknown => (typeof value === 'string' ? (hueOf(value) ?? value) : value);

const shapes = {
  actors: z.object({
    ...named,
    aka: z.array(text('expected a word'), { error: 'expected a list of words' }).default([]),
    hue: z.preprocess(hueNamed, z.enum(hues, { error: `expected one of ${hues.join(', ')}` })).optional(),
  }),
  groups: z.object({ ...named, members: ids("expected a list of actors' ids") }),
  kinds: z.object({
    ...named,
    line: z.enum(relationLines, { error: `expected one of ${relationLines.join(', ')}` }),
    sentence: wording('expected a sentence such as "{from} hosts {what} of {to}"'),
  }),
  relations: z.object({
    id,
    from: text("expected an actor's id"),
    to: text("expected an actor's id"),
    kind: text("expected a kind's id"),
    what: wording('expected words, or words for each language').optional(),
    sentence: wording('expected a sentence, or one for each language').optional(),
    cite: text('expected a citation such as "key, ¶7"').optional(),
    mutual: z.boolean({ error: 'expected true or false' }).default(false),
  }),
};

function draftOf(yaml: YamlText): { draft: RelationsDraft; diagnostics: readonly Diagnostic[] } {
  const diagnostics = [...yaml.diagnostics];
  const file = z.record(z.string(), z.unknown(), { error: 'expected actors, kinds and relations' });
  const parsed = file.safeParse(yaml.value ?? {});
  if (!parsed.success) diagnostics.push(...schemaDiagnostics('relations', parsed.error.issues, yaml));
  const sections = parsed.data ?? {};
  diagnostics.push(...unknownKeys('relations', sections, Object.keys(shapes), [], yaml));

  const keys = { actors: [], groups: [], kinds: [], relations: [] } as Record<keyof typeof shapes, string[]>;
  const actors = entries('actors', shapes.actors).map(({ key, path, value: { name, names, aka, hue } }) => {
    const known: Hue = hue ?? hueOf(key) ?? 'grey';
    return { path, value: { id: key, name: inLanguages(name, names), aka, hue: known, place: yaml.placeOfKey(path) } };
  });
  const groups = entries('groups', shapes.groups).map(({ key, path, value: { name, names, members } }) => ({
    path,
    value: { id: key, name: inLanguages(name, names), members },
  }));
  const kinds = entries('kinds', shapes.kinds).map(({ key, path, value: { name, names, line, sentence } }) => ({
    path,
    value: { id: key, name: inLanguages(name, names), line, sentence },
  }));
  const relations = entries('relations', shapes.relations).map(({ path, value: { cite, what, sentence, ...rest } }) => {
    const at = yaml.placeOf([...path, 'cite']);
    const { problems, ...evidence } = readCite(cite ?? '', at);
    diagnostics.push(...problems.map((problem) => wrongCitation(`${problem}.`, at)));
    const words = { ...(what === undefined ? {} : { what }), ...(sentence === undefined ? {} : { sentence }) };
    return { path, value: { ...rest, ...words, ...evidence, place: yaml.placeOf(path) } };
  });
  return { draft: { actors, groups, kinds, relations, keys }, diagnostics };

  /** The entries of a section that have the right shape; what is wrong with the others is said. */
  function entries<S extends z.ZodObject>(
    section: keyof typeof shapes,
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
