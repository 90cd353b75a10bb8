import { expect, test } from 'vitest';
import { questionAttributes } from '../src/check/rules/question-attributes.js';
import { claimsOfQuestion, questionsOf } from '../src/evidence/questions.js';
import { formatDiagnostic } from '../src/model/diagnostic.js';
import { deckOf, evidenceOf } from './support/evidence.js';
import { testTwins } from './support/twins.js';

testTwins('questions', 'txt', (text) => {
  const found = questionAttributes({ deck: deckOf(text), glyphs: new Set() });
  const named = found.map((finding) => ({
    severity: 'error' as const,
    ...finding,
    rule: 'question-attributes' as const,
  }));
  return `${named.map(formatDiagnostic).join('\n')}\n`;
});

test('a question rests on what its own answer quotes, not on what stands beside it', () => {
  const text = [
    '## Who asked? [@ilvesson2021, ¶4]',
    '',
    '::: question {cite="ilvesson2021, ¶4"}',
    '- [x] Every company',
    '',
    '::: answer',
    'It says "every company that asked".',
    ':::',
    ':::',
    '',
    'Beside it stands "every company that asked".',
    '',
  ].join('\n');
  const [question] = questionsOf(deckOf(text).slides[0] as NonNullable<ReturnType<typeof deckOf>['slides'][0]>);
  const found =
    question === undefined ? [] : claimsOfQuestion(question, evidenceOf(text)).flatMap((claim) => claim.found);
  expect(question?.citations.map(({ locators }) => locators)).toEqual([[[4, 4]]]);
  expect(found.map(({ paragraph, words }) => [paragraph, words])).toEqual([[4, 'every company that asked']]);
});
