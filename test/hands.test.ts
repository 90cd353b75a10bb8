import { PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, test } from 'vitest';
import { clockOf, goOnWithBreak, keptBreak, startBreak } from '../src/client/speaker/hands/break-time.js';
import { nearness } from '../src/client/speaker/hands/come-near.js';
import { handsKey } from '../src/client/speaker/hands/hands-keys.js';
import { createInk, type Stroke } from '../src/client/speaker/hands/ink.js';
import { packInk, unpackInk } from '../src/client/speaker/hands/kept-strokes.js';
import { inkPicture } from '../src/client/speaker/hands/save-ink.js';
import { openContents } from '../src/export/pdf/content-streams.js';
import { layInk } from '../src/export/pdf/lay-ink.js';
import type { RenderedSlide } from '../src/model.js';

const stroke = (id: string, slide = 'a', step = 0): Stroke => ({
  id,
  slide,
  step,
  colour: 1,
  points: [
    [10, 20, 0.5],
    [110, 20, 0.5],
  ],
});

describe('what is drawn', () => {
  test('is taken back one by one, cleared, and brought back', () => {
    const ink = createInk();
    for (const id of ['1', '2', '3']) ink.draw(stroke(id));
    ink.draw(stroke('other', 'b'));
    expect(ink.undo('a')).toEqual({ drop: ['3'] });
    expect(ink.clear('a')).toEqual({ drop: ['1', '2'] });
    expect(ink.clear('a')).toBeUndefined();
    expect(ink.strokes().map(({ id }) => id)).toEqual(['other']);
    expect(ink.undo('a')).toEqual({ put: [stroke('1'), stroke('2')] });
    ink.undo('a');
    ink.undo('a');
    expect(ink.undo('a')).toBeUndefined();
    expect(ink.strokes().map(({ id }) => id)).toEqual(['other']);
  });

  test('a stroke that grows is one stroke to take back, and each change has a number', () => {
    const ink = createInk();
    ink.draw(stroke('1'));
    ink.draw({ ...stroke('1'), points: [[1, 1, 0.5]] });
    expect(ink.version()).toBe(2);
    ink.undo('a');
    expect(ink.strokes()).toEqual([]);
    expect(createInk({ version: 7, strokes: [stroke('1')] }).version()).toBe(7);
  });
});

test('strokes are kept in few characters, pressure and all', () => {
  const stroke = (id: string, points: Stroke['points']): Stroke => ({ id, slide: 'a', step: 1, colour: 2, points });
  const strokes = [
    stroke('pen', [
      [0.3, -4.1, 0.33],
      [10.25, 700, 0.5],
      [1280, 0.1, 1],
    ]),
    stroke('mouse', [[12, 13, 0.5]]),
  ];
  const { strokes: again, version } = unpackInk(packInk({ version: 7, strokes }));
  expect(version).toBe(7);
  const [pen, mouse] = again;
  expect([pen?.points, mouse]).toEqual([
    [
      [0.3, -4.1, 0.33],
      [10.3, 700, 0.5],
      [1280, 0.1, 1],
    ],
    strokes[1],
  ]);
  const long = stroke(
    'long',
    Array.from({ length: 60 }, (_, at) => [400 + at * 3.1, 300 + (at % 7), 0.5]),
  );
  expect(JSON.stringify(packInk({ version: 1, strokes: [long] })).length).toBeLessThan(600);
});

describe('a break', () => {
  test('follows no clock that is set meanwhile', () => {
    let tick = 0;
    const time = startBreak(60_000, () => tick);
    tick = 20_000;
    expect(time.left()).toBe(40_000);
    tick = 90_000;
    expect(time.left()).toBe(0);
  });

  test('goes on after a reload, also where the clock was set back', () => {
    const kept = keptBreak(
      startBreak(60_000, () => 0),
      1_000_000,
    );
    expect(goOnWithBreak(kept, 1_010_000, () => 0).left()).toBe(50_000);
    expect(goOnWithBreak(kept, 500_000, () => 0).left()).toBe(60_000);
    expect(goOnWithBreak(kept, 9_000_000, () => 0).left()).toBe(0);
  });

  test.each([
    [0, '0:00'],
    [1, '0:01'],
    [59_001, '1:00'],
    [600_000, '10:00'],
  ])('says %d ms as %s', (ms, said) => {
    expect(clockOf(ms)).toBe(said);
  });
});

