import type { RunningBrowser, SandboxUse } from './launch-browser.js';

/** Where a command's pages come from: the browser it starts, or browsers elsewhere. */
export interface BrowserSupply {
  /** Whether pages are shown on another machine, which cannot read what lies on this one. */
  readonly isElsewhere: boolean;
  /** Whether a browser was started or called, or is being. */
  readonly launched: boolean;
  /** Begins to start or call them. What fails then is said by `use`. */
  readonly prepare: () => void;
  /** Hands a browser to `work`. Where that browser dies and there are others, `work` runs again with another. */
  readonly use: <T>(work: (running: RunningBrowser) => Promise<T>) => Promise<T>;
  /** What was started or called; undefined when nothing was, or it failed. */
  readonly started: () => Promise<Pick<RunningBrowser, 'origin' | 'sandbox'> | undefined>;
  /**
   * Changes whenever another browser, or another version, would be taken. Never rejects: for a browser that cannot be reached it is one
   * fixed word.
   */
  readonly identity: () => Promise<string>;
  /** To be called after the signal was aborted; may be called twice. */
  readonly stop: () => Promise<void>;
}

export interface SupplyOptions {
  /** Aborted when the command wants no browser any more. */
  readonly signal: AbortSignal;
  readonly sandbox: SandboxUse | undefined;
  /** Told which browser is left out, and why. */
  readonly report: (line: string) => void;
}
