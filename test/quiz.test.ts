import { DOMParser } from '@xmldom/xmldom';
import fc from 'fast-check';
import { type GIFTQuestion, parse as parseGift } from 'gift-pegjs';
import { describe, expect, test } from 'vitest';
import type { Quiz, QuizQuestion } from '../src/model.js';
import { moodleScores } from '../src/write/quiz/scores.js';
import { anyText } from './support/any-text.js';
import { quizFilesOf, quizOf } from './support/quiz.js';
import { isWhole } from './support/share.js';
import { testTwins } from './support/twins.js';

// What each platform gets, all files one after another.
testTwins('quiz', 'txt', async (text) => {
  const quiz = await quizOf(text);
  const said = quiz.diagnostics.map(
    ({ place, severity, rule, message }) => `${place.line} ${severity} ${rule} ${message}`,
  );
  const files = [...quizFilesOf(quiz)].map(([name, content]) => `==== ${name}\n${content}`);
  return [...said, ...files].join('\n').replaceAll('\r', '').replaceAll('\uFEFF', '{BOM}');
});

function giftOf(quiz: Quiz): readonly GIFTQuestion[] {
  return parseGift(quizFilesOf(quiz).get('quiz.gift') ?? '');
}

describe('another reader of GIFT', () => {
  test('finds every question, what is right, and its share', async () => {
    const quiz = await quizOf(
      '## A {layout=question}\n\n::: question\n- [x] one\n- [ ] two\n:::\n\n---\n\n## B {layout=question}\n\n::: question\n- [x] one\n- [x] two\n- [ ] three\n:::\n\n---\n\n## C {layout=question}\n\n::: question\n::: answer\nSo.\n:::\n:::\n',
    );
    const read = giftOf(quiz).filter(({ type }) => type !== 'Category');
    expect(read.map(({ type }) => type)).toEqual(['MC', 'MC', 'Essay']);
    expect(
      read.map((one) => (one.type === 'MC' ? one.choices.map(({ weight, isCorrect }) => weight ?? isCorrect) : [])),
    ).toEqual([[true, false], [50, 50, -100], []]);
    expect(read.map((one) => ('title' in one ? one.title : ''))).toEqual(['A', 'B', 'C']);
    expect(JSON.stringify(read[2])).toContain('<p>So.</p>');
  });

  test('reads any words as they are', () => {
    const sign = fc.constantFrom(...'~=#{}:\\%->"\'<&/ \nabc1ж$[]*:://'.split(''));
    const words = fc.string({ unit: sign, minLength: 1, maxLength: 24 }).map((text) => `x${text}y`);
    fc.assert(
      fc.property(words, fc.array(words, { minLength: 2, maxLength: 4 }), (asked, choices) => {
        const [read] = giftOf(quizWith(asked, choices)).filter(({ type }) => type === 'MC');
        if (read?.type !== 'MC') return expect.unreachable();
        expect(shown(read.stem.text)).toBe(collapsed(asked));
        expect(read.choices.map(({ text }) => shown(text.text))).toEqual(choices.map(collapsed));
      }),
      { numRuns: isWhole ? 100 : 25 },
    );
  });
});

