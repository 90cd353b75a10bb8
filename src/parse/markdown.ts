import MarkdownItCallable, { type MarkdownIt } from 'markdown-it';
import besideCjk from 'markdown-it-cjk-friendly';
import definitionLists from 'markdown-it-deflist';
import { abbreviation } from './plugins/abbreviation.js';
import { addresses } from './plugins/addresses.js';
import { autolink } from './plugins/autolink.js';
import { blockAttributes } from './plugins/block-attributes.js';
import { blocks } from './plugins/blocks.js';
import { callout } from './plugins/callout.js';
import { chartTable } from './plugins/chart-table.js';
import { citation } from './plugins/citation.js';
import { container } from './plugins/container.js';
import { dashedTable } from './plugins/dashed-table.js';
import { equationReference } from './plugins/equation-reference.js';
import { exampleList } from './plugins/example-list.js';
import { fancyList } from './plugins/fancy-list.js';
import { fenceInfo } from './plugins/fence-info.js';
import { footnote } from './plugins/footnote.js';
import { foreignMarks } from './plugins/foreign-marks.js';
import { gridTable } from './plugins/grid-table.js';
import { inlineAttributes } from './plugins/inline-attributes.js';
import { leftOpen } from './plugins/left-open.js';
import { lineBlock } from './plugins/line-block.js';
import { math } from './plugins/math.js';
import { mathBackslash } from './plugins/math-backslash.js';
import { mathEnvironment } from './plugins/math-environment.js';
import { notesLine } from './plugins/notes-line.js';
import { orgTable } from './plugins/org-table.js';
import { pipeTable } from './plugins/pipe-table.js';
import { rawInline } from './plugins/raw-inline.js';
import { readerAttributes } from './plugins/reader-attributes.js';
import { script } from './plugins/script.js';
import { separator } from './plugins/separator.js';
import { spacedAddress } from './plugins/spaced-address.js';
import { span } from './plugins/span.js';
import { tableCaption } from './plugins/table-caption.js';
import { task } from './plugins/task.js';

type Plugin = (md: MarkdownIt) => void;

/**
 * The dialect, one rule a line, in the order the rules are added to markdown-it. A later rule may name an earlier one as its
 * place in markdown-it's own chains.
 */
const dialect: readonly Plugin[] = [
  blocks,
  separator,
  pipeTable,
  leftOpen,
  notesLine,
  container,
  callout,
  math,
  mathEnvironment,
  blockAttributes,
  gridTable,
  dashedTable,
  orgTable,
  lineBlock,
  tableCaption,
  abbreviation,
  fancyList,
  definitionLists,
  footnote,
  fenceInfo,
  foreignMarks,
  equationReference,
  exampleList,
  mathBackslash,
  task,
  spacedAddress,
  besideCjk,
  inlineAttributes,
  rawInline,
  readerAttributes,
  span,
  script,
  citation,
  addresses,
  autolink,
  chartTable,
];

/** CommonMark and GFM's tables and strikethrough; raw HTML is the author's own and stays. `without` names rules to leave out. */
export function createMarkdown(without: readonly Plugin[] = []): MarkdownIt {
  const md = new MarkdownItCallable({ html: true });
  for (const plugin of dialect) if (!without.includes(plugin)) md.use(plugin);
  return md;
}
