import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { run } from '../support/command.js';
import { type OpenedDeck, openDeck } from '../support/opened-deck.js';
import { pdfFacts } from '../support/pdf-structure.js';

const text = `# Harbours

---

## Behind a summary

<details><summary>Depth</summary>

Tenmetres at the quay

</details>
<details name="one"><summary>Tide</summary>Twometres at noon</details>
<details name="one"><summary>Ice</summary>Nonesince 1987</details>
`;
const hidden = ['Tenmetres', 'Twometres', 'Nonesince'];

const work = mkdtempSync(join(tmpdir(), 'pilcrow-details-'));
let opened: OpenedDeck;
beforeAll(async () => {
  opened = await openDeck(text);
});
afterAll(async () => {
  rmSync(work, { recursive: true, force: true });
  await opened.close();
});

async function wordsOf(pdf: Uint8Array): Promise<string> {
  return (await pdfFacts(pdf)).pages.map((page) => page.text).join(' ');
}

test('what stands in a closed <details> is on every kind of paper', async () => {
  writeFileSync(join(work, 'harbours.md'), text);
  const { code } = await run(['export', 'harbours.md', '--to', 'pdf,handout,reader', '--out', 'made', '--quiet'], work);
  expect(code).toBe(0);
  for (const name of ['slides', 'handout-student', 'reader']) {
    const words = await wordsOf(new Uint8Array(readFileSync(join(work, 'made/export/harbours', `${name}.pdf`))));
    for (const word of hidden) expect(words, name).toContain(word);
  }
});

test("the browser's own menu prints it, and it is closed again afterwards", () =>
  opened.withPage('', async (page) => {
    const state = (): Promise<string[]> =>
      page.$$eval('details', (all) => all.map((one) => `${one.open} ${one.getAttribute('name')}`));
    const before = await state();
    const words = await wordsOf(await page.pdf({ preferCSSPageSize: true }));
    for (const word of hidden) expect(words).toContain(word);
    expect(before).toEqual(['false null', 'false one', 'false one']);
    expect(await state()).toEqual(before);
  }));
