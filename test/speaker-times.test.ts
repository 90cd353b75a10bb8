import { describe, expect, test } from 'vitest';
import {
  elapsed,
  enterPart,
  goOnWithClock,
  inTimeOf,
  isStarted,
  newClock,
  spentIn,
  startClock,
  stopClock,
} from '../src/client/speaker/clock.js';
import { minutesBehind, planOf } from '../src/client/speaker/plan.js';

const first = { number: 1, title: 'First' };
const second = { number: 2, title: 'Second' };
const slides = [
  { id: 'title', minutes: 2 },
  { id: 'a', minutes: 5, section: first },
  { id: 'b', section: first },
  { id: 'c', minutes: 8, section: second },
];

describe('the plan of a talk', () => {
  test('adds up the minutes of each section, and what comes before the first', () => {
    expect(planOf({ minutes: 16, slides }).minutes).toBe(16);
    expect(planOf({ slides })).toMatchObject({
      minutes: 15,
      parts: [
        { number: 0, title: '', minutes: 2 },
        { number: 1, title: 'First', minutes: 5 },
        { number: 2, title: 'Second', minutes: 8 },
      ],
    });
  });

  test('shares the length out evenly where no slide has minutes', () => {
    const plan = planOf({ minutes: 20, slides: slides.map(({ minutes: _, ...slide }) => slide) });
    expect(plan.parts.map(({ minutes }) => minutes)).toEqual([5, 10, 5]);
    expect(plan.spanOf('b')).toEqual([10, 15]);
  });

  test('plans nothing where neither is known', () => {
    const plan = planOf({ slides: [{ id: 'a' }, { id: 'b' }] });
    expect([plan.minutes, plan.parts, plan.spanOf('a')]).toEqual([undefined, [{ number: 0, title: '' }], undefined]);
    expect(minutesBehind(plan, 'a', 100)).toBeUndefined();
  });

  test.each([
    ['a', 1, -1],
    ['a', 1.5, 0],
    ['a', 7.9, 0],
    ['a', 8, 1],
    ['a', 9.6, 3],
    ['b', 7, 0],
    ['c', 15, 0],
    ['title', 0, 0],
  ])('on slide %s after %d min one is %i behind', (slide, minutes, behind) => {
    expect(minutesBehind(planOf({ slides }), slide, minutes)).toBe(behind);
  });
});

describe('the clock', () => {
  test('counts for the part that is shown, stands while it is stopped, and goes on', () => {
    let clock = startClock(newClock, 1000);
    clock = enterPart(clock, 1, 5000);
    clock = enterPart(clock, 1, 6000);
    clock = stopClock(clock, 8000);
    expect([spentIn(clock, 0, 9000), spentIn(clock, 1, 9000), elapsed(clock, 9000)]).toEqual([4000, 3000, 7000]);
    clock = startClock(enterPart(clock, 0, 9500), 10_000);
    expect([spentIn(clock, 0, 12_000), elapsed(clock, 12_000)]).toEqual([6000, 9000]);
  });

  test('is not started by being told the part, nor started twice', () => {
    expect(isStarted(enterPart(newClock, 3, 1000))).toBe(false);
    const started = startClock(newClock, 1000);
    expect(startClock(started, 9000)).toBe(started);
    expect(isStarted(stopClock(started, 2000))).toBe(true);
  });

  test('goes on in another window, and after a reload, also where the machine’s clock was set back', () => {
    const clock = startClock(newClock, 5000);
    expect(elapsed(inTimeOf(clock, 8000, 100), 600)).toBe(3500);
    expect(inTimeOf(newClock, 8000, 100)).toBe(newClock);
    const kept = { clock, at: 8000, date: 1_000_000 };
    expect(elapsed(goOnWithClock(kept, 200, 1_002_000), 200)).toBe(5000);
    expect(elapsed(goOnWithClock(kept, 200, 400_000), 200)).toBe(3000);
  });
});
