import { z } from 'zod';
import type { Diagnostic, Place } from '../model/diagnostic.js';
import { type Relation, type Relations, type RelationsView, relationDirections } from '../model.js';
import { readYaml, schemaDiagnostics, type YamlText } from '../read/yaml.js';
import { contentError, ids, text, unknownId, unknownKeys } from './shape.js';
import { type Steps, stepsOf } from './steps.js';

const layouts = ['graph', 'lanes'] as const;
/** From the theme: more lines than this need a second slide. */
const mostLanes = 7;

/** A `relations` fence. */
export const viewSchema = z
  .object({
    show: ids("expected a list of actors' ids").describe(
      'The actors to show, or groups of them. Without it, those of the relations that are shown.',
    ),
    kinds: ids("expected a list of kinds' ids").describe('The kinds of relation to show. Without it, all.'),
    focus: text("expected an actor's id").describe('Shows only the relations of this actor.'),
    direction: z
      .enum(relationDirections, { error: `expected one of ${relationDirections.join(', ')}` })
      .describe(
        'The way a graph runs: left to right, right to left, top to bottom, bottom to top. Mermaid draws one that runs up or down.',
      ),
    steps: z
      .array(ids('expected a list of ids'), { error: 'expected a list of lists of ids' })
      .describe('What comes with each step: ids of actors and relations.'),
    layout: z
      .enum(layouts, { error: 'expected graph or lanes' })
      .describe('A graph, or two to four actors as columns with a line for each relation.'),
  })
  .partial();
type Wish = z.output<typeof viewSchema>;

/**
 * Reads a `relations` fence: YAML that asks for a view. `place` is that of the code's first line; `layout` is the fence's attribute, which
 * stands for the key of that name. `show` takes groups too, for their members; without it a view holds the actors that take part in a
 * relation it shows.
 */
export function readView(
  code: string,
  place: Place,
  relations: Relations,
  layout?: string,
): { view?: RelationsView; diagnostics: readonly Diagnostic[] } {
  const yaml = readYaml(code, place.path, place.line);
  const asked = yaml.value ?? {};
  if (typeof asked !== 'object' || Array.isArray(asked)) {
    const cure = 'Write them one a line, as in `show: [russia, belarus]`.';
    return {
      diagnostics: [contentError('relations-view', 'Expected keys such as show, kinds and steps.', place, cure)],
    };
  }
  const parsed = viewSchema.safeParse({ ...(layout === undefined ? {} : { layout }), ...asked });
  const wish = parsed.data ?? {};
  const errors = [
    ...yaml.diagnostics,
    ...schemaDiagnostics('relations-view', parsed.error?.issues ?? [], yaml),
    ...unknownKeys('relations-view', asked, Object.keys(viewSchema.shape), [], yaml),
    ...checkNames(wish, relations, yaml),
  ];
  if (errors.length > 0) return { diagnostics: errors };
  const chosen = choose(wish, relations);
  const { late, empty, ...shown } = stepsOf(wish.steps ?? [], chosen.actors, chosen.relations);
  const view: RelationsView = { layout: wish.layout ?? 'graph', direction: wish.direction ?? 'LR', ...shown, place };
  const wrong = checkView(view, chosen.relations, wish, relations, yaml);
  return wrong.length > 0 ? { diagnostics: wrong } : { view, diagnostics: checkSteps({ late, empty }, yaml) };
}

interface Chosen {
  readonly actors: readonly string[];
  readonly relations: readonly Relation[];
}

function choose({ show, kinds, focus }: Wish, { actors, groups, relations }: Relations): Chosen {
  const members = (id: string): readonly string[] => groups.find((group) => group.id === id)?.members ?? [id];
  const candidates = show === undefined ? actors.map(({ id }) => id) : [...new Set(show.flatMap(members))];
  const chosen = relations.filter(
    ({ from, to, kind }) =>
      candidates.includes(from) &&
      candidates.includes(to) &&
      (kinds === undefined || kinds.includes(kind)) &&
      (focus === undefined || focus === from || focus === to),
  );
  const taking = new Set(chosen.flatMap(({ from, to }) => [from, to]));
  const all = show !== undefined && focus === undefined;
  return { actors: candidates.filter((id) => all || taking.has(id)), relations: chosen };
}

function checkNames({ show = [], kinds = [], focus }: Wish, data: Relations, yaml: YamlText): Diagnostic[] {
  const idsOf = (all: readonly { readonly id: string }[]): string[] => all.map(({ id }) => id);
  const check = (what: string, id: string, known: readonly string[], at: readonly PropertyKey[]): Diagnostic[] =>
    known.includes(id) ? [] : [unknownId('relations-view', what, id, known, yaml.placeOf(at))];
  const shown = idsOf([...data.actors, ...data.groups]);
  return [
    ...show.flatMap((id, index) => check('actor or group', id, shown, ['show', index])),
    ...kinds.flatMap((id, index) => check('kind', id, idsOf(data.kinds), ['kinds', index])),
    ...(focus === undefined ? [] : check('actor', focus, idsOf(data.actors), ['focus'])),
  ];
}

function checkView(
  view: RelationsView,
  chosen: readonly Relation[],
  wish: Wish,
  all: Relations,
  yaml: YamlText,
): Diagnostic[] {
  const { place } = view;
  const error = (message: string, cure: string): Diagnostic[] => [contentError('relations-view', message, place, cure)];
  if (chosen.length === 0) return error('The view shows no relation.', 'Name more actors in show, or more kinds.');
  const shown = [...view.actors, ...view.relations].map(({ id }) => id);
  const everything = [...all.actors, ...all.relations].map(({ id }) => id);
  const unknown = (wish.steps ?? []).flatMap((list, step) =>
    list
      .filter((id) => !shown.includes(id))
      .map((id) => {
        const at = yaml.placeOf(['steps', step, list.indexOf(id)]);
        if (!everything.includes(id)) return unknownId('relations-view', 'actor or relation', id, shown, at);
        const message = `"${id}" is not in this view, and so cannot appear in it.`;
        return contentError('relations-view', message, at, 'Take it out of steps, or widen show, kinds or focus.');
      }),
  );
  if (view.layout === 'graph') return unknown;
  const count = view.actors.length;
  const self = chosen.find(({ from, to }) => from === to);
  return [
    ...unknown,
    ...(count >= 2 && count <= 4
      ? []
      : error(`Lanes take two to four actors; here are ${count}.`, 'Use layout=graph.')),
    ...(self === undefined ? [] : error(`"${self.id}" leads from an actor to itself.`, 'Use layout=graph.')),
    ...(chosen.length <= mostLanes
      ? []
      : error(`The view has ${chosen.length} relations; a slide takes ${mostLanes}.`, 'Put some on a second slide.')),
  ];
}

function checkSteps({ late, empty }: Pick<Steps, 'late' | 'empty'>, yaml: YamlText): Diagnostic[] {
  const warning = (message: string, place: Place, cure: string): Diagnostic => ({
    rule: 'relations-steps',
    severity: 'warning',
    message,
    place,
    cure,
  });
  return [
    ...late.map(({ id, step }) => {
      const message = `"${id}" stands in an earlier step than one of its ends, and appears with step ${step + 1}.`;
      return warning(message, yaml.placeOf(['steps']), 'Name it in that step, or its ends in an earlier one.');
    }),
    ...empty.map((step) =>
      warning(`Nothing new appears in step ${step + 1}.`, yaml.placeOf(['steps', step]), 'Take the step away.'),
    ),
  ];
}
