/** A break that runs. Its time does not follow the clock of the machine, which may be set meanwhile. */
export interface BreakTime {
  /** ms until its end, 0 when it is over. */
  readonly left: () => number;
}

interface Kept {
  readonly left: number;
  /** When that was kept, epoch ms. */
  readonly at: number;
}

/** `ms` from now, by `tick`, milliseconds that only grow. */
export function startBreak(ms: number, tick: () => number = () => performance.now()): BreakTime {
  const start = tick();
  return { left: () => Math.max(0, ms - (tick() - start)) };
}

/** What a page keeps of a break, for when it is loaded anew. */
export function keptBreak(time: BreakTime, now = Date.now()): string {
  return JSON.stringify({ left: time.left(), at: now } satisfies Kept);
}

/** Goes on with a break after a reload; a clock that was set back meanwhile takes nothing off and adds nothing. */
export function goOnWithBreak(kept: string, now = Date.now(), tick?: () => number): BreakTime {
  const { left, at } = JSON.parse(kept) as Kept;
  return startBreak(Math.max(0, left - Math.max(0, now - at)), tick);
}

/** "4:05" */
export function clockOf(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
