import type { Quiz, QuizQuestion } from '../../model.js';
import { type QtiVersion, qtiElement } from './qti-names.js';
import type { MarkedQuestion } from './quiz-markup.js';

/** Lines of the box for an open answer where the worksheet leaves none. */
const usualLines = 5;

/** A question as an item of QTI. Right choices share one point, wrong ones take it away, and no question gives less than nothing. */
export function qtiItem(
  question: QuizQuestion,
  { asked, choices, feedback }: MarkedQuestion,
  { lang }: Pick<Quiz, 'lang'>,
  version: QtiVersion,
  identifier: string,
): string {
  const { kind, name, lines } = question;
  const element = qtiElement(version);
  const isOpen = kind === 'open';
  const named = choices.map((choice, index) => ({ ...choice, id: `choice-${index + 1}` }));
  const right = named.filter(({ isRight }) => isRight);
  const share = (isRight: boolean): number =>
    isRight ? 1 / right.length : kind === 'single' ? 0 : -1 / (named.length - right.length);
  const entries = named.map(({ id, isRight }) =>
    element('mapEntry', { mapKey: id, mappedValue: round(share(isRight)) }),
  );
  const response = isOpen
    ? element('responseDeclaration', { identifier: 'RESPONSE', cardinality: 'single', baseType: 'string' })
    : element(
        'responseDeclaration',
        { identifier: 'RESPONSE', cardinality: kind === 'single' ? 'single' : 'multiple', baseType: 'identifier' },
        element('correctResponse', {}, ...right.map(({ id }) => element('value', {}, id))),
        element('mapping', { lowerBound: 0, upperBound: 1, defaultValue: 0 }, ...entries),
      );
  const interaction = isOpen
    ? element('extendedTextInteraction', { responseIdentifier: 'RESPONSE', expectedLines: lines || usualLines })
    : element(
        'choiceInteraction',
        { responseIdentifier: 'RESPONSE', shuffle: false, maxChoices: kind === 'single' ? 1 : 0 },
        ...named.map(({ id, html }) => element('simpleChoice', { identifier: id }, html)),
      );
  const number = (id: string, value: number): string =>
    element(
      'outcomeDeclaration',
      { identifier: id, cardinality: 'single', baseType: 'float' },
      element('defaultValue', {}, element('value', {}, String(value))),
    );
  const say = element(
    'setOutcomeValue',
    { identifier: 'FEEDBACK' },
    element('baseValue', { baseType: 'identifier' }, 'answer'),
  );
  const score = element('setOutcomeValue', { identifier: 'SCORE' }, element('mapResponse', { identifier: 'RESPONSE' }));
  const processing = [...(isOpen ? [] : [score]), ...(feedback === '' ? [] : [say])];
  const shown = version.isHyphened ? element('contentBody', {}, feedback) : feedback;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    element(
      'assessmentItem',
      {
        xmlns: version.namespace,
        identifier,
        title: name,
        adaptive: false,
        timeDependent: false,
        'xml:lang': lang,
      },
      '\n',
      response,
      '\n',
      number('SCORE', 0),
      number('MAXSCORE', 1),
      feedback === ''
        ? ''
        : element('outcomeDeclaration', { identifier: 'FEEDBACK', cardinality: 'single', baseType: 'identifier' }),
      '\n',
      element('itemBody', {}, asked, '\n', interaction),
      '\n',
      processing.length === 0 ? '' : element('responseProcessing', {}, ...processing),
      feedback === ''
        ? ''
        : element('modalFeedback', { outcomeIdentifier: 'FEEDBACK', identifier: 'answer', showHide: 'show' }, shown),
      '\n',
    ),
    '',
  ].join('\n');
}

function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