/** What a page shows of HTML without elements within its paragraph. */
function shown(html: string): string {
  const text = html
    .replace(/<\/?p>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"');
  return collapsed(text.replaceAll('&amp;', '&'));
}

function collapsed(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function quizWith(asked: string, choices: readonly string[], right = 1): Quiz {
  const place = { path: 'deck.md', line: 1 };
  const blocks = (text: string): QuizQuestion['asked'] => [
    { kind: 'paragraph', place, claims: [], citations: [], classes: [], content: [{ kind: 'text', text }] },
  ];
  const question: QuizQuestion = {
    id: 'one',
    number: 1,
    name: asked,
    section: '',
    kind: right === 1 ? 'single' : 'multiple',
    asked: blocks(asked),
    choices: choices.map((text, index) => ({ blocks: blocks(text), isRight: index < right })),
    answer: [],
    restsOn: [],
    lines: 0,
    read: '',
    isAskedAgain: false,
    place,
  };
  return { deck: 'deck', title: 'Deck', lang: 'en', questions: [question], diagnostics: [] };
}

test('every file in XML is well-formed, whatever words stand in it', () => {
  const words = anyText(12);
  fc.assert(
    fc.property(fc.array(words, { minLength: 20, maxLength: 20 }), ([asked = '', ...choices]) => {
      const files = [...quizFilesOf(quizWith(asked, choices))].filter(([name]) => name.endsWith('.xml'));
      expect(files.length).toBeGreaterThan(6);
      for (const [, xml] of files) wellFormed(xml);
    }),
    { numRuns: isWhole ? 8 : 1 },
  );
});

function wellFormed(xml: string): void {
  const fail = (message: string): never => {
    throw new Error(`${message}\n${xml}`);
  };
  new DOMParser({ errorHandler: { warning: fail, error: fail, fatalError: fail } }).parseFromString(xml, 'text/xml');
}

test.each(['quiz-qti12.zip', 'quiz-qti21.zip', 'quiz-qti30.zip'])(
  '%s holds what its manifest names, and no more',
  async (name) => {
    const text =
      '## A {layout=question}\n\n![A boat](boat.png)\n\n::: question\n- [x] one\n- [ ] two\n\n```mermaid {#berths alt="Two berths"}\nflowchart LR\n  a --> b\n```\n:::\n';
    const files = quizFilesOf(await quizOf(text));
    const inside = [...files.keys()].flatMap((file) =>
      file.startsWith(`${name}/`) ? [file.slice(name.length + 1)] : [],
    );
    const manifest = files.get(`${name}/imsmanifest.xml`) ?? '';
    const named = [...manifest.matchAll(/<file href="([^"]+)"/g)].map(([, href]) => href);
    expect(named.length).toBeGreaterThan(2);
    expect([...new Set(named)].sort()).toEqual(inside.filter((file) => file !== 'imsmanifest.xml').sort());
    const ids = [...manifest.matchAll(/<resource identifier="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, id] of manifest.matchAll(/identifierref="([^"]+)"/g)) expect(ids).toContain(id);
  },
);

test('shares of right choices make a hundred as far as Moodle can say it, and ticking all that is wrong gives nothing', () => {
  for (let right = 2; right <= 20; right++)
    for (let wrong = 0; wrong <= 20; wrong++) {
      const choices = Array.from({ length: right + wrong }, (_, index) => ({ blocks: [], isRight: index < right }));
      const scores = moodleScores({ kind: 'multiple', choices });
      const sum = (of: readonly number[]): number => of.reduce((total, one) => total + one, 0);
      expect(sum(scores.slice(0, right))).toBeCloseTo(100, 3);
      if (wrong > 0) expect(sum(scores.slice(right))).toBeLessThan(-99.9);
    }
});

test('forty choices are all there, and what Moodle cannot give is said', async () => {
  const boxes = (right: number): string =>
    Array.from({ length: 40 }, (_, index) => `- [${index < right ? 'x' : ' '}] c${index + 1}\n`).join('');
  const many = await quizOf(`## A {layout=question}\n\n::: question\n${boxes(25)}:::\n`);
  expect(many.diagnostics.map(({ rule, message }) => [rule, message])).toEqual([
    [
      'quiz-question',
      'The question has 25 right choices. Moodle shares a point among 20 at most, so the last 5 give nothing there.',
    ],
  ]);
  const files = quizFilesOf(many);
  for (const file of ['quiz.gift', 'quiz.xml', 'quiz.csv']) expect(files.get(file)).toContain('c40');
  expect((await quizOf(`## A {layout=question}\n\n::: question\n${boxes(3)}:::\n`)).diagnostics).toEqual([]);
});

test('ids stay when questions are put before, and differ where two ask the same', async () => {
  const asks = (title: string): string => `## ${title} {layout=question}\n\n::: question\n- [x] one\n:::\n`;
  const one = await quizOf(asks('A'));
  const two = await quizOf(`${asks('B')}\n---\n\n${asks('A')}`);
  expect(two.questions.map(({ id }) => id)).toContain(one.questions[0]?.id);
  const twice = await quizOf(
    '## A {layout=question}\n\n::: question\n- [x] one\n:::\n\n::: question\n- [x] two\n:::\n',
  );
  expect(new Set(twice.questions.map(({ id }) => id)).size).toBe(twice.questions.length);
});

test('a deck without questions has none, and says so', async () => {
  const { questions, diagnostics } = await quizOf('# A\n\n---\n\n## B [@lecturer]\n');
  expect([questions, diagnostics.map(({ rule }) => rule)]).toEqual([[], ['no-questions']]);
});
