import { marp } from './marp.js';
import { obsidian } from './obsidian.js';
import { others } from './others.js';
import { citationWithoutSource, pandoc, rawForOthers } from './pandoc.js';
import { pandocReading } from './pandoc-reading.js';
import { quarto } from './quarto.js';
import type { Sign } from './sign.js';
import { slidev } from './slidev.js';
import { slips } from './slips.js';

/** What other tools write and we do not read, a file a tool; the order is that of messages at one place. */
export const signs: readonly Sign[] = [
  ...marp,
  ...slidev,
  ...quarto,
  ...pandoc,
  citationWithoutSource,
  rawForOthers,
  ...pandocReading('pandoc'),
  ...pandocReading('quarto'),
  ...obsidian,
  ...others,
  ...slips,
];
