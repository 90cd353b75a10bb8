import type { Quiz, QuizQuestion } from '../../model.js';
import { escapeXml } from '../markup/escape-xml.js';
import { zipFiles } from '../zip-files.js';
import { qtiId } from './qti-id.js';
import { type MarkedQuestion, type QuizSetup, quizMarkup } from './quiz-markup.js';

const head = '<?xml version="1.0" encoding="UTF-8"?>';
const folder = 'images';

/**
 * A quiz as a package of QTI 1.2 (IMS Question & Test Interoperability: ASI XML Binding 1.2.1), in the form that Canvas writes for its
 * classic quizzes: it knows a question's kind by metadata of its own, and pictures by an address of its own.
 */
export function writeQti12(quiz: Quiz, setup: QuizSetup): Uint8Array {
  const address = (name: string): string => `%24IMS-CC-FILEBASE%24/${folder}/${name}`;
  const mark = quizMarkup(quiz, { dialect: 'html', math: 'tex', address }, setup);
  const id = qtiId(quiz.deck);
  const items = quiz.questions.map((question) => item(question, mark(question), quiz));
  const pictures = setup.files.all().map(({ name, bytes }) => ({ name: `${folder}/${name}`, bytes }));
  return zipFiles([
    {
      name: 'imsmanifest.xml',
      bytes: manifest(
        id,
        quiz,
        pictures.map(({ name }) => name),
      ),
    },
    { name: `${id}/${id}.xml`, bytes: assessment(id, quiz, items) },
    { name: `${id}/assessment_meta.xml`, bytes: canvasSettings(id, quiz) },
    ...pictures,
  ]);
}

function assessment(id: string, { title }: Quiz, items: readonly string[]): string {
  return [
    head,
    '<questestinterop xmlns="http://www.imsglobal.org/xsd/ims_qtiasiv1p2">',
    `<assessment ident="${id}" title="${escapeXml(title)}">`,
    '<section ident="root_section">',
    ...items,
    '</section>',
    '</assessment>',
    '</questestinterop>',
    '',
  ].join('\n');
}

const kinds = {
  single: 'multiple_choice_question',
  multiple: 'multiple_answers_question',
  open: 'essay_question',
} as const;

function item({ id, name, kind, minutes }: QuizQuestion, marked: MarkedQuestion, { deck }: Quiz): string {
  const ident = qtiId(deck, id);
  const choices = marked.choices.map((choice, index) => ({ ...choice, ident: `${ident}-${index + 1}` }));
  const said = marked.feedback !== '';
  const field = (label: string, entry: string): string =>
    `<qtimetadatafield><fieldlabel>${label}</fieldlabel><fieldentry>${escapeXml(entry)}</fieldentry></qtimetadatafield>`;
  return [
    `<item ident="${ident}" title="${escapeXml(name)}">`,
    ...(minutes === undefined ? [] : [`<duration>PT${Math.round(minutes * 60)}S</duration>`]),
    '<itemmetadata><qtimetadata>',
    field('question_type', kinds[kind]),
    field('points_possible', '1'),
    field('original_answer_ids', choices.map((choice) => choice.ident).join(',')),
    field('assessment_question_identifierref', `${ident}-question`),
    '</qtimetadata></itemmetadata>',
    '<presentation>',
    material(marked.asked),
    ...(kind === 'open' ? [essay] : [choiceList(choices, kind)]),
    '</presentation>',
    '<resprocessing>',
    '<outcomes><decvar maxvalue="100" minvalue="0" varname="SCORE" vartype="Decimal"/></outcomes>',
    ...(said ? [`<respcondition continue="Yes">${whatever}${shown}</respcondition>`] : []),
    `<respcondition continue="No">${kind === 'open' ? whatever : rightOnes(choices, kind)}</respcondition>`,
    '</resprocessing>',
    ...(said
      ? [`<itemfeedback ident="general_fb"><flow_mat>${material(marked.feedback)}</flow_mat></itemfeedback>`]
      : []),
    '</item>',
  ].join('\n');
}

