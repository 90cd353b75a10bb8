import { expect, test } from 'vitest';
import type { Deck } from '../src/model.js';
import { renderSlides } from '../src/render/render-slides.js';
import { writeStage } from '../src/render/write-stage.js';
import { deckOf } from './support/evidence.js';

const code = '## Code\n\n```js\nconst berths = 3;\n```\n\n```jvascript\nberths\n```\n\n```text\nplain\n```';

async function rendered(deck: Deck, purpose: 'shown' | 'judged') {
  const drawings = { byId: new Map(), diagnostics: [] };
  const document = await renderSlides(deck, drawings, undefined, { audience: 'teacher' }, { purpose });
  return {
    said: document.diagnostics,
    html: writeStage(document)
      .slides.map(({ html }) => html)
      .join('\n'),
  };
}

test('code is coloured where it is shown, and the same is said of it where it is only judged', async () => {
  const deck = deckOf(code);
  const [shown, judged] = [await rendered(deck, 'shown'), await rendered(deck, 'judged')];
  expect(shown.html).toContain('--code-token-keyword');
  expect(judged.html).not.toContain('--code-');
  expect(judged.html).toContain('const berths = 3;');
  expect(judged.said).toEqual(shown.said);
  expect(shown.said.map(({ message }) => message)).toEqual([
    'The code\'s language "jvascript" is not known, so it has no colours.',
  ]);
});
