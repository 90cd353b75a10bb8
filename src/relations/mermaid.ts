import type { Relations, RelationsView } from '../model.js';
import { mermaidTone } from './hues.js';
import { labelWords } from './lane-label.js';
import { lineLooks } from './line-styles.js';
import { mermaidId, mermaidText } from './mermaid-text.js';
import { type Shown, type ShownRelation, shownIn } from './shown.js';
import { wrapText } from './wrap-text.js';

/**
 * A view as a Mermaid flowchart: actors are nodes with a class of their hue's name, relations are links with their ids, `%% step` marks what
 * appears with the next click. A group's frame comes with the last of its members. Colours are the theme's, in light.
 */
export function relationsMermaid(view: RelationsView, data: Relations, lang: string): string {
  const shown = shownIn(view, data, lang);
  const relations = [...shown.relations].sort((a, b) => a.step - b.step);
  const steps = Array.from({ length: view.clicks + 1 }, (_, step) => [
    ...(step === 0 ? [] : ['%% step']),
    ...shown.actors
      .filter((actor) => actor.step === step)
      .map(({ id, name, hue }) => `${mermaidId(id)}["${mermaidText(name)}"]:::${hue}`),
    ...relations.filter((relation) => relation.step === step).map(linkOf),
    ...shown.groups.flatMap((group) => frameOf(group, step)),
  ]);
  const lines = [...steps.flat(), ...classes(shown), ...relations.map(linkStyle)];
  return [`flowchart ${view.direction}`, ...lines.map((line) => `  ${line}`), ''].join('\n');
}

function linkOf(relation: ShownRelation): string {
  const { id, from, to, kind, mutual } = relation;
  const { mermaid, mermaidMutual } = lineLooks[kind.line];
  const link = `${mermaidId(id)}@${mutual ? mermaidMutual : mermaid}`;
  return `${mermaidId(from.id)} ${link}|"${labelOf(relation)}"| ${mermaidId(to.id)}`;
}

/** Broken here and not by Mermaid, which would part a ¶ from its word. Mermaid breaks what is wider than 200 px. */
function labelOf(relation: ShownRelation): string {
  const { words, remark } = relation;
  const bracketed = words === '' || remark === '' ? remark : `(${remark})`;
  const lines = wrapText(labelWords({ ...relation, remark: bracketed }), 190);
  const texts = lines.map((runs) => runs.map(({ text }) => text.replaceAll('\u00a0', ' ')).join(''));
  return texts.map(mermaidText).join('<br/>');
}

function frameOf({ id, name, members }: Shown['groups'][number], step: number): readonly string[] {
  if (Math.max(...members.map((member) => member.step)) !== step) return [];
  return [
    `subgraph ${mermaidId(id)}["${mermaidText(name)}"]`,
    ...members.map((member) => `  ${mermaidId(member.id)}`),
    'end',
  ];
}

function classes({ actors }: Shown): readonly string[] {
  return [...new Set(actors.map(({ hue }) => hue))].map((hue) => {
    const { fill, on } = mermaidTone(hue);
    const edge = hue === 'grey' ? on : fill;
    return `classDef ${hue} fill:${fill},stroke:${edge},stroke-width:2px,color:${on}`;
  });
}

/** Mermaid counts links in the order they are written in. */
function linkStyle({ from, kind, mutual }: ShownRelation, index: number): string {
  const { width, dash, round } = lineLooks[kind.line];
  const dashes = dash === undefined ? ',stroke-dasharray:none' : `,stroke-dasharray:${dash}`;
  const { mark } = mermaidTone(mutual ? 'grey' : from.hue);
  return `linkStyle ${index} stroke:${mark},stroke-width:${width}px${dashes}${round ? ',stroke-linecap:round' : ''}`;
}
