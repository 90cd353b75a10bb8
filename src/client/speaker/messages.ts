import type { RevealApi } from 'reveal.js';
import type { OverSlide } from '../over-slide.js';
import type { Clock } from './clock.js';
import type { Hands, HandsAct, HandsTold } from './hands/hands.js';
import type { KeptInk } from './hands/ink.js';

/** Where Reveal stands. */
export type DeckState = ReturnType<RevealApi['getState']>;

/** A key that was pressed in another window. */
export type PressedKey = Pick<KeyboardEvent, 'key' | 'keyCode' | 'shiftKey' | 'altKey'>;

/** What the deck tells the speaker's window whenever something changed or it is asked. */
export interface Shown {
  readonly kind: 'shown';
  readonly slide: string;
  readonly state: DeckState;
  readonly over: OverSlide;
  /** How many of the slide's steps are shown. */
  readonly step: { readonly at: number; readonly of: number };
  readonly next: 'step' | 'slide' | 'end';
  readonly clock: Clock;
  /** When this was told, ms of the window that tells it; the clock is in its time. */
  readonly at: number;
  readonly hands: Hands;
}

/**
 * What the speaker's window tells the deck: that it is there, with what it knows; a key; a slide to go to; what to do with the clock, and
 * over the slide; that it has not all that was drawn, or what the deck has lost of it.
 */
export type Told =
  | { readonly kind: 'hello'; readonly known?: Pick<Shown, 'state' | 'clock' | 'at'> | undefined }
  | { readonly kind: 'key'; readonly key: PressedKey }
  | { readonly kind: 'go'; readonly slide: string }
  | { readonly kind: 'clock'; readonly act: 'start' | 'stop' | 'reset' }
  | { readonly kind: 'hands'; readonly act: HandsAct }
  | { readonly kind: 'ask-ink' }
  | ({ readonly kind: 'give-ink' } & KeptInk);

/** What a frame of the speaker's window is to show: that place, or the step after it. */
export interface Frame {
  readonly kind: 'frame';
  readonly state: DeckState;
  readonly over: OverSlide;
  readonly ahead: boolean;
}

/** What a frame tells: that it can be told what to show; a key, since a panel that opens in it takes the focus there. */
export type FrameTold = { readonly kind: 'frame-ready' } | { readonly kind: 'frame-key'; readonly key: PressedKey };

type BetweenWindows = Shown | HandsTold | Told;
type InFrames = Frame | FrameTold;

/** A message as it is posted. */
interface Posted<T> {
  readonly pilcrow?: T;
  readonly key?: string;
}

/**
 * Sends to the deck's or the speaker's window. Pages from `file:` have no origin that could be named, so the receiver checks who sent it;
 * nothing that is not in the file itself is ever sent.
 */
export function send(to: Window | null | undefined, message: BetweenWindows): void {
  to?.postMessage({ pilcrow: message, key: fileKey() } satisfies Posted<BetweenWindows>, '*');
}

/** Sends between the speaker's window and a frame in it, without the key: any page can have the file in a frame. */
export function sendInFrames(to: Window | null, message: InFrames): void {
  to?.postMessage({ pilcrow: message } satisfies Posted<InFrames>, '*');
}

/**
 * What a window of this file is known by where it has no origin: the key that stands in the file, which the deck hands to the speaker's
 * window in its address. That window keeps it when the file is made anew meanwhile.
 */
export function fileKey(): string {
  const given = new URLSearchParams(location.search).get('speaker');
  return given ?? document.getElementById('speaker-plan')?.dataset.key ?? '';
}

/** Letters, signs, and keys that move or close: the rest, Tab and F5 among them, is the browser's. */
export function isForDeck({ key, ctrlKey, metaKey }: KeyboardEvent): boolean {
  return !ctrlKey && !metaKey && (key.length === 1 || /^(Arrow|Page|Home$|End$|Enter$|Escape$|F1$)/.test(key));
}

export function keyOf({ key, keyCode, shiftKey, altKey }: KeyboardEvent): PressedKey {
  return { key, keyCode, shiftKey, altKey };
}

/** Presses a key of another window here, as if it had been pressed where the focus is. */
export function press(key: PressedKey): void {
  const target = document.activeElement ?? document.body;
  target.dispatchEvent(new KeyboardEvent('keydown', { ...key, bubbles: true, cancelable: true, composed: true }));
}

/** Takes messages of the other window where `isOurs` admits it, out of the same origin, or from `file:` with the key of this file. */
export function receive<T extends BetweenWindows>(
  isOurs: (from: Window) => boolean,
  take: (message: T, from: Window) => void,
): void {
  listen<T>((from, key) => (location.protocol !== 'file:' || key === fileKey()) && isOurs(from), take);
}

/** Takes messages between the speaker's window and a frame in it: which window that is, is known. */
export function receiveInFrames<T extends InFrames>(
  isOurs: (from: Window) => boolean,
  take: (message: T, from: Window) => void,
): void {
  listen<T>(isOurs, take);
}

function listen<T>(
  isOurs: (from: Window, key: string | undefined) => boolean,
  take: (message: T, from: Window) => void,
): void {
  addEventListener('message', ({ data, source, origin }: MessageEvent<Posted<T> | null>) => {
    if (typeof data !== 'object' || data?.pilcrow === undefined) return;
    // A page from `file:` has no origin of its own; one from the web has, and is none of ours.
    const isSameOrigin = location.protocol === 'file:' ? /^(null$|file:)/.test(origin) : origin === location.origin;
    // A window's global is another `Window` than ours, which `instanceof` does not know.
    const from = source as Window | null;
    if (from !== null && isSameOrigin && isOurs(from, data.key)) take(data.pilcrow, from);
  });
}
