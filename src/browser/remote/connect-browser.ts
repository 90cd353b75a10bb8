import { connect } from 'puppeteer-core';
import type { RunningBrowser } from '../launch-browser.js';
import type { OpenEndpoint } from './open-endpoint.js';
import { shownEndpoint } from './remote-endpoints.js';
import { watchPulse } from './watch-pulse.js';

/** Takes over an open connection. `stop` closes our pages and the connection; the browser, and the pages of others in it, stay. */
export async function connectBrowser(endpoint: URL, opened: OpenEndpoint): Promise<RunningBrowser> {
  const browser = await connect({
    transport: opened.transport,
    defaultViewport: null,
    targetFilter: (target) => target.browserContext().id === opened.context,
  });
  const context = browser.browserContexts().find(({ id }) => id === opened.context);
  if (context === undefined) throw new Error('it gives no place for pages of our own');
  const session = await browser.target().createCDPSession();
  const ours = new Set<string>();
  session.on('Target.targetCreated', ({ targetInfo }) => {
    if (targetInfo.browserContextId === opened.context) ours.add(targetInfo.targetId);
  });
  session.on('Target.targetDestroyed', ({ targetId }) => ours.delete(targetId));
  await session.send('Target.setDiscoverTargets', { discover: true });
  const pulse = watchPulse(() => session.send('Browser.getVersion'), opened.drop);
  let stopped: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    pulse.stop();
    const late = new Promise<void>((resolve) => setTimeout(resolve, 3000).unref());
    if (browser.connected) await Promise.race([context.close().catch(() => undefined), late]);
    await browser.disconnect().catch(() => undefined);
    opened.drop();
  };
  return {
    browser,
    session,
    origin: `${shownEndpoint(endpoint)} (${await browser.version()})`,
    sandbox: 'which does not say whether it has its sandbox',
    isElsewhere: true,
    owns: (target) => ours.has(target),
    newPage: () => context.newPage(),
    stop: () => (stopped ??= stop()),
  };
}
