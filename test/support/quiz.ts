import { strFromU8, unzipSync } from 'fflate';
import { expect } from 'vitest';
import type { Drawings, Quiz } from '../../src/model.js';
import { readQuiz } from '../../src/render/papers/quiz.js';
import { writeQuiz } from '../../src/write/quiz/write-quiz.js';
import { deckOf, evidenceOf } from './evidence.js';
import { paperSource } from './render-deck.js';

const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><path fill="var(--ink, #1b2230)"/></svg>';
/** One diagram, `{#berths}`. */
const drawings: Drawings = {
  byId: new Map([['berths', { svg, width: 40, height: 20, smallestLabel: 22 }]]),
  diagnostics: [],
};
const picture = new Uint8Array([1, 2, 3]);

/** The quiz of a deck of the given Markdown, with the sources of `harbour`. */
export async function quizOf(markdown: string): Promise<Quiz> {
  const edition = { audience: 'teacher' } as const;
  const { texts } = await paperSource(deckOf(markdown), drawings, edition, evidenceOf(markdown), ['key']);
  return readQuiz(texts.whole ?? expect.unreachable(), texts.students ?? expect.unreachable());
}

/** The files of a quiz by their names, those of an archive by `archive/name`; every `.png` is there. */
export function quizFilesOf(quiz: Quiz): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const pictures = {
    read: (file: string) => (file.endsWith('.png') ? picture : undefined),
    standFor: (file: string) => file,
    room: 1000,
  };
  for (const { name, bytes } of writeQuiz(quiz, {}, pictures)) {
    if (typeof bytes === 'string') files.set(name, bytes);
    else for (const [inner, held] of Object.entries(unzipSync(bytes))) files.set(`${name}/${inner}`, strFromU8(held));
  }
  return files;
}
