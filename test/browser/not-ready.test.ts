import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { compileDeck } from '../../src/commands/compile.js';
import { composeEdition, judgeLayout } from '../../src/commands/edition.js';
import { withTools } from '../../src/commands/tools.js';
import { formatDiagnostic } from '../../src/model/diagnostic.js';
import { locateDeck } from '../../src/read/deck.js';
import { testEffects } from '../support/effects.js';

const folder = mkdtempSync(join(tmpdir(), 'pilcrow-not-ready-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const loop = 'for (;;) {}';
const decks = [
  ['runs for ever as the page is read', 'the page to be read', loop],
  ['runs for ever as soon as the page is there', '', `setTimeout(() => { ${loop} })`],
  [
    'runs for ever once it is measured',
    'its slides to be measured',
    `Element.prototype.getBoundingClientRect = () => { ${loop} }`,
  ],
  [
    'takes the pages away before they are ready',
    'Reveal to lay out its slides as pages',
    'document.querySelector(".reveal").remove()',
  ],
  [
    'waits for a font that never comes',
    'its typefaces',
    'Object.defineProperty(document, "fonts", { value: { ready: new Promise(() => {}) } })',
  ],
  [
    'waits for a picture that never comes',
    'its pictures to be decoded',
    'Object.defineProperty(document, "images", { value: [{ decode: () => new Promise(() => {}) }] })',
  ],
] as const;

test('a script that keeps its deck from coming to rest is an error of the deck, and the next deck is measured', async () => {
  const effects = testEffects(folder, { env: { ...process.env, PILCROW_BROWSER: 'bundled', XDG_CACHE_HOME: folder } });
  const said = await withTools({ quiet: true }, effects, async (tools) => {
    const lines: string[] = [];
    for (const [name, , script] of [...decks, ['is in order', '', '']] as const) {
      writeFileSync(join(folder, 'own.js'), script);
      writeFileSync(join(folder, 'deck.md'), `---\nlang: en\nscripts: own.js\n---\n# It ${name}\n`);
      const location = (await locateDeck('deck.md', effects)) ?? expect.unreachable();
      const composed = await composeEdition(await compileDeck(location, tools), { audience: 'student' }, tools);
      const limit = script === '' ? 60_000 : 1000;
      const found = await judgeLayout(composed, tools, { limit });
      lines.push(...found.map((one) => `${name}: ${formatDiagnostic(one)}`));
    }
    return lines;
  });
  const words = 'error deck-not-ready The deck did not come to rest in print view: ';
  const blame = "The deck's own own.js ran and may be in the way; run the command again without it.";
  expect(said).toHaveLength(decks.length);
  for (const [index, [name, what]] of decks.entries()) {
    expect(said[index]).toContain(`${name}: deck.md:5:1 ${words}${what}`);
    expect(said[index]).toContain(`took more than 1 s. ${blame}`);
  }
});

test('without a script of its own none is blamed', async () => {
  const effects = testEffects(folder, { env: { ...process.env, PILCROW_BROWSER: 'bundled', XDG_CACHE_HOME: folder } });
  writeFileSync(join(folder, 'plain.md'), '---\nlang: en\n---\n# Plain\n');
  const found = await withTools({ quiet: true }, effects, async (tools) => {
    const location = (await locateDeck('plain.md', effects)) ?? expect.unreachable();
    const composed = await composeEdition(await compileDeck(location, tools), { audience: 'student' }, tools);
    return judgeLayout(composed, tools, { limit: 1 });
  });
  expect(found.map(formatDiagnostic)).toEqual([
    expect.stringMatching(
      /print view: .+ took more than 0\.001 s\. No script of the deck ran\. A picture may be too much/,
    ),
  ]);
});
