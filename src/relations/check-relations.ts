import type { Diagnostic } from '../model/diagnostic.js';
import type { Actor, ActorGroup, Reference, Relation, RelationKind, Relations } from '../model.js';
import type { YamlText } from '../read/yaml.js';
import { checkRelation } from './check-relation.js';
import { contentError, unknownId } from './shape.js';
import { notInSource } from './words.js';

/** An entry of the right shape, and the keys that lead to it in the file. */
export interface Entry<T> {
  readonly value: T;
  readonly path: readonly string[];
}

export interface RelationsDraft {
  readonly actors: readonly Entry<Actor>[];
  readonly groups: readonly Entry<ActorGroup>[];
  readonly kinds: readonly Entry<RelationKind>[];
  readonly relations: readonly Entry<Relation>[];
  /** Every id the file has, those of entries that are wrong among them: naming one of these is no second mistake. */
  readonly keys: { readonly actors: readonly string[]; readonly kinds: readonly string[] };
}

/** What the source does not speak of: drawn apart from all other kinds, and said to be so in the legend. */
const unsourced: RelationKind = {
  id: 'unsourced',
  name: notInSource,
  line: 'unsourced',
  sentence: { text: '{from} – {to}: {what}', byLang: {} },
};

/**
 * Whether the entries agree with one another and with the deck's references. A relation that cannot be told is left
 * out; one that lacks its evidence stays, so that nothing that names it is wrong too.
 */
export function checkRelations(
  draft: RelationsDraft,
  references: readonly Reference[],
  yaml: YamlText,
): { relations: Relations; diagnostics: readonly Diagnostic[] } {
  const taken = repeatedIds(draft, yaml);
  const whole: Relations = {
    actors: draft.actors.map(({ value }) => value),
    groups: draft.groups.map(({ value }) => value),
    kinds: [...draft.kinds.filter((kind) => !taken.has(kind)).map(({ value }) => value), unsourced],
    relations: [],
  };
  const checked = draft.relations.map((entry) => ({
    entry,
    errors: [...checkEnds(entry, draft, yaml), ...checkRelation(entry, whole, references, yaml)],
  }));
  const sound = checked.filter(
    ({ entry, errors }) =>
      errors.every(({ rule }) => rule !== 'relations') && !taken.has(entry) && isWhole(entry.value, whole),
  );
  return {
    relations: { ...whole, relations: sound.map(({ entry }) => entry.value) },
    diagnostics: [
      ...taken.values(),
      ...draft.groups.flatMap((group) => checkMembers(group, draft, yaml)),
      ...checked.flatMap(({ errors }) => errors),
      ...alike(draft.actors, ({ hue }) => (hue === 'grey' ? undefined : hue), 'hue', yaml),
      ...alike(draft.kinds, ({ line }) => line, 'line', yaml),
    ],
  };
}

/** Whether it stands on entries that are right themselves. */
function isWhole({ from, to, kind }: Relation, { actors, kinds }: Relations): boolean {
  return [from, to].every((end) => actors.some(({ id }) => id === end)) && kinds.some(({ id }) => id === kind);
}

function checkEnds({ value, path }: Entry<Relation>, { keys }: RelationsDraft, yaml: YamlText): Diagnostic[] {
  const ends = [
    { key: 'from', what: 'actor', known: keys.actors },
    { key: 'to', what: 'actor', known: keys.actors },
    { key: 'kind', what: 'kind', known: [...keys.kinds, unsourced.id] },
  ] as const;
  return ends
    .filter(({ key, known }) => !known.includes(value[key]))
    .map(({ key, what, known }) => unknownId('relations', what, value[key], known, yaml.placeOf([...path, key])));
}

/** Actors, groups, kinds and relations share one namespace, so that `show` and `steps` can name any of them. */
function repeatedIds(draft: RelationsDraft, yaml: YamlText): ReadonlyMap<Entry<{ readonly id: string }>, Diagnostic> {
  const first = new Map<string, string>([[unsourced.id, 'the built-in kind']]);
  const repeated = new Map<Entry<{ readonly id: string }>, Diagnostic>();
  for (const entry of [...draft.actors, ...draft.groups, ...draft.kinds, ...draft.relations]) {
    const { id } = entry.value;
    const [section = ''] = entry.path;
    const place = section === 'relations' ? yaml.placeOf([...entry.path, 'id']) : yaml.placeOfKey(entry.path);
    const other = first.get(id);
    const message = `The id "${id}" is taken by ${other}.`;
    if (other === undefined) first.set(id, `one of the ${section}`);
    else repeated.set(entry, contentError('relations', message, place, 'Choose another id.'));
  }
  return repeated;
}

function checkMembers({ value: group, path }: Entry<ActorGroup>, draft: RelationsDraft, yaml: YamlText): Diagnostic[] {
  const actors = draft.keys.actors;
  const groups = draft.groups.map(({ value }) => value);
  return group.members.flatMap((member, index) => {
    const place = yaml.placeOf([...path, 'members', index]);
    if (!actors.includes(member)) return [unknownId('relations', 'actor', member, actors, place)];
    const other = groups.slice(0, groups.indexOf(group)).find(({ members }) => members.includes(member));
    if (other === undefined) return [];
    const message = `"${member}" stands in the groups "${other.id}" and "${group.id}"; a diagram can frame it only once.`;
    return [contentError('relations', message, place, 'Keep it in one of them.')];
  });
}

/** Two actors of one hue, or two kinds of one line, cannot be told apart. */
function alike<T extends { readonly id: string }>(
  entries: readonly Entry<T>[],
  look: (value: T) => string | undefined,
  key: 'hue' | 'line',
  yaml: YamlText,
): Diagnostic[] {
  const first = new Map<string, string>();
  return entries.flatMap(({ value, path }): Diagnostic[] => {
    const own = look(value);
    const other = own === undefined ? undefined : first.get(own);
    if (own === undefined) return [];
    if (other === undefined) {
      first.set(own, value.id);
      return [];
    }
    return [
      {
        rule: 'relations-alike',
        severity: 'warning',
        message: `"${value.id}" has the ${key} ${own}, as "${other}" has: the two cannot be told apart.`,
        place: yaml.placeOf([...path, key]),
        cure: `Give one of them another ${key}.`,
      },
    ];
  });
}