test('a block comes near as far as it fills most of the stage, and no further', () => {
  expect(nearness({ x: 0, y: 0, width: 1280, height: 720 }).by).toBe(1);
  expect(nearness({ x: 100, y: 100, width: 588.8, height: 100 }).by).toBeCloseTo(2);
  expect(nearness({ x: 0, y: 0, width: 10, height: 10 })).toEqual({ x: 610, y: 330, by: 6 });
});

describe('keys', () => {
  /** What a key does, by the code that browsers give it on that keyboard. */
  const does = (init: Partial<KeyboardEvent>, hasPen = false): string | undefined => {
    let done: string | undefined;
    const hands = {
      act: (wanted: unknown) => (done = JSON.stringify(wanted)),
      hasPen: () => hasPen,
      isBreak: () => false,
      askBreak: () => (done = 'break'),
    };
    handsKey(init as KeyboardEvent, hands, () => (done = 'point'));
    return done;
  };
  test.each([
    ['English x', { key: 'x', code: 'KeyX', keyCode: 88 }, 'point'],
    ['Russian ч on the same key', { key: 'ч', code: 'KeyX', keyCode: 88 }, 'point'],
    ['Ukrainian в, where d is', { key: 'в', code: 'KeyD', keyCode: 68 }, '{"pen":0}'],
    ['Belarusian И with Shift, where B is', { key: 'И', code: 'KeyB', keyCode: 66, shiftKey: true }, 'break'],
    ['French d', { key: 'd', code: 'KeyD', keyCode: 68 }, '{"pen":0}'],
    ['German b without Shift', { key: 'b', code: 'KeyB', keyCode: 66 }, undefined],
    ['a digit without the pen', { key: '2', code: 'Digit2', keyCode: 50 }, undefined],
  ])('%s', (_, init, expected) => expect(does(init)).toBe(expected));

  test.each([
    ['the French digit, which needs Shift', { key: 'é', code: 'Digit2', keyCode: 50 }, '{"pen":1}'],
    ['Ctrl Z on a German keyboard', { key: 'z', code: 'KeyY', keyCode: 90, ctrlKey: true }, '"undo"'],
    ['Ctrl Я on a Russian one', { key: 'я', code: 'KeyZ', keyCode: 90, ctrlKey: true }, '"undo"'],
    ['Backspace', { key: 'Backspace', code: 'Backspace', keyCode: 8 }, '"undo"'],
    ['Delete', { key: 'Delete', code: 'Delete', keyCode: 46 }, '"clear"'],
    ['d lays it down', { key: 'd', code: 'KeyD', keyCode: 68 }, '{"pen":null}'],
  ])('with the pen, %s', (_, init, expected) => expect(does(init, true)).toBe(expected));
});

describe('what was drawn and saved', () => {
  const slides = ['a', 'b'].map((id) => ({ id }) as RenderedSlide);
  async function blank(): Promise<Uint8Array> {
    const document = await PDFDocument.create();
    for (const _ of slides) document.addPage([960, 540]);
    return document.save();
  }

  test('is laid over its page, marked as no part of its text', async () => {
    const svg = inkPicture('b', [stroke('1', 'b')]);
    const annotated = await layInk(await blank(), slides, [{ slide: 'b', path: 'ink/b.svg', svg }]);
    expect(annotated?.diagnostics).toEqual([]);
    const opened = await PDFDocument.load(annotated?.pdf ?? new Uint8Array());
    const [first, second] =
      openContents(opened).pages.length === 2 ? openContents(opened).pages : [undefined, openContents(opened).pages[0]];
    expect(first?.code() ?? '').not.toMatch(/\bf\b|\bB\b/);
    expect(second?.code()).toMatch(/\/Artifact BMC[\s\S]*1 0\.3\d+ 0\.6\d* rg[\s\S]*EMC/);
  });

  test('is said where it is no drawing of the pen, and nothing is made where no slide was drawn on', async () => {
    const odd = await layInk(await blank(), slides, [
      { slide: 'a', path: 'ink/a.svg', svg: '<svg><g><path d="M0 0"/></g></svg>' },
    ]);
    expect(odd?.diagnostics.map(({ message }) => message)).toEqual([
      'ink/a.svg has elements that are not strokes: g; it is not laid over the slide.',
    ]);
    expect(await layInk(await blank(), slides, [{ slide: 'z', path: 'ink/z.svg', svg: '<svg/>' }])).toBeUndefined();
  });
});
