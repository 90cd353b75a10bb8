/** What lies over the slide. */
export interface OverSlide {
  /** The entry of the evidence panel; 0 when it is closed. */
  readonly evidence: number;
  /** Which drawing of the slide fills the window, from 0, and what of it is seen. */
  readonly zoom?: { readonly drawing: number; readonly viewBox: string } | undefined;
}

let now: OverSlide = { evidence: 0 };

/** Says what lies over the slide. The speaker's script, where the file has one, listens to the document. */
export function sayOver(change: Partial<OverSlide>): void {
  now = { ...now, ...change };
  document.dispatchEvent(new CustomEvent<OverSlide>('over-slide', { detail: now }));
}

export function onOver(take: (over: OverSlide) => void): void {
  listen('over-slide', take);
}

/** Asks for what lies over the slide in another window. */
export function askOver(wanted: OverSlide): void {
  document.dispatchEvent(new CustomEvent<OverSlide>('show-over-slide', { detail: wanted }));
}

export function followOver(show: (wanted: OverSlide) => void): void {
  listen('show-over-slide', show);
}

function listen(name: string, take: (over: OverSlide) => void): void {
  document.addEventListener(name, (event) => {
    if (event instanceof CustomEvent) take(event.detail as OverSlide);
  });
}
