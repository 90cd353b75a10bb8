import { expect, test } from 'vitest';
import { deckOnPaper } from '../src/render/papers/deck-on-paper.js';
import { plan } from '../src/render/papers/parts/plan.js';
import { parse, textContent } from '../src/render/tree.js';
import { deckOf } from './support/evidence.js';
import { paperSource } from './support/render-deck.js';

const text = `---
minutes: 10
---

# Ports {minutes=0.5}

---

# Ships {layout=section minutes=0.5}

---

## Ships grow [@lecturer] {minutes=2}

---

## Which is the ship? {layout=question minutes=3}

---

## Why is it one? {layout=question minutes=2}

---

# Nets {layout=section minutes=2}
`;

async function rowsOf(deck: string): Promise<readonly string[]> {
  const none = { byId: new Map(), diagnostics: [] };
  const { document, rendered } = await paperSource(deckOf(deck), none, { audience: 'teacher' }, undefined, []);
  const html = plan(deckOnPaper(document, rendered)).replaceAll('</td>', '|</td>').replaceAll('</tr>', '</tr>\n');
  return textContent(parse(html))
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

test('the plan goes from minute to minute, a row for what the class does in a part of the talk', async () => {
  expect(await rowsOf(text)).toEqual([
    'Plan of 10 minutes',
    'TimeMinPartWhatSlides',
    '0–0.5|0.5||presentation|1 Ports|',
    '0.5–3|2.5|Ships|presentation|2 Ships 3 Ships grow|',
    '3–8|5||task|4 Which is the ship? 5 Why is it one?|',
    '8–10|2|Nets|presentation|6 Nets|',
    'presentation 5\u00A0min, task 5\u00A0min',
  ]);
});

test('a deck without minutes has no plan', async () => {
  expect(await rowsOf('# A\n\n---\n\n## B [@lecturer]\n')).toEqual([]);
});
