import type { RevealApi, RevealConfig } from 'reveal.js';
import type { EvidencePanel } from './evidence-panel.js';
import type { ShownDeck } from './shown-deck.js';
import type { ZoomWindow } from './zoom.js';

/** What opens over a deck, and is needed only then. */
export interface OnDemandParts {
  readonly toggleHelp: (deck: RevealApi) => void;
  readonly openGoTo: (current: string, choose: (slide: string) => void) => void;
  readonly copyLink: (slide: string) => void;
  readonly evidencePanel: (deck: ShownDeck) => EvidencePanel;
  readonly zoomOf: (deck: ShownDeck) => ZoomWindow;
}

/** How a page comes to what is needed on demand: it has it, or loads it. */
export interface OnDemandLoader {
  /** Does something with it: at once where it is there, and else when it has come. */
  readonly use: (act: (parts: OnDemandParts) => void) => void;
  /** Starts a deck, after what it needs of this from its beginning has come. */
  readonly before: (root: Element, options: RevealConfig, start: () => void) => void;
}
