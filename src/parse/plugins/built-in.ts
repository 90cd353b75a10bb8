import MarkdownItCallable, { type StateBlock } from 'markdown-it';

/** Reads a block at a line, or, where it is silent, only says whether there is one that ends what is being read. */
export type BlockRule = (state: StateBlock, startLine: number, endLine: number, silent: boolean) => boolean;

/** A rule of markdown-it's own by its name; the rulers give rules out only as the list of those that are enabled. */
export function builtIn(name: string): BlockRule {
  const { block } = new MarkdownItCallable();
  block.ruler.enableOnly(name);
  const [rule] = block.ruler.getRules('');
  if (rule === undefined) throw new Error(`markdown-it has no block rule ${name}`);
  return rule;
}
