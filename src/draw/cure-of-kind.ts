import { kindOf } from './diagram-kind.js';

/** What its author can do for a diagram of this kind whose labels are too small; absent where the kind has nothing of its own to say. */
export function cureOfKind(code: string): string | undefined {
  const kind = kindOf(code);
  return cures.find(([kinds]) => kinds.test(kind))?.[1];
}

const cures: readonly (readonly [RegExp, string])[] = [
  [
    /^sequenceDiagram/,
    'Divide its messages between two diagrams, the second beginning where the first ends, or use fewer participants.',
  ],
  [
    /^(flowchart|graph|stateDiagram)/,
    'Divide it between two slides, each with a part of the way, or give it fewer or shorter labels, or more room.',
  ],
  [/^C4/, 'Show one boundary a slide, or draw it as a flowchart, whose boxes take less room.'],
  [/^architecture/, 'Show one group a slide, or draw it as a flowchart.'],
  [/^(timeline|gantt|journey)/, 'Divide it at a section between two slides, or shorten its labels.'],
  [/^mindmap/, 'Show one branch a slide, or shorten its labels.'],
  [
    /^(classDiagram|erDiagram|requirementDiagram)/,
    'Leave out members and what the slide does not speak of, or divide it between two slides.',
  ],
  [/^(eventmodeling|railroad)/, 'Divide it between two slides.'],
];
