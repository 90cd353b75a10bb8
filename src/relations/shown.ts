import { wordsIn } from '../language/words/words.js';
import type { Actor, Relation, RelationKind, Relations, RelationsView } from '../model.js';
import { paragraphs } from './cite.js';
import { inLang } from './words.js';

export interface ShownActor {
  readonly id: string;
  readonly name: string;
  readonly hue: Actor['hue'];
  readonly step: number;
}

export interface ShownKind {
  readonly id: string;
  readonly name: string;
  readonly line: RelationKind['line'];
}

export interface ShownRelation {
  readonly id: string;
  readonly from: ShownActor;
  readonly to: ShownActor;
  readonly kind: ShownKind;
  readonly mutual: boolean;
  /** What stands on its line: what it is about, or its kind; empty where only the remark is to be said. */
  readonly words: string;
  /** "¶5", or empty. */
  readonly evidence: string;
  /** "inferred", "lecturer", "not in the source", or empty. */
  readonly remark: string;
  readonly sentence: string;
  readonly relation: Relation;
  readonly step: number;
}

/** A view with everything it names, in one language. */
export interface Shown {
  readonly actors: readonly ShownActor[];
  readonly relations: readonly ShownRelation[];
  /** Kinds of the relations shown, in the order of the file. */
  readonly kinds: readonly ShownKind[];
  /** Those of which two members and more are shown: a frame says what belongs together. */
  readonly groups: readonly { readonly id: string; readonly name: string; readonly members: readonly ShownActor[] }[];
}

/** Looks up what a view names; `lang` is the deck's language tag. */
export function shownIn(view: RelationsView, data: Relations, lang: string): Shown {
  const actors = view.actors.flatMap(({ id, step }) => {
    const actor = data.actors.find((one) => one.id === id);
    return actor === undefined ? [] : [{ id, name: inLang(actor.name, lang), hue: actor.hue, step }];
  });
  const relations = view.relations.flatMap(({ id, step }) => {
    const relation = data.relations.find((one) => one.id === id);
    const from = actors.find((actor) => actor.id === relation?.from);
    const to = actors.find((actor) => actor.id === relation?.to);
    const kind = data.kinds.find((one) => one.id === relation?.kind);
    if (relation === undefined || from === undefined || to === undefined || kind === undefined) return [];
    return [shownRelation(relation, from, to, kind, step, lang)];
  });
  const groups = data.groups.map(({ id, name, members }) => ({
    id,
    name: inLang(name, lang),
    members: actors.filter((actor) => members.includes(actor.id)),
  }));
  const used = data.kinds.filter(({ id }) => relations.some(({ kind }) => kind.id === id));
  return {
    actors,
    relations,
    kinds: used.map((kind) => shownKind(kind, lang)),
    groups: groups.filter(({ members }) => members.length > 1),
  };
}

function shownRelation(
  relation: Relation,
  from: ShownActor,
  to: ShownActor,
  kind: RelationKind,
  step: number,
  lang: string,
): ShownRelation {
  const own = wordsIn(lang);
  const what = relation.what === undefined ? undefined : inLang(relation.what, lang);
  const unsourced = kind.line === 'unsourced';
  const pattern = inLang(relation.sentence ?? kind.sentence, lang);
  const holes: Readonly<Record<string, string>> = { from: from.name, to: to.name, what: what ?? '' };
  const filled = pattern.replace(/\{(from|to|what)\}/g, (_hole, name: string) => holes[name] ?? '');
  return {
    id: relation.id,
    from,
    to,
    kind: shownKind(kind, lang),
    mutual: relation.mutual,
    words: what ?? (unsourced ? '' : inLang(kind.name, lang)),
    evidence: paragraphs(relation.citations),
    remark: unsourced ? own.notInSource : relation.unsourced === undefined ? '' : own[relation.unsourced],
    sentence: capitalised(filled.replace(/[:\s]+$|\.$/g, ''), lang),
    relation,
    step,
  };
}

function shownKind({ id, name, line }: RelationKind, lang: string): ShownKind {
  return { id, name: inLang(name, lang), line };
}

function capitalised(sentence: string, lang: string): string {
  const [first = ''] = sentence;
  return first.toLocaleUpperCase(lang) + sentence.slice(first.length);
}
