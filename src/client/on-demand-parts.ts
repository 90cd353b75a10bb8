import { copyLink } from './copy-link.js';
import { evidencePanel } from './evidence-panel.js';
import { openGoTo } from './go-to.js';
import { toggleHelp } from './help.js';
import { keysOf } from './keys.js';
import type { OnDemandParts } from './on-demand-loader.js';
import { zoomOf } from './zoom.js';

/** All that opens over a deck. */
export const parts: OnDemandParts = {
  toggleHelp: (deck) => toggleHelp(keysOf(deck)),
  openGoTo,
  copyLink,
  evidencePanel,
  zoomOf,
};
