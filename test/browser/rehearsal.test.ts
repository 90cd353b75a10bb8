import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { run } from '../support/command.js';
import { accessibilityFaults, type OpenedDeck, openDeck } from '../support/opened-deck.js';
import { withSpeaker } from '../support/speaker.js';

const text = `---
title: Ports
lang: en
minutes: 9
---
# Ports {#title minutes=1}

---

## Ice {#ice minutes=2}

::: incremental
- Thin
- Thick
:::

---

# Work {#work layout=section minutes=0.5}

---

## Berths {#berths minutes=2}

---

## Tides {#tides minutes=2}

---

## The end {#end minutes=1}

Note:
Thank them.
`;
/** How long each press of the key is waited for, minutes: the step of the second slide among them. */
const waits = [1, 0.5, 1, 1.5, 0.5, 5, 2, 1];

const folder = mkdtempSync(join(tmpdir(), 'pilcrow-rehearsal-'));
let opened: OpenedDeck;
beforeAll(async () => {
  opened = await openDeck(text);
});
afterAll(async () => {
  await opened.close();
  rmSync(folder, { recursive: true, force: true });
});

declare global {
  var later: number;
  var savedRehearsal: Promise<string> | undefined;
}

test('a rehearsal of six slides: its table, its file, and the minutes it writes', async () => {
  let saved = '';
  await opened.withPage('#/title', (page) =>
    withSpeaker(page, async ({ speaker }) => {
      await speaker.waitForFunction(() => document.querySelector('.place')?.textContent === 'Slide 1 of 6');
      await speaker.evaluate(() => {
        globalThis.later = 0;
        const { now } = performance;
        performance.now = () => now.call(performance) + globalThis.later;
        const { createObjectURL } = URL;
        URL.createObjectURL = (blob) => {
          if (blob instanceof Blob) globalThis.savedRehearsal = blob.text();
          return createObjectURL.call(URL, blob);
        };
      });
      await speaker.click('[data-rehearse]');
      await speaker.waitForFunction(() => document.querySelector('[data-act="stop"]:not([hidden])') !== null);
      for (const [index, minutes] of waits.entries()) {
        await speaker.evaluate((ms) => {
          globalThis.later += ms;
        }, minutes * 60_000);
        if (index === waits.length - 1) break;
        const before = await speaker.$eval('.place', (place) => place.textContent);
        await speaker.keyboard.press('PageDown');
        await speaker.waitForFunction((was) => document.querySelector('.place')?.textContent !== was, {}, before);
      }
      await speaker.click('[data-rehearse]');
      const rows = await speaker.$$eval('.rehearsed tbody tr', (all) =>
        all.map((row) => [...row.children].map(({ textContent }) => textContent).join(' | ')),
      );
      const near = (row: string): string => row.replace(/(\d+):0[0-9]/g, '$1:00').replace(/(\d+):3[0-9]/g, '$1:30');
      expect(rows.map(near)).toEqual([
        'Opening | 3:00 | 4:00 | 4:00',
        '1  Ports | 1:00 | 1:00 | 1:00',
        '2  Ice | 2:00 | 3:00 | 3:00',
        '1 Work | 5:30 | 8:30 | 8:30',
        '3  Work | 0:30 | 0:30 | 0:30',
        '4  Berths | 2:00 | 5:00 | 5:00',
        '5  Tides | 2:00 | 2:00 | 2:00',
        '6  The end | 1:00 | 1:00 | 1:00',
      ]);
      expect(await speaker.$eval('.rehearsed .cut', (cut) => cut.textContent)).toContain('4 Berths');
      expect(await accessibilityFaults(speaker, 'dialog')).toEqual([]);
      await speaker.click('.rehearsed button');
      saved = (await speaker.evaluate(() => globalThis.savedRehearsal)) ?? '';
      await speaker.keyboard.press('Escape');
      expect(await page.evaluate(() => deck.getCurrentSlide().id)).toBe('end');
    }),
  );
  const ice = (JSON.parse(saved) as { slides: { id: string; steps: number[] }[] }).slides.find(
    ({ id }) => id === 'ice',
  );
  expect(ice?.steps.map((ms) => Math.round(ms / 30_000) / 2)).toEqual([0.5, 1, 1.5]);

  mkdirSync(join(folder, 'slides/ports'), { recursive: true });
  const file = join(folder, 'slides/ports/deck.md');
  writeFileSync(file, text);
  writeFileSync(join(folder, 'rehearsal.json'), saved);
  const command = ['rehearse', 'ports', 'rehearsal.json'];
  const declined = await run(command, folder, { ask: async () => 'n' });
  expect(declined.printed.filter((line) => /^[-+]#/.test(line))).toEqual([
    '-## Ice {#ice minutes=2}',
    '+## Ice {#ice minutes=3}',
    '-## Berths {#berths minutes=2}',
    '+## Berths {#berths minutes=5}',
  ]);
  expect(readFileSync(file, 'utf8')).toBe(text);
  const accepted = await run(command, folder, { ask: async () => 'y' });
  expect(accepted.reported).toEqual(['The minutes of 2 slides were written.']);
  expect(readFileSync(file, 'utf8')).toBe(
    text.replace('{#ice minutes=2}', '{#ice minutes=3}').replace('{#berths minutes=2}', '{#berths minutes=5}'),
  );
}, 60_000);
