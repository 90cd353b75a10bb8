import type { Frame, Page } from 'puppeteer-core';
import { expect } from 'vitest';

/** A speaker's window and the two frames in it. From a file each is a world of its own, so that each is asked itself. */
export interface OpenedSpeaker {
  readonly speaker: Page;
  readonly current: Frame;
  readonly next: Frame;
}

declare global {
  var openedSpeaker: Window | null | undefined;
}

/** Opens the speaker view of a deck's page by its key and closes it again; whatever its windows complain of fails the test. */
export async function withSpeaker(page: Page, use: (opened: OpenedSpeaker) => Promise<void>): Promise<void> {
  await page.evaluate(() => {
    const { open } = window;
    window.open = (...given) => {
      globalThis.openedSpeaker = open(...given);
      return globalThis.openedSpeaker;
    };
  });
  const opening = new Promise<Page | null>((resolve) => page.once('popup', resolve));
  await page.keyboard.press('s');
  const speaker = await opening;
  if (speaker === null) throw new Error('the speaker view did not open');
  const complaints: string[] = [];
  speaker.on('console', (message) => complaints.push(message.text()));
  speaker.on('pageerror', (error) => complaints.push(String(error)));
  try {
    await use({ speaker, ...(await framesOf(speaker)) });
    expect(complaints).toEqual([]);
  } finally {
    await speaker.close();
  }
  // The deck is told a moment later.
  if (!page.isClosed()) await page.waitForFunction(() => globalThis.openedSpeaker?.closed !== false);
}

/** The frames once each shows a deck; again after the window was reloaded. */
export async function framesOf(speaker: Page): Promise<Pick<OpenedSpeaker, 'current' | 'next'>> {
  const [current, next] = await Promise.all(
    ['.now iframe', '.ahead iframe'].map(async (selector) => {
      const frame = await (await speaker.waitForSelector(selector))?.contentFrame();
      if (frame == null) throw new Error(`no frame ${selector}`);
      await frame.waitForSelector('.reveal.ready');
      return frame;
    }),
  );
  if (current === undefined || next === undefined) throw new Error('the speaker view has two frames');
  return { current, next };
}
