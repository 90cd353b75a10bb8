import type { RevealApi } from 'reveal.js';
import { words } from './words.js';

/** Keys that do one thing, as the list of keys shows them. */
export interface Key {
  readonly keys: readonly string[];
  readonly does: string;
}

interface OfferedKey extends Key {
  /** Whether this file and its settings have it; always when absent. */
  readonly when?: (deck: RevealApi) => boolean;
}

const has =
  (selector: string): (() => boolean) =>
  () =>
    document.querySelector(selector) !== null;
const hasStacks = has('section > section[data-layout]');

const { deck: does } = words;

/** Every key of a deck's window, in the order of the list. Reveal's own among them: what they do is Reveal's (keyboard.js). */
const offered: readonly OfferedKey[] = [
  { keys: ['PageDown', 'Space', 'n'], does: does.next },
  { keys: ['PageUp', 'Shift Space', 'p'], does: does.previous },
  { keys: ['→', '←', 'l', 'h'], does: does.same, when: () => !hasStacks() },
  { keys: ['→', '←', '↓', '↑', 'l', 'h', 'j', 'k'], does: does.sideways, when: hasStacks },
  { keys: ['Alt →', 'Alt ←'], does: does.pastSteps, when: has('.fragment') },
  { keys: ['Home', 'End', 'Shift ←', 'Shift →'], does: does.firstLast },
  { keys: ['Shift ↑', 'Shift ↓'], does: does.firstLastOfColumn, when: hasStacks },
  { keys: ['g'], does: does.goToByTitle, when: (deck) => deck.getConfig().jumpToSlide !== false },
  { keys: ['c'], does: does.copyLink },
  { keys: ['o'], does: does.overview, when: (deck) => deck.getConfig().overview !== false },
  {
    keys: ['e'],
    does: does.showEvidence,
    when: has('template.evidence'),
  },
  {
    keys: ['z'],
    does: does.showDiagram,
    when: has('.enlargeable'),
  },
  { keys: ['b', '.', 'v', '/'], does: does.black, when: (deck) => deck.getConfig().pause !== false },
  { keys: ['a'], does: does.autoSlide, when: (deck) => Number(deck.getConfig().autoSlide) > 0 },
  { keys: ['f'], does: does.fullScreen },
  { keys: ['?', 'F1'], does: does.theseKeys },
  { keys: ['Esc'], does: does.closeLast },
];

/** Where the speaker's script, another bundle, leaves the keys that it adds. */
const more = Symbol.for('pilcrow.keys');

export function addKeys(keys: readonly Key[]): void {
  Reflect.set(globalThis, more, keys);
}

/** The keys that work in this file as it is set up, in the order of the list: those that ask for help and close come last. */
export function keysOf(deck: RevealApi): readonly Key[] {
  const own = offered.filter(({ when }) => when === undefined || when(deck));
  return [...own.slice(0, -2), ...(Reflect.get(globalThis, more) ?? []), ...own.slice(-2)];
}
