import { join } from 'node:path';
import type { Token } from 'markdown-it';
import { describe, expect, test } from 'vitest';
import { kindOf } from '../src/draw/diagram-kind.js';
import { stepMarks } from '../src/draw/step-marks.js';
import { objectivesOf, questionsFor } from '../src/evidence/objectives.js';
import { newQuestionsOf, questionsOf } from '../src/evidence/questions.js';
import { formatDiagnostic } from '../src/model/diagnostic.js';
import type { Layout, Slide } from '../src/model.js';
import { parseDeck } from '../src/parse/deck.js';
import { closingIndex } from '../src/parse/token.js';
import { locateDeck, readDeck } from '../src/read/deck.js';
import { slidesOf } from '../src/render/edition.js';
import { testEffects } from './support/effects.js';

const effects = testEffects(join(import.meta.dirname, '..'));
const location = await locateDeck('slides/belarus-deterrence', effects);
const deck = parseDeck(await readDeck(location ?? expect.unreachable('the first deck is not there'), effects));

const withoutClaims: readonly Layout[] = ['title', 'section', 'question', 'sources'];

function cutTo(minutes: number): readonly Slide[] {
  return slidesOf(deck, { audience: 'teacher', cut: minutes }).map(({ slide }) => slide);
}

function sum(slides: readonly Slide[]): number {
  return slides.reduce((minutes, slide) => minutes + (slide.minutes ?? 0), 0);
}

/** The notes in two: what to say, and the likely questions. */
function notesOf({ notes }: Slide): { readonly said: readonly Token[]; readonly likely: readonly Token[] } {
  const said: Token[] = [];
  const likely: Token[] = [];
  for (let index = 0; index < notes.length; index++) {
    const token = notes[index];
    if (token === undefined) break;
    const isLikely = token.type === 'container_open' && token.info === 'likely-question';
    const end = isLikely ? closingIndex(notes, index) : index;
    (isLikely ? likely : said).push(...notes.slice(index, end + 1));
    index = end;
  }
  return { said, likely };
}

function words(tokens: readonly Token[]): number {
  const texts = tokens
    .flatMap(({ children }) => children ?? [])
    .map(({ type, content }) => (type === 'text' ? content : ' '));
  return texts.join('').match(/[\p{L}\p{N}][^\s—–]*/gu)?.length ?? 0;
}

