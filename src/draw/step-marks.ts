import { kindOf } from './diagram-kind.js';

/** The kinds of which Mermaid's own parser can tell what stands above a mark. */
const kindsWithSteps = /^(flowchart|graph|sequenceDiagram|stateDiagram|timeline)\b/;

/** The lines of the code, from 1, that hold nothing but `%% step`; Mermaid reads them as comments. */
export function stepMarks(code: string): readonly number[] {
  return code.split('\n').flatMap((line, index) => (/^\s*%%\s*step\s*$/.test(line) ? [index + 1] : []));
}

export function takesSteps(code: string): boolean {
  return kindsWithSteps.test(kindOf(code));
}
