import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Drawings, Edition, PaperName } from '../src/model.js';
import type { PaperSource } from '../src/render/papers/papers.js';
import { writeReader } from '../src/render/papers/reader.js';
import { slidesOnPaper } from '../src/render/papers/slide-on-paper.js';
import { missQuestions } from '../src/render/papers/tasks.js';
import { deckOf, evidenceOf } from './support/evidence.js';
import { paperSource, writtenPapers } from './support/render-deck.js';
import { fixtureFolder, testTwins } from './support/twins.js';

const svg = '<svg viewBox="0 0 40 20"><g class="fragment" data-fragment-index="0"/></svg>';
const drawings: Drawings = {
  byId: new Map([['figure', { svg, width: 40, height: 20, smallestLabel: 22, steps: 1 }]]),
  diagnostics: [],
};

interface Written {
  readonly written: ReturnType<typeof writtenPapers>;
  readonly source: PaperSource;
}

async function write(text: string, audience: Edition['audience'], ...wanted: PaperName[]): Promise<Written> {
  const source = await paperSource(deckOf(text), drawings, { audience }, evidenceOf(text), wanted);
  return { source, written: writtenPapers(source, wanted) };
}

/** The reader without the lists after it. */
function readerOf({ source }: Written): string | undefined {
  return source.texts.shown && writeReader(source.texts.shown);
}

// What each paper says, the students' first.
testTwins('papers', 'html', async (text) => {
  const student = await write(text, 'student', 'worksheet', 'ticket', 'reader');
  const teacher = await write(text, 'teacher', 'key', 'reader');
  const papers = [
    ['worksheet', student.written.worksheet],
    ['ticket', student.written.ticket],
    ['key', teacher.written.key],
    ['reader', readerOf(student)],
    ['reader-teacher', readerOf(teacher)],
  ] as const;
  const marked = papers.flatMap(([name, html]) => (html === undefined ? [] : [`<!-- ${name} -->\n${html}\n`]));
  return marked.join('\n').replace(/\uFDD0(.*?)\uFDD1/g, '{$1}');
});

test('what is placed by hand in prose stands where it was written', async () => {
  const text = readFileSync(join(fixtureFolder('papers'), 'placed-prose.md'), 'utf8');
  const { source } = await write(text, 'student', 'handout');
  const [slide] = slidesOnPaper(source.document);
  expect([...(slide?.prose ?? '').matchAll(/style="([^"]*)"/g)].map(([, style]) => style)).toEqual([
    'color: red',
    'margin-bottom: 4px',
    '',
    'padding: 4px',
    'color: ',
    'color: #00f',
    'height:0.5806em;vertical-align:-0.15em;',
    'height:0.3011em;',
    'top:-2.55em;margin-left:0em;margin-right:0.05em;',
    'height:2.7em;',
    'height:0.15em;',
  ]);
});

test('nothing is written that was not asked for', async () => {
  expect((await write('# A\n', 'student')).written).toEqual({});
});

test('a deck without questions has neither worksheet nor key, and says so once for each', async () => {
  for (const [audience, paper] of [
    ['student', 'worksheet'],
    ['teacher', 'key'],
  ] as const) {
    const { written, source } = await write('# A\n\n---\n\n## B [@lecturer]\n', audience, paper);
    expect(written).toEqual({});
    const text = source.texts.students ?? source.texts.shown ?? expect.unreachable();
    expect(missQuestions(text).map(({ rule, severity }) => [rule, severity])).toEqual([['no-questions', 'note']]);
  }
});

test("an edition without its questions' slides has none", async () => {
  const text = '---\nminutes: 20\n---\n# A\n\n---\n\n## B? {cut=90}\n\n::: question\n- [x] one\n:::\n';
  expect((await write(text, 'student', 'worksheet')).written.worksheet).toBeUndefined();
  expect((await write(text, 'teacher', 'key')).written.key).toBeUndefined();
});

test('a question with a formula has its TeX once in its bookmark', async () => {
  const text = '## A {layout=question}\n\n::: question\nWhat is $c^2$?\n\n- [x] one\n- [ ] two\n:::\n';
  const { written } = await write(text, 'student', 'worksheet');
  expect(written.worksheet).toContain('data-bookmark="1 What is c^2?"');
});

test("a question's time stands on its slide, not before its prose as well", async () => {
  const text =
    '## A? {layout=question minutes=2}\n\n::: question\n- [x] one\n:::\n\n::: handout\nB [@lecturer].\n:::\n';
  const { source } = await write(text, 'student');
  expect(slidesOnPaper(source.document).map(({ prose }) => prose.includes('assignment'))).toEqual([false]);
});

test("students' papers hold nothing of the teacher's", async () => {
  const text =
    '## A? {layout=question}\n\n::: question\n- [x] one\n::: answer\nSECRET\n:::\n:::\n\n[SECRET]{.teacher}\n\nNote:\nSECRET\n';
  const { written } = await write(text, 'student', 'worksheet', 'reader');
  expect(Object.keys(written).sort()).toEqual(['reader', 'worksheet']);
  expect(Object.values(written).join('')).not.toMatch(/SECRET|class="[^"]*right/);
  const teacher = await write(text, 'teacher', 'key', 'reader');
  expect(teacher.written.key).toContain('SECRET');
  expect(teacher.written.reader).toContain('SECRET');
});
