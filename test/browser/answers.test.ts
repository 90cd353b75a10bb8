import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { deckOf, harbourSources } from '../support/evidence.js';
import { accessibilityFaults, type OpenedDeck, openDeck, showSlide } from '../support/opened-deck.js';

const words = 'It says "every company that asked"';
const text = `---
title: Ports
---
# Ports

By nobody

---

## Who asked for the figures? {#choice layout=question minutes=5}

::: question {cite="ilvesson2021, ¶4"}
- [ ] Nobody
- [x] Every company [@ilvesson2021, ¶4]

::: answer
${words} [@ilvesson2021, ¶4].[^own]
:::
:::

In pairs.

[^own]: Said in the answer alone.

---

## What would end the quarrel that the two ports have over figures? {#open layout=question minutes=5}

::: question
1. Which words give a reason?
2. Which words do not?
3. Who says them?
4. Who does not?

::: answer
${`${words}. `.repeat(8)}
:::
:::

In pairs.

---

## Which? {#bare layout=question}

::: question
- [x] This
- [ ] That
:::
`;
let opened: OpenedDeck;
beforeAll(async () => {
  const { references } = deckOf('');
  opened = await openDeck(text, { references, sources: harbourSources });
});
afterAll(() => opened.close());

/** What of a slide is to be seen, by its selectors. */
const seen = (page: Page, slide: string, ...selectors: readonly string[]): Promise<readonly boolean[]> =>
  page.evaluate(
    (id, all) =>
      all.map(
        (selector) =>
          document.querySelector(`#${id} ${selector}`)?.checkVisibility({ visibilityProperty: true }) ?? false,
      ),
    slide,
    selectors,
  );
const next = async (page: Page): Promise<void> => {
  await page.evaluate(() => deck.next());
  await page.waitForFunction(() =>
    [...deck.getCurrentSlide().querySelectorAll('.answered.visible')].every(
      (answer) => getComputedStyle(answer).opacity === '1',
    ),
  );
};
const entries = (page: Page): Promise<string> =>
  page.evaluate(() => document.querySelector('.evidence-panel .steps > span')?.textContent ?? '');

test('the last step shows the answer in the place of the task, with its marks and its evidence', () =>
  opened.withPage('', async (page) => {
    await showSlide(page, 'choice');
    const parts = ['.assignment', '.answered', '.choice .marks', '.footnotes > .fragment'];
    expect(await seen(page, 'choice', ...parts)).toEqual([true, false, false, false]);
    await page.keyboard.press('e');
    expect(await entries(page)).toBe('1 of 1');
    await page.keyboard.press('e');
    const before = await page.$eval('#choice h2', (heading) => heading.getBoundingClientRect().top);

    await next(page);
    expect(await seen(page, 'choice', ...parts)).toEqual([false, true, true, true]);
    const bold = await page.$eval('#choice .right', (choice) => getComputedStyle(choice).fontWeight);
    expect(bold).toBe('600');
    expect(await page.$eval('#choice h2', (heading) => heading.getBoundingClientRect().top)).toBe(before);
    await page.waitForFunction(() =>
      document.querySelector('.aria-status')?.textContent?.includes('It says “every company that asked”'),
    );
    await page.keyboard.press('e');
    expect(await entries(page)).toBe('1 of 2');
    await page.keyboard.press('ArrowUp');
    const shown = await page.$eval('.evidence-panel', (panel) => panel.textContent);
    expect(shown).toContain('every company that asked');
    await page.keyboard.press('e');
    expect(await accessibilityFaults(page)).toEqual([]);

    await page.evaluate(() => deck.next());
    expect(await page.evaluate(() => deck.getCurrentSlide().id)).toBe('open');
  }));

test('a long answer makes its heading smaller rather than leave the slide, and lies below the question', () =>
  opened.withPage('', async (page) => {
    await showSlide(page, 'open');
    await next(page);
    const [heading, list, answer, stage] = await page.$$eval('#open :is(h2, ol, .answered, .stage)', (all) => {
      const named = (selector: string): DOMRect =>
        all.find((one) => one.matches(selector))?.getBoundingClientRect() ?? new DOMRect();
      return ['h2', 'ol', '.answered', '.stage'].map((one) => named(one).toJSON() as DOMRect);
    });
    const size = await page.$eval('#open h2', (one) => Number.parseFloat(getComputedStyle(one).fontSize));
    expect(size).toBeLessThan(68);
    expect(size).toBeGreaterThanOrEqual(42);
    expect(heading?.bottom).toBeLessThanOrEqual(list?.top ?? 0);
    expect(list?.bottom).toBeLessThanOrEqual(answer?.top ?? 0);
    expect(answer?.bottom).toBeLessThanOrEqual((stage?.bottom ?? 0) + 1);
  }));

test('a question without words ends in a step that says to screen readers what is right', () =>
  opened.withPage('', async (page) => {
    await showSlide(page, 'bare');
    await next(page);
    await page.waitForFunction(() => document.querySelector('.aria-status')?.textContent?.includes('Answer A'));
    expect(await page.$eval('#bare .right', (choice) => getComputedStyle(choice).fontWeight)).toBe('600');
    expect(await page.$eval('#bare .answered', (answer) => (answer as HTMLElement).offsetWidth)).toBe(1);
  }));

test("students' pages have no such step", async () => {
  const { rendered, withPage } = await opened.openEdition({ audience: 'student' });
  const given = rendered.slides.map(({ html }) => html).join('');
  expect(given.match(/answered|\bright\b|It says|answer alone/g)).toBeNull();
  await withPage('', async (page) => {
    await showSlide(page, 'choice');
    expect(await page.evaluate(() => deck.getTotalSlides())).toBe(4);
    await page.evaluate(() => deck.next());
    expect(await page.evaluate(() => deck.getCurrentSlide().id)).toBe('open');
  });
});

test('an answer that was jumped over waits for its own step: in the overview, and when one comes back', () =>
  opened.withPage('#/ports', async (page) => {
    const answer = (): Promise<readonly boolean[]> => seen(page, 'choice', '.answered', '.footnotes > li');
    await page.evaluate(() => deck.slide(3));
    await page.evaluate(() => deck.toggleOverview(true));
    expect(await answer()).toEqual([false, false]);
    await page.evaluate(() => deck.toggleOverview(false));
    await page.evaluate(() => deck.slide(1));
    expect(await answer()).toEqual([false, false]);
    await next(page);
    expect(await answer()).toEqual([true, true]);
    await page.evaluate(() => deck.slide(3));
    await page.evaluate(() => deck.toggleOverview(true));
    expect(await answer()).toEqual([true, true]);
    await page.evaluate(() => deck.toggleOverview(false));
    await page.evaluate(() => deck.slide(1));
    expect(await answer()).toEqual([true, true]);
    await page.evaluate(() => deck.prev());
    await page.evaluate(() => deck.slide(3));
    expect(await answer()).toEqual([false, false]);
  }));
