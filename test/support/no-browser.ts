import type { BrowserProvider } from '../../src/browser/browser-provider.js';

/** A browser for what may not need one. */
export const noBrowser: BrowserProvider = {
  isElsewhere: false,
  launched: false,
  identity: async () => '',
  prepare: () => undefined,
  started: () => Promise.resolve(undefined),
  withPage: () => Promise.reject(new Error('a browser was asked for')),
  close: () => Promise.resolve(),
};
