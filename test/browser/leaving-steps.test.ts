import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { run } from '../support/command.js';
import { pdfFacts } from '../support/pdf-structure.js';

const text = `---
lang: en
theme: white
---

# Tide

---

## In a list

- Meltwater <!-- .element: class="fragment fade-in-then-out" -->
- Driftwood <!-- .element: class="fragment fade-out" -->
- Currently <!-- .element: class="fragment current-visible" -->
- Afterwards <!-- .element: class="fragment" -->

---

## In a stack

<div class="r-stack">
<p class="fragment fade-out" data-fragment-index="1">Lowwater</p>
<p class="fragment fade-in-then-out" data-fragment-index="1">Slackwater</p>
<p class="fragment" data-fragment-index="2">Highwater</p>
</div>

---

## Growing

<p class="fragment grow">Springtide</p>
`;

const work = mkdtempSync(join(tmpdir(), 'pilcrow-leaving-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

test('paper has what leaves its slide, and of the layers of a stack the last', async () => {
  writeFileSync(join(work, 'tide.md'), text);
  const { code, reported } = await run(['export', 'tide.md', '--to', 'pdf,handout', '--out', 'made'], work);
  expect(code).toBe(0);
  expect(reported.join('\n')).not.toContain('overflow');
  for (const name of ['slides', 'handout-student']) {
    const { pages } = await pdfFacts(new Uint8Array(readFileSync(join(work, 'made/export/tide', `${name}.pdf`))));
    const words = pages.map((page) => page.text).join(' ');
    for (const word of ['Meltwater', 'Driftwood', 'Currently', 'Afterwards', 'Highwater', 'Springtide'])
      expect(words, name).toContain(word);
    for (const word of ['Lowwater', 'Slackwater']) expect(words, name).not.toContain(word);
  }
});