const whatever = '<conditionvar><other/></conditionvar>';
const shown = '<displayfeedback feedbacktype="Response" linkrefid="general_fb"/>';
const essay =
  '<response_str ident="response1" rcardinality="Single"><render_fib><response_label ident="answer1" rshuffle="No"/></render_fib></response_str>';

interface Choice {
  readonly html: string;
  readonly isRight: boolean;
  readonly ident: string;
}

function choiceList(choices: readonly Choice[], kind: 'single' | 'multiple'): string {
  const labels = choices.map(
    ({ ident, html }) => `<response_label ident="${ident}">${material(html)}</response_label>`,
  );
  const cardinality = kind === 'single' ? 'Single' : 'Multiple';
  return `<response_lid ident="response1" rcardinality="${cardinality}"><render_choice>\n${labels.join('\n')}\n</render_choice></response_lid>`;
}

function rightOnes(choices: readonly Choice[], kind: 'single' | 'multiple'): string {
  const equal = ({ ident }: Choice): string => `<varequal respident="response1">${ident}</varequal>`;
  const right = choices.filter(({ isRight }) => isRight).map(equal);
  const wrong = choices.filter(({ isRight }) => !isRight).map((choice) => `<not>${equal(choice)}</not>`);
  const condition = kind === 'single' ? right.join('') : `<and>${[...right, ...wrong].join('')}</and>`;
  return `<conditionvar>${condition}</conditionvar><setvar action="Set" varname="SCORE">100</setvar>`;
}

function material(html: string): string {
  return `<material><mattext texttype="text/html">${escapeXml(html)}</mattext></material>`;
}

/** What Canvas asks of a quiz beside its questions. */
function canvasSettings(id: string, { title, questions }: Quiz): string {
  return [
    head,
    `<quiz identifier="${id}" xmlns="http://canvas.instructure.com/xsd/cccv1p0">`,
    `<title>${escapeXml(title)}</title>`,
    '<description></description>',
    '<shuffle_answers>false</shuffle_answers>',
    '<scoring_policy>keep_highest</scoring_policy>',
    '<quiz_type>practice_quiz</quiz_type>',
    `<points_possible>${questions.length}</points_possible>`,
    '<show_correct_answers>true</show_correct_answers>',
    '<available>false</available>',
    '<allowed_attempts>-1</allowed_attempts>',
    '</quiz>',
    '',
  ].join('\n');
}

function manifest(id: string, { title, lang }: Quiz, pictures: readonly string[]): string {
  const meta = `${id}/assessment_meta.xml`;
  return [
    head,
    `<manifest identifier="${id}-package" xmlns="http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1" xmlns:imsmd="http://www.imsglobal.org/xsd/imsmd_v1p2">`,
    '<metadata><schema>IMS Content</schema><schemaversion>1.1.3</schemaversion>',
    `<imsmd:lom><imsmd:general><imsmd:title><imsmd:langstring xml:lang="${escapeXml(lang)}">${escapeXml(title)}</imsmd:langstring></imsmd:title></imsmd:general></imsmd:lom>`,
    '</metadata>',
    '<organizations/>',
    '<resources>',
    `<resource identifier="${id}" type="imsqti_xmlv1p2"><file href="${id}/${id}.xml"/><dependency identifierref="${id}-settings"/></resource>`,
    `<resource identifier="${id}-settings" type="associatedcontent/imscc_xmlv1p1/learning-application-resource" href="${meta}"><file href="${meta}"/></resource>`,
    ...pictures.map(
      (name, index) =>
        `<resource identifier="${id}-picture-${index + 1}" type="webcontent" href="${name}"><file href="${name}"/></resource>`,
    ),
    '</resources>',
    '</manifest>',
    '',
  ].join('\n');
}
