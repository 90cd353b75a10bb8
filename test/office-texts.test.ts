import { DOMParser } from '@xmldom/xmldom';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { Audience, Drawings } from '../src/model.js';
import { slideBlocks } from '../src/render/blocks/slide-blocks.js';
import { articleBlocks } from '../src/render/papers/article-parts.js';
import { renderText } from '../src/render/render-slides.js';
import { writeEpub } from '../src/write/epub/write-epub.js';
import { writeGlossary } from '../src/write/glossary/write-glossary.js';
import { writeOutline } from '../src/write/outline/write-outline.js';
import { deckOf, evidenceOf } from './support/evidence.js';
import { paperSource } from './support/render-deck.js';
import { testTwins } from './support/twins.js';

const svg = '<svg viewBox="0 0 40 20"><path fill="var(--ink, #1b2230)"/></svg>';
const drawings: Drawings = {
  byId: new Map([['berths', { svg, width: 40, height: 20, smallestLabel: 22 }]]),
  diagnostics: [],
};

interface Texts {
  readonly outline: string;
  readonly glossary: string;
  readonly epub: ReadonlyMap<string, string>;
}

async function textsOf(markdown: string, audience: Audience): Promise<Texts> {
  const { document, rendered } = await paperSource(deckOf(markdown), drawings, { audience }, evidenceOf(markdown), []);
  const article = articleBlocks(renderText(document, 'text'), document);
  const slides = slideBlocks(document);
  const pictures = { read: () => undefined, standFor: (file: string) => file, room: 0 };
  const epub = writeEpub(article, { name: 'deck', date: new Date('2024-03-01T12:00:00Z'), ...pictures });
  return {
    outline: writeOutline(slideBlocks(renderText(document, 'text')), rendered),
    glossary: writeGlossary({ slides, ...article }),
    epub: new Map(Object.entries(unzipSync(epub)).map(([name, bytes]) => [name, strFromU8(bytes)])),
  };
}

// What is made of a deck for reading elsewhere: the teacher's outline, the students' glossary and e-book.
testTwins('office-texts', 'txt', async (text) => {
  const teacher = await textsOf(text, 'teacher');
  const student = await textsOf(text, 'student');
  const parts = [
    ['outline.md', teacher.outline],
    ['glossary.csv', student.glossary.replaceAll('\r', '').replace('\uFEFF', '{BOM}')],
    ...student.epub,
  ];
  return parts.map(([name, content]) => `==== ${name}\n${content}`).join('\n');
});

test.each([
  '',
  '# A\n',
  '---\nlang: ar\n---\n## مرحبا\n\n- واحد & <b>\n',
  '## \u0001A\u0008\n\n```\n\u0000]]>\n```\n\n<div><br></div>\n',
])('every part of an e-book of %j is well-formed, and its first file is stored', async (text) => {
  const { epub } = await textsOf(text, 'student');
  expect([...epub.keys()][0]).toBe('mimetype');
  for (const [name, xml] of epub) {
    if (!/\.(xhtml|opf|xml|svg)$/.test(name)) continue;
    const fail = (message: string): never => {
      throw new Error(`${name}: ${message}\n${xml}`);
    };
    new DOMParser({ errorHandler: { warning: fail, error: fail, fatalError: fail } }).parseFromString(xml, 'text/xml');
  }
});

test('a deck without abbreviations and definitions has no glossary', async () => {
  expect((await textsOf('# A\n\n---\n\n## B [@lecturer]\n', 'student')).glossary).toBe('');
});
