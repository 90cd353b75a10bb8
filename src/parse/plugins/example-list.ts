import type { Env, MarkdownIt, StateInline, Token } from 'markdown-it';
import { contextOf } from '../parse-context.js';

/** The examples of a deck: the numbers of those that have a label, and how many there are. */
interface Examples {
  readonly numbers: Map<string, number>;
  count: number;
}

const known = new WeakMap<Env, Examples>();
const longest = 101;

/**
 * Pandoc's examples: items that begin with `(@)` or `(@label)` are numbered through the deck, whatever stands between them, and `@label`
 * in running text is the number. A label that comes again has its number again.
 */
export function exampleList(md: MarkdownIt): void {
  md.core.ruler.after('block', 'example_numbers', ({ tokens, env }) => number(tokens, env));
  md.inline.ruler.before('foreign_marks', 'example_reference', readReference);
}

/** Whether a deck has examples, and none of this name. */
export function lacksExample(env: Env, label: string): boolean {
  const examples = known.get(env);
  return examples !== undefined && examples.count > 0 && !examples.numbers.has(label);
}

function number(tokens: readonly Token[], env: Env): void {
  const examples = known.get(env) ?? { numbers: new Map<string, number>(), count: 0 };
  const open: { readonly list: Token; next: number | undefined }[] = [];
  for (const token of tokens) {
    if (token.type === 'ordered_list_open' || token.type === 'bullet_list_open') {
      open.push({ list: token, next: undefined });
    } else if (token.type === 'ordered_list_close' || token.type === 'bullet_list_close') open.pop();
    const within = open.at(-1);
    if (token.type !== 'list_item_open' || typeof token.meta?.example !== 'string' || within === undefined) continue;
    const value = numberOf(token.meta.example, examples);
    if (within.next === undefined && value !== 1) within.list.attrSet('start', String(value));
    if (within.next !== undefined && within.next !== value) token.attrSet('value', String(value));
    within.next = value + 1;
  }
  if (examples.count > 0) known.set(env, examples);
}

function numberOf(label: string, examples: Examples): number {
  const found = examples.numbers.get(label);
  if (found !== undefined) return found;
  examples.count++;
  if (label !== '') examples.numbers.set(label, examples.count);
  return examples.count;
}

function readReference(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== '@' || /[\p{L}\p{N}]/u.test(state.src[state.pos - 1] ?? '')) return false;
  const numbers = known.get(state.env)?.numbers;
  const [label = ''] = /^[\p{L}\p{N}_-]+/u.exec(state.src.slice(state.pos + 1, state.pos + longest)) ?? [];
  const number = numbers?.get(label);
  if (number === undefined || contextOf(state.env)?.keys.has(label) === true) return false;
  if (!silent) state.pending += String(number);
  state.pos += 1 + label.length;
  return true;
}
