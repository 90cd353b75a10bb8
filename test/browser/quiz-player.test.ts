import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { createBrowserProvider } from '../../src/browser/browser-provider.js';
import { quizFilesOf, quizOf } from '../support/quiz.js';

// A player of QTI 3 that is not ours (GPL-3.0, so it is in tests only).
const library = createRequire(import.meta.url).resolve('@citolab/qti-components/package.json');
const player = join(dirname(library), 'cdn', 'index.global.js');
const browser = createBrowserProvider({ env: process.env });
const folder = mkdtempSync(join(tmpdir(), 'quiz-player-'));
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

const deck = `## Which two are ports? {layout=question}

::: question {#ports}
- [x] Kalvik, $x^2$
- [ ] The Sola
- [x] Lindhamn

::: answer
Both have berths.
:::
:::

---

## Why? {layout=question}

::: question {#why}
::: answer
For safety.
:::
:::
`;

/** What the player shows of an item, and what it scores when choices are ticked. */
interface Played {
  readonly choices: readonly string[];
  readonly scores: readonly number[];
  readonly feedback: string;
  readonly formula: boolean;
}

async function play(xml: string, ticks: readonly (readonly string[])[]): Promise<Played> {
  const page = join(folder, 'player.html');
  writeFileSync(
    page,
    `<!doctype html><script src="${pathToFileURL(player).href}"></script><qti-item><item-container></item-container></qti-item>`,
  );
  const allowed = [pathToFileURL(page).href, pathToFileURL(player).href];
  return browser.withPage({ allow: (url) => allowed.includes(url) }, async (shown) => {
    await shown.goto(pathToFileURL(page).href);
    await shown.evaluate((item) => {
      Object.assign(document.querySelector('item-container') ?? {}, { itemXML: item });
    }, xml);
    await shown.waitForFunction(
      () => document.querySelector('item-container')?.shadowRoot?.querySelector('qti-item-body') != null,
    );
    return shown.evaluate(async (answers) => {
      interface Item extends Element {
        readonly updateResponseVariable: (id: string, value: string | readonly string[]) => void;
        readonly processResponse: () => boolean;
        readonly variables: readonly { readonly identifier: string; readonly value: string }[];
      }
      const root = document.querySelector('item-container')?.shadowRoot;
      const item = root?.querySelector('qti-assessment-item') as Item;
      const scores: number[] = [];
      for (const answer of answers) {
        item.updateResponseVariable('RESPONSE', answer);
        item.processResponse();
        scores.push(Number(item.variables.find(({ identifier }) => identifier === 'SCORE')?.value));
      }
      await new Promise((done) => setTimeout(done, 50));
      return {
        choices: [...(root?.querySelectorAll('qti-simple-choice') ?? [])].map(({ textContent }) => textContent ?? ''),
        scores,
        feedback: root?.querySelector('qti-modal-feedback')?.textContent ?? '',
        formula: root?.querySelector('math msup') != null,
      };
    }, ticks);
  });
}

test('a player of QTI 3 shows the choices, scores what is ticked, and says the answer', async () => {
  const files = quizFilesOf(await quizOf(deck));
  const item = (id: string): string => files.get(`quiz-qti30.zip/deck-${id}.xml`) ?? expect.unreachable();
  const ports = await play(item('ports'), [
    ['choice-1', 'choice-3'],
    ['choice-1'],
    ['choice-1', 'choice-2'],
    ['choice-2'],
    [],
  ]);
  expect(ports.choices.map((text) => text.trim().slice(0, 6))).toEqual(['Kalvik', 'The So', 'Lindha']);
  expect(ports.scores).toEqual([1, 0.5, 0, 0, 0]);
  expect(ports.formula).toBe(true);
  expect(ports.feedback).toContain('Both have berths.');
  const why = await play(item('why'), [['Because.']]);
  expect(why.choices).toEqual([]);
  expect(why.feedback).toContain('For safety.');
});
