import { countDialects } from '../parse/dialects/count-dialects.js';
import { readFrontMatter } from '../read/front-matter.js';
import { type ToolName, tools } from './tools.js';

/** The tool that a deck was written for, by its front matter and by the signs that only it has; undefined where there are none. */
export function recognise(text: string): ToolName | undefined {
  const path = 'deck.md';
  const { settings, bodyLine } = readFrontMatter(text, path, false);
  // A setting that is a pattern would be tried on the whole text.
  const { separator, verticalSeparator, notesSeparator, ...plain } = settings;
  const counts = countDialects({
    name: 'deck',
    folder: '',
    entry: { path, file: path, text },
    bodyLine,
    settings: plain,
    includes: new Map(),
    references: [],
    styles: [],
    scripts: [],
    diagnostics: [],
  });
  const names = Object.keys(tools) as readonly ToolName[];
  const [most] = names.filter((name) => counts.has(name)).sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
  return most;
}
