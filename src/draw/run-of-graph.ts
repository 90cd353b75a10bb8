import { kindOf } from './diagram-kind.js';

/** The ways a graph may run, as Mermaid writes them: to the right, to the left, down, up. */
export type Run = 'LR' | 'RL' | 'TB' | 'BT';

/** How a graph's code says which way the graph runs. */
export interface RunOfGraph {
  /** What its author typed; absent where nothing is said and Mermaid's own way would be down. */
  readonly typed?: Run;
  /** The code of the same graph that runs another way. No line of it moves. */
  readonly turned: (to: Run) => string;
  /** What an author writes for it. */
  readonly written: (to: Run) => string;
}

/** Undefined for a kind that takes no direction. */
export function runOfGraph(code: string): RunOfGraph | undefined {
  const kind = kindOf(code);
  if (/^(flowchart|graph)(-elk)?$/.test(kind)) return runInHead(code, kind);
  return /^(stateDiagram|classDiagram)(-v2)?$|^(erDiagram|requirementDiagram)$/.test(kind)
    ? runInStatement(code)
    : undefined;
}

/** A flowchart has its direction behind the word it begins with. */
function runInHead(code: string, kind: string): RunOfGraph {
  const head = headOf(code, kind);
  const typed = /^[ \t]*(LR|RL|TB|BT|TD|BR|[<>^v])(?![^\s;])/.exec(code.slice(head));
  const rest = head + (typed?.[0].length ?? 0);
  return {
    ...(typed === null ? {} : { typed: runs[typed[1] ?? ''] ?? 'TB' }),
    turned: (to) => `${code.slice(0, head)} ${to}${code.slice(rest)}`,
    written: (to) => `${kind} ${to}`,
  };
}

const runs: Readonly<Record<string, Run>> = { LR: 'LR', '>': 'LR', RL: 'RL', '<': 'RL', BT: 'BT', '^': 'BT' };

/** The other kinds have it in a statement of its own, which may be the last: so no line of the author's moves. */
function runInStatement(code: string): RunOfGraph {
  const lines = code.split('\n');
  const at = lines.findIndex((line, index) => statement.test(line) && isOuter(lines.slice(0, index)));
  const typed = statement.exec(lines[at] ?? '')?.[2];
  return {
    ...(typed === undefined ? {} : { typed: runs[typed] ?? 'TB' }),
    turned: (to) =>
      at < 0
        ? `${code.trimEnd()}\ndirection ${to}\n`
        : lines.map((line, index) => (index === at ? line.replace(statement, `$1${to}`) : line)).join('\n'),
    written: (to) => `direction ${to}`,
  };
}

const statement = /^(\s*direction\s+)(LR|RL|TB|BT|TD)(?=\s*;?\s*$)/;

/** Whether what follows these lines stands in no state of states, whose direction is its own. */
function isOuter(before: readonly string[]): boolean {
  const opened = before.filter((line) => /^\s*(state|namespace)\b.*\{\s*$/.test(line)).length;
  return opened === 0 || before.filter((line) => /^\s*\}\s*$/.test(line)).length >= opened;
}

/** Where the word ends that names the kind. */
function headOf(code: string, kind: string): number {
  const body = /^\s*-{3}\s*\n[\s\S]*?\n-{3}\s*\n/.exec(code)?.[0].length ?? 0;
  const found = new RegExp(`^[ \\t]*${kind}`, 'm').exec(code.slice(body));
  return body + (found?.index ?? 0) + (found?.[0].length ?? 0);
}