describe('the seminar on Belarus', () => {
  const own = cutTo(45);
  const diagrams = own.flatMap((slide) => slide.diagrams);
  const mermaid = diagrams.filter(({ language }) => language === 'mermaid');

  test('is read without a word of complaint', () => {
    expect(deck.diagnostics.map(formatDiagnostic)).toEqual([]);
  });

  test.each([15, 45, 90])('fills its %i minutes, each slide with a time of its own', (minutes) => {
    expect(deck.settings.cuts).toContain(minutes);
    expect(Math.abs(sum(cutTo(minutes)) - minutes)).toBeLessThanOrEqual(1);
    expect(deck.slides.filter((slide) => slide.minutes === undefined).map(({ id }) => id)).toEqual([]);
  });

  test('has 22 to 28 slides for 45 minutes, 12 of them or more for discussion', () => {
    const told = own.filter(({ layout }) => layout !== 'sources');
    expect(told.length).toBeGreaterThanOrEqual(22);
    expect(told.length).toBeLessThanOrEqual(28);
    expect(sum(own.filter(({ layout }) => layout === 'question'))).toBeGreaterThanOrEqual(12);
  });

  test('says on every slide what to say in 60 to 120 words, what comes next, and what may be asked', () => {
    const lengths = deck.slides.map((slide) => `${slide.id} ${words(notesOf(slide).said)}`);
    expect(lengths.filter((length) => Number(length.split(' ')[1]) < 60 || Number(length.split(' ')[1]) > 120)).toEqual(
      [],
    );
    const silent = deck.slides.filter((slide) => {
      const { said, likely } = notesOf(slide);
      const isLed = said.some(({ content }) => content.startsWith('**Next:**'));
      return !isLed || likely.filter(({ type }) => type === 'paragraph_open').length < 2;
    });
    expect(silent.map(({ id }) => id)).toEqual([]);
    const uncited = deck.slides.filter((slide) => notesOf(slide).likely[0]?.attrGet('cite') == null);
    expect(uncited.map(({ id }) => id)).toEqual([]);
  });

  test('leaves time to say its notes, at 150 words a minute', () => {
    const late = deck.slides.filter((slide) => words(notesOf(slide).said) > (slide.minutes ?? 0) * 150);
    expect(late.map((slide) => `${slide.id} ${words(notesOf(slide).said)} in ${slide.minutes} min`)).toEqual([]);
  });

  test('gives a class eight minutes to read, after four of prediction, and asks the same twice', () => {
    const ends = own.map((slide, index) => [slide.id, sum(own.slice(0, index + 1))] as const);
    const end = new Map(ends);
    expect(['reading', 'whosays', 'sabotage', 'sort', 'since', 'sources'].map((id) => end.get(id))).toEqual([
      4, 12, 24, 32, 39, 45,
    ]);
    const [vote, again] = own.flatMap(questionsOf).filter(({ kind }) => kind === 'choice');
    expect(again?.choices.map(({ text }) => text)).toEqual(vote?.choices.map(({ text }) => text));
    expect(vote?.againOn).toBe(again?.slide.number);
  });

  test('has three objectives, each with questions, and at most one question that is looked up', () => {
    const objectives = objectivesOf(own);
    expect(objectives).toHaveLength(3);
    expect(objectives.filter((one) => questionsFor(one, { slides: own }).length === 0)).toEqual([]);
    const choices = newQuestionsOf(deck).filter(({ kind }) => kind === 'choice');
    expect(choices.map(({ slide }) => slide.id)).toEqual(['opening', 'why']);
  });

  test('has prose of 60 to 130 words for the handout beside every slide that claims something', () => {
    const claiming = deck.slides.filter(({ layout }) => !withoutClaims.includes(layout));
    const lengths = claiming.map((slide) => `${slide.id} ${words(slide.handout)}`);
    expect(lengths.filter((length) => Number(length.split(' ')[1]) < 60 || Number(length.split(' ')[1]) > 130)).toEqual(
      [],
    );
  });

  test('asks with answers: choices, and open questions', () => {
    const isTicket = ({ tokens }: Slide): boolean => tokens.some(({ info }) => info === 'ticket');
    const asked = own.filter((slide) => slide.layout === 'question' && !isTicket(slide));
    const answers = asked.filter(({ tokens }) => tokens.some(({ info }) => info === 'answer'));
    const choices = asked.filter(({ tokens }) => tokens.some(({ meta }) => meta?.choice === 'right'));
    expect(answers).toHaveLength(asked.length);
    expect(choices.length).toBeGreaterThan(0);
    expect(choices.length).toBeLessThan(asked.length);
  });

  test('has seven diagrams of three kinds, three of them in steps, two views of its relations, and a map', () => {
    const views = diagrams.flatMap(({ view }) => view ?? []);
    expect(mermaid.length + views.length).toBeGreaterThanOrEqual(7);
    const kinds = new Set(mermaid.map(({ code }) => kindOf(code)));
    expect(kinds.size).toBeGreaterThanOrEqual(3);
    const stepped = mermaid.filter(({ code }) => stepMarks(code).length > 0);
    expect(stepped.length + views.filter(({ clicks }) => clicks > 0).length).toBeGreaterThanOrEqual(3);
    expect(views.map(({ layout }) => layout).toSorted()).toEqual(['graph', 'lanes']);
    expect(diagrams.filter(({ language }) => language === 'map')).toHaveLength(1);
    expect(diagrams.filter(({ alt, language }) => alt === '' && language !== 'map')).toEqual([]);
  });

  test('draws no chart whose lengths or places would need numbers the article does not give', () => {
    const kinds = deck.slides.flatMap((slide) => slide.diagrams).map(({ code }) => kindOf(code));
    expect(kinds.filter((kind) => /pie|quadrant|xychart|sankey|radar|treemap/.test(kind))).toEqual([]);
  });

  test('names evidence for every relation it draws, and says of the one with none that it has none', () => {
    const drawn = new Set(diagrams.flatMap(({ view }) => view?.relations ?? []).map(({ id }) => id));
    const relations = deck.relations?.relations.filter(({ id }) => drawn.has(id)) ?? [];
    const unsourced = relations.filter(({ kind }) => kind === 'unsourced').map(({ from, to }) => [from, to]);
    expect(unsourced).toEqual([['nato', 'russia']]);
    const cited = relations.filter(({ kind }) => kind !== 'unsourced').flatMap(({ citations }) => citations);
    expect(cited).toHaveLength(relations.length - 1);
    expect(cited.filter(({ anchor }) => anchor === undefined)).toEqual([]);
  });
});
