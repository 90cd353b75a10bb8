import { expect, test } from 'vitest';
import type { Drawings } from '../src/model.js';
import { slideBlocks } from '../src/render/blocks/slide-blocks.js';
import { renderSlides } from '../src/render/render-slides.js';
import { writeStage } from '../src/render/write-stage.js';
import { writeScript } from '../src/write/script/write-script.js';
import { deckOf, evidenceOf } from './support/evidence.js';
import { testTwins } from './support/twins.js';

const none: Drawings = { byId: new Map(), diagnostics: [] };

async function script(text: string): Promise<string> {
  const document = await renderSlides(deckOf(text), none, evidenceOf(text), { audience: 'teacher' });
  return writeScript(slideBlocks(document), writeStage(document));
}

testTwins('script', 'txt', script);

test('an empty deck, and one without minutes, is a script without a clock', async () => {
  expect(await script('')).not.toContain('[0:00]');
  expect(await script('## A\n\nwords\n')).toContain('\n1. A\n\nwords\n');
});
