/** How long a slide took in a rehearsal, ms; and each of its steps, the slide before its first step as step 0. */
export interface RehearsedSlide {
  readonly id: string;
  readonly ms: number;
  readonly steps: readonly number[];
}

/** A rehearsal, as it is saved to a file; `pilcrow rehearse` reads it. */
export interface Rehearsal {
  readonly pilcrow: 'rehearsal';
  readonly title: string;
  /** When it began, ISO 8601. */
  readonly date: string;
  readonly slides: readonly RehearsedSlide[];
}

/** Notes how long each step is shown. Its times only grow: ms of a clock that nobody sets. */
export interface Recorder {
  /** A step is shown, or time stands while `runs` is false. */
  readonly enter: (slide: string, step: number, runs: boolean, now: number) => void;
  readonly slides: (now: number) => readonly RehearsedSlide[];
}

export function createRecorder(): Recorder {
  const times = new Map<string, number[]>();
  let at: { readonly slide: string; readonly step: number } | undefined;
  let since = 0;
  const close = (now: number): void => {
    if (at === undefined) return;
    const steps = times.get(at.slide) ?? [];
    while (steps.length <= at.step) steps.push(0);
    steps[at.step] = (steps[at.step] ?? 0) + (now - since);
    times.set(at.slide, steps);
    since = now;
  };
  return {
    enter(slide, step, runs, now) {
      close(now);
      at = runs ? { slide, step } : undefined;
      since = now;
    },
    slides(now) {
      close(now);
      return [...times].map(([id, steps]) => ({
        id,
        ms: Math.round(steps.reduce((sum, one) => sum + one, 0)),
        steps: steps.map(Math.round),
      }));
    },
  };
}

/** ms of a slide, averaged over the rehearsals it was shown in; undefined where it was shown in none. */
export function averageOf(rehearsals: readonly Rehearsal[], slide: string): number | undefined {
  const times = rehearsals.flatMap(({ slides }) => slides.filter(({ id }) => id === slide).map(({ ms }) => ms));
  return times.length === 0 ? undefined : times.reduce((sum, one) => sum + one, 0) / times.length;
}

/**
 * Which slides to leave out so that a talk fits, the fewest that do: the shortest one that is enough by itself, else the longest and what
 * is then still too much. Empty where it fits.
 */
export function whatToCut(
  slides: readonly RehearsedSlide[],
  planned: number,
  kept: ReadonlySet<string>,
): readonly RehearsedSlide[] {
  let excess = slides.reduce((sum, { ms }) => sum + ms, 0) - planned;
  const rest = slides.filter(({ id }) => !kept.has(id)).sort((a, b) => b.ms - a.ms);
  const cut: RehearsedSlide[] = [];
  while (excess > 0 && rest.length > 0) {
    const enough = rest.findLastIndex(({ ms }) => ms >= excess);
    const [one] = rest.splice(Math.max(0, enough), 1);
    if (one === undefined) break;
    cut.push(one);
    excess -= one.ms;
  }
  return cut;
}
