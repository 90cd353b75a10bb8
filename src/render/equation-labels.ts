import katex, { type KatexOptions } from 'katex';
import { redefining } from './redefining.js';

/** The numbers of equations that `\label` names; of an equation without a number nothing, which makes its label one that leads nowhere. */
export type EquationLabels = ReadonlyMap<string, string>;

/** A macro of KaTeX's that is a function: it takes arguments from the formula and gives the TeX that stands in their place. */
type Command = (context: {
  readonly consumeArgs: (count: number) => readonly (readonly { readonly text: string }[])[];
}) => string;

/** KaTeX knows neither `\label` nor what refers to it. Here a label shows nothing, and a reference its equation's number. */
export function labelCommands(numbers: EquationLabels): Readonly<Record<string, Command>> {
  const numberOf = (name: string, command: string): string => {
    const number = numbers.get(name);
    if (number === undefined) throw new katex.ParseError(`\\${command}{${name}} names no equation that has a number`);
    return number;
  };
  return {
    '\\label': (context) => {
      argument(context);
      return '';
    },
    '\\ref': (context) => `\\text{${numberOf(argument(context), 'ref')}}`,
    '\\eqref': (context) => `\\text{(${numberOf(argument(context), 'eqref')})}`,
  };
}

/** The labels of a formula that KaTeX has read without an error, each with the number or tag of its line; `first` is the number of its first line. */
export function labelsIn(tex: string, options: KatexOptions, first: number): EquationLabels {
  const found = new Map<string, string>();
  if (!/\\label(?![A-Za-z])/.test(tex)) return found;
  const names: string[] = [];
  const macros = {
    ...options.macros,
    '\\label': (context: Parameters<Command>[0]) => `\\htmlClass{${names.push(argument(context)) - 1}}{}`,
  };
  let number = first;
  const keep = (node: unknown, tag: string): void => {
    for (const index of classesIn(node)) found.set(names[index] ?? '', tag);
  };
  const trusting = { ...options, macros, trust: true };
  for (const node of redefining(tex, trusting, parsed)) {
    if (node.type === 'tag') keep(node.body, bare(wordsOf(node.tag)));
    for (const [row, tag] of (node.tags ?? []).entries()) {
      if (tag === true) keep(node.body?.[row], String(number++));
      else if (tag !== false) keep(node.body?.[row], bare(wordsOf(tag)));
    }
  }
  return found;
}

/** What this reads of KaTeX's tree: lines with numbers (`true`), with a tag of their own, or with none. */
interface Node {
  readonly type: string;
  readonly body?: readonly unknown[];
  readonly tag?: readonly unknown[];
  readonly tags?: readonly (boolean | readonly unknown[])[];
}

/** KaTeX gives its tree to whom asks for it by this name, which its types leave out; only there it is known which line has a number. */
function parsed(tex: string, options: KatexOptions): readonly Node[] {
  return (katex as unknown as { readonly __parse: (tex: string, options: KatexOptions) => readonly Node[] }).__parse(
    tex,
    options,
  );
}

function argument(context: Parameters<Command>[0]): string {
  const [tokens = []] = context.consumeArgs(1);
  return [...tokens]
    .reverse()
    .map(({ text }) => text)
    .join('');
}

function* classesIn(node: unknown): Generator<number> {
  if (typeof node !== 'object' || node === null) return;
  const { type, attributes } = node as { readonly type?: unknown; readonly attributes?: { readonly class?: string } };
  if (type === 'html') yield Number(attributes?.class);
  for (const part of partsOf(node)) yield* classesIn(part);
}

function wordsOf(node: unknown): string {
  if (typeof node !== 'object' || node === null) return '';
  const { text } = node as { readonly text?: unknown };
  return typeof text === 'string' ? text : partsOf(node).map(wordsOf).join('');
}

/** A number without the brackets that it stands in. */
function bare(number: string): string {
  return number.replace(/^\((.*)\)$/, '$1');
}

/** `loc` leads to the reader of the formula, and what that knows. */
function partsOf(node: object): readonly unknown[] {
  return Object.entries(node).flatMap(([name, part]) => (name === 'loc' ? [] : [part]));
}
