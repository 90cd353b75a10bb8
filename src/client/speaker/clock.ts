/**
 * The time spent in a talk, by the number of its part. It knows no clock of its own: `now` is ms since the window was loaded, which do not
 * jump when the machine's clock is set.
 */
export interface Clock {
  /** ms, up to `since`. */
  readonly spent: Readonly<Record<number, number>>;
  readonly part: number;
  /** From when the current part counts on, ms; absent while the clock stands. */
  readonly since?: number;
}

/** A clock that has not been started. */
export const newClock: Clock = { spent: {}, part: 0 };

export function isStarted({ spent, since }: Clock): boolean {
  return since !== undefined || Object.keys(spent).length > 0;
}

/** Goes on counting in a part; what was counted until now stays with the part before. */
export function enterPart(clock: Clock, part: number, now: number): Clock {
  return { ...stopClock(clock, now), part, ...(clock.since !== undefined && { since: now }) };
}

export function startClock(clock: Clock, now: number): Clock {
  return clock.since === undefined ? { ...clock, since: now } : clock;
}

export function stopClock(clock: Clock, now: number): Clock {
  const { part, spent, since } = clock;
  if (since === undefined) return clock;
  return { part, spent: { ...spent, [part]: spentIn(clock, part, now) } };
}

/** ms */
export function spentIn({ spent, part, since }: Clock, wanted: number, now: number): number {
  return (spent[wanted] ?? 0) + (since !== undefined && wanted === part ? Math.max(0, now - since) : 0);
}

/** ms, over all parts */
export function elapsed(clock: Clock, now: number): number {
  const parts = new Set([...Object.keys(clock.spent).map(Number), clock.part]);
  return [...parts].reduce((total, part) => total + spentIn(clock, part, now), 0);
}

/** The clock of another window, or of this one before it was loaded anew: it was `told` there when it was `own` here, ms. */
export function inTimeOf(clock: Clock, told: number, own: number): Clock {
  return clock.since === undefined ? clock : { ...clock, since: clock.since - told + own };
}

/** A clock that is kept through a reload. */
export interface KeptClock {
  readonly clock: Clock;
  /** When it was kept: ms of the window, and epoch ms. */
  readonly at: number;
  readonly date: number;
}

/** Goes on with it; a machine's clock that was set back meanwhile takes nothing off. */
export function goOnWithClock({ clock, at, date }: KeptClock, now: number, today: number): Clock {
  return inTimeOf(clock, at, now - Math.max(0, today - date));
}
