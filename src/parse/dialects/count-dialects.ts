import type { Source } from '../../model.js';
import { createMarkdown } from '../markdown.js';
import { ParseContext } from '../parse-context.js';
import { foundSigns, isProof } from './report-dialects.js';
import type { Dialect } from './sign.js';

/** How many signs of each tool a deck has; of the tool that its front matter tells, one more than of all others. */
export function countDialects(source: Source): ReadonlyMap<Dialect, number> {
  const context = new ParseContext(source);
  const tokens = createMarkdown().parse(source.entry.text, { deck: context });
  const counts = new Map<Dialect, number>();
  for (const { sign } of foundSigns(tokens, context))
    if (isProof(sign)) counts.set(sign.dialect, (counts.get(sign.dialect) ?? 0) + 1);
  const { tool } = source.settings;
  if (tool !== undefined)
    counts.set(
      tool,
      [...counts.values()].reduce((sum, count) => sum + count, 1),
    );
  return counts;
}
