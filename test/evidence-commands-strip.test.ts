import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { verifyEvidence } from '../src/evidence/verify.js';
import type { Audience, Evidence, SourceText } from '../src/model.js';
import { deckOf, evidenceOf, harbourSources } from './support/evidence.js';
import { renderDeck } from './support/render-deck.js';
import { fixtureFolder } from './support/twins.js';

const drawings = { byId: new Map(), diagnostics: [] };
const harbour = readFileSync(join(fixtureFolder('evidence'), 'harbour', 'deck.md'), 'utf8');
const strip = '\n---\n\n## Use {#use}\n\n::: coverage\n:::\n';

/** The strip's slide: what its boxes and gaps are called, its legend, and what was said about it. */
async function stripOf(markdown: string, evidence: Evidence = evidenceOf(markdown), audience: Audience = 'student') {
  const { slides, diagnostics } = await renderDeck(deckOf(markdown), drawings, { audience }, evidence);
  const html = slides.find(({ id }) => id === 'use')?.html ?? '';
  const names = [...html.matchAll(/aria-label="([^"]+)"/g)].map(([, name]) => name);
  const legend = /<p class="key">(.*?)<\/p>/.exec(html)?.[1]?.replace(/<[^>]+>/g, '|') ?? '';
  const said = diagnostics
    .filter(({ rule }) => rule === 'coverage-empty')
    .map(({ message, cure }) => `${message} ${cure}`);
  return { html, names, legend, said };
}

describe('the strip of a source', () => {
  test('names every slide that cites a paragraph, whether it quotes it, and what is left out', async () => {
    const { names, legend, html } = await stripOf(
      `## A [@ilvesson2021, ¶1, "slower ships and better"]\n\n- B "our cheapest insurance" [@ilvesson2021, ¶2]\n${strip}`,
    );
    expect(names.slice(0, 3)).toEqual(['slide 1 uses ¶1', 'slide 1 quotes ¶2', '¶3 is left out']);
    expect(html).toContain('<a class="box" href="#a"');
    expect(legend).toContain('slide 1 quotes the paragraph');
    expect(legend).toContain('left out');
  });

  test('counts the slides of the edition only, by its own numbers', async () => {
    const deck = `## Hidden [@ilvesson2021, ¶1, "slower ships and better"] {.teacher}\n\n---\n\n## Shown [@ilvesson2021, ¶2, "share their ice reports"]\n${strip}`;
    expect((await stripOf(deck)).names.slice(0, 2)).toEqual(['¶1 is left out', 'slide 1 uses ¶2']);
    expect((await stripOf(deck, evidenceOf(deck), 'teacher')).names.slice(0, 2)).toEqual([
      'slide 1 uses ¶1',
      'slide 2 uses ¶2',
    ]);
  });

  test('is one a source with its name above, or the one that is asked for', async () => {
    const all = await stripOf(harbour + strip);
    expect(all.html.match(/class="strip"/g)).toHaveLength(2);
    expect(all.html).toContain('<p class="source">Ilvesson 2021</p>');
    const one = await stripOf(harbour + strip.replace('coverage', 'coverage {source=pilots}'));
    expect(one.html.match(/class="strip"/g)).toHaveLength(1);
    expect(one.html).not.toContain('class="source"');
  });

  test('has rows of twenty paragraphs and less', async () => {
    const paragraphs = Array.from({ length: 45 }, (_, index) => ({ number: index + 1, text: 'Words.' }));
    const long: SourceText = { key: 'ilvesson2021', path: '', paragraphs };
    const { html, names } = await stripOf(strip, verifyEvidence(deckOf(strip), [long], undefined));
    expect(html.match(/--columns: 15;/g)).toHaveLength(3);
    expect(names).toHaveLength(45);
  });

  test('speaks the language of the deck', async () => {
    const deck = `---\nlang: be\n---\n\n## A [@ilvesson2021, ¶1, "slower ships and better"]\n${strip}`;
    expect((await stripOf(deck)).legend).toContain('слайд 1 абапіраецца на яго');
  });

  test.each([
    ['coverage {source=pilot}', 'Nothing is known of the paragraphs of a source `pilot`', 'Did you mean `pilots`?'],
    ['coverage', 'Nothing is known of the paragraphs of the sources of this deck', 'Add the text'],
  ])('%s: what is not known is said', async (block, message, cure) => {
    const deck = strip.replace('coverage', block);
    const sources = block === 'coverage' ? [] : harbourSources;
    const { said } = await stripOf(deck, evidenceOf(deck, { sources }));
    expect(said.join()).toContain(message);
    expect(said.join()).toContain(cure);
  });
});
