import type { Quiz, QuizQuestion } from '../../model.js';
import { escapeXml } from '../markup/escape-xml.js';
import { zipFiles } from '../zip-files.js';
import { qtiId } from './qti-id.js';
import { qtiItem } from './qti-item.js';
import { type QtiVersion, qtiElement, qtiVersions } from './qti-names.js';
import { type QuizSetup, quizMarkup } from './quiz-markup.js';

/** A question with its file in the package. */
interface Item {
  readonly question: QuizQuestion;
  readonly identifier: string;
  readonly href: string;
  readonly xml: string;
}

/** A quiz as a package of QTI 2.1 or 3.0: a file a question, a test that has them in the talk's sections, and its pictures. Platforms may refuse `../` in an address. */
export function writeQtiPackage(quiz: Quiz, setup: QuizSetup, which: keyof typeof qtiVersions): Uint8Array {
  const version = qtiVersions[which];
  const mark = quizMarkup(quiz, { dialect: 'qti', math: 'mathml', address: (name) => `media/${name}` }, setup);
  const items = quiz.questions.map((question): Item => {
    const identifier = qtiId(quiz.deck, question.id);
    const xml = qtiItem(question, mark(question), quiz, version, identifier);
    return { question, identifier, href: `${identifier}.xml`, xml };
  });
  const media = setup.files.all();
  return zipFiles([
    { name: 'imsmanifest.xml', bytes: manifest(quiz, items, version) },
    { name: 'test.xml', bytes: testFile(quiz, items, version) },
    ...items.map(({ href, xml }) => ({ name: href, bytes: xml })),
    ...media.map(({ name, bytes }) => ({ name: `media/${name}`, bytes })),
  ]);
}

function testFile({ deck, title, lang }: Quiz, items: readonly Item[], version: QtiVersion): string {
  const element = qtiElement(version);
  const sections = [...new Set(items.map(({ question }) => question.section))];
  const reference = ({ identifier, href, question: { minutes } }: Item): string =>
    element(
      'assessmentItemRef',
      { identifier, href },
      ...(minutes === undefined
        ? []
        : [element('timeLimits', { maxTime: Math.round(minutes * 60), allowLateSubmission: true })]),
    );
  const parts = sections.map((section, index) =>
    element(
      'assessmentSection',
      { identifier: `section-${index + 1}`, title: section === '' ? title : section, visible: section !== '' },
      ...items.filter(({ question }) => question.section === section).map((item) => `\n${reference(item)}`),
      '\n',
    ),
  );
  const sum = element('sum', {}, element('testVariables', { variableIdentifier: 'SCORE' }));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    element(
      'assessmentTest',
      { xmlns: version.namespace, identifier: qtiId(deck), title, ...(version.isHyphened ? { 'xml:lang': lang } : {}) },
      '\n',
      element('outcomeDeclaration', { identifier: 'SCORE', cardinality: 'single', baseType: 'float' }),
      '\n',
      element(
        'testPart',
        { identifier: 'part-1', navigationMode: 'nonlinear', submissionMode: 'individual' },
        ...parts.map((part) => `\n${part}`),
        '\n',
      ),
      '\n',
      element('outcomeProcessing', {}, element('setOutcomeValue', { identifier: 'SCORE' }, sum)),
      '\n',
    ),
    '',
  ].join('\n');
}

function manifest({ deck }: Quiz, items: readonly Item[], { schema, test, item, isHyphened }: QtiVersion): string {
  const id = qtiId(deck);
  const namespace = isHyphened
    ? 'http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1'
    : 'http://www.imsglobal.org/xsd/imscp_v1p1';
  const file = (href: string): string => `<file href="${escapeXml(href)}"/>`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<manifest identifier="${id}-package" xmlns="${namespace}">`,
    `<metadata><schema>${schema}</schema><schemaversion>${isHyphened ? '3.0.0' : '1.0.0'}</schemaversion></metadata>`,
    '<organizations/>',
    '<resources>',
    `<resource identifier="${id}-test" type="${test}" href="test.xml">${file('test.xml')}${items.map(({ identifier }) => `<dependency identifierref="${identifier}"/>`).join('')}</resource>`,
    ...items.map(({ identifier, href, xml }) => {
      const media = [...new Set([...xml.matchAll(/src="(media\/[^"]+)"/g)].map(([, name = '']) => name))];
      return `<resource identifier="${identifier}" type="${item}" href="${href}">${[href, ...media].map(file).join('')}</resource>`;
    }),
    '</resources>',
    '</manifest>',
    '',
  ].join('\n');
}
