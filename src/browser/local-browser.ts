import { browserIdentity } from './browser-identity.js';
import type { BrowserSupply, SupplyOptions } from './browser-supply.js';
import type { Environment } from './find-browser.js';
import { interrupted } from './interrupted.js';
import type { RunningBrowser } from './launch-browser.js';

/** One browser of this machine, started when it is first needed. In a command that goes on, such as `dev`, one that died is followed by another. */
export function localBrowser(
  choice: string | undefined,
  env: Environment,
  host: string | undefined,
  { signal, sandbox }: SupplyOptions,
): BrowserSupply {
  let running: Promise<RunningBrowser> | undefined;
  let isPrepared = false;
  const start = async (): Promise<RunningBrowser> => {
    const { launchBrowser } = await import('./launch-browser.js');
    return launchBrowser(choice, env, signal, sandbox, host);
  };
  const living = async (): Promise<RunningBrowser> => {
    if (running !== undefined && isPrepared) {
      isPrepared = false;
      return running;
    }
    const before = running;
    const found = await before?.catch(() => undefined);
    if (found?.browser.connected) return found;
    if (signal.aborted) throw interrupted();
    if (running === before || running === undefined) running = start();
    await found?.stop();
    return running;
  };
  return {
    isElsewhere: false,
    get launched() {
      return running !== undefined;
    },
    prepare() {
      if (running !== undefined || signal.aborted) return;
      running = start();
      running.catch(() => undefined);
      isPrepared = true;
    },
    async use(work) {
      return work(await living());
    },
    async started() {
      return running?.catch(() => undefined);
    },
    async identity() {
      return browserIdentity(choice, env);
    },
    async stop() {
      const started = await running?.catch(() => undefined);
      await started?.stop();
    },
  };
}
