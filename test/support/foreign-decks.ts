import type { Page } from 'puppeteer-core';
import { type BrowserProvider, createBrowserProvider } from '../../src/browser/browser-provider.js';
import { run } from './command.js';
import { record, type Served, serve } from './reopened.js';
import { fixtureFolder } from './twins.js';

/** Decks written for other tools, made and served. */
export interface ForeignDecks {
  /** What the tool said while it made them. */
  readonly reported: readonly string[];
  /** Opens a page of `site/` or `export/`, goes through `use`, and throws when anything went wrong meanwhile. */
  readonly open: <T>(path: string, use: (page: Page) => Promise<T>) => Promise<T>;
  readonly close: () => Promise<void>;
}

/** Makes the site and the single files of Markdown files in `test/fixtures/decks`; throws when one has an error. */
export async function makeForeignDecks(files: readonly string[], out: string): Promise<ForeignDecks> {
  const reported: string[] = [];
  for (const command of [['build'], ['export', '--to', 'html,pdf']]) {
    const made = await run([...command, ...files, '--out', out], fixtureFolder('decks'));
    reported.push(...made.reported);
    if (made.code !== 0) throw new Error(made.reported.join('\n'));
  }
  const served = await serve(out);
  const browser = createBrowserProvider({ choice: 'bundled', env: process.env, host: '127.0.0.1' });
  return {
    reported,
    open: (path, use) => openServed(served, browser, path, use),
    async close() {
      served.close();
      await browser.close();
    },
  };
}

function openServed<T>(
  served: Served,
  browser: BrowserProvider,
  path: string,
  use: (page: Page) => Promise<T>,
): Promise<T> {
  return browser.withPage({ allow: (url) => url.startsWith(served.url) || url.startsWith('blob:') }, async (page) => {
    const { trouble } = record(page);
    await page.goto(served.url + path);
    await page.waitForFunction('globalThis.deck?.isReady()');
    const result = await use(page);
    if (trouble.length > 0) throw new Error(trouble.join('\n'));
    return result;
  });
}

/** What a slide's first element that matches says of itself. */
export function attributes(page: Page, selector: string): Promise<Readonly<Record<string, string>>> {
  return page.$eval(selector, (element) =>
    Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])),
  );
}

/** Columns, each with the titles of its slides. */
export function columns(page: Page): Promise<readonly (readonly string[])[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.slides > section')].map((section) => {
      const stacked = [...section.querySelectorAll(':scope > section')];
      return (stacked.length > 0 ? stacked : [section]).map(
        (slide) => slide.querySelector('h1, h2, h3')?.textContent ?? '',
      );
    }),
  );
}
