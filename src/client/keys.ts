import type { RevealApi } from 'reveal.js';

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

/** Every key of a deck's window, in the order of the list. Reveal's own among them: what they do is Reveal's (keyboard.js). */
const offered: readonly OfferedKey[] = [
  { keys: ['PageDown', 'Space', 'n'], does: 'next step or slide' },
  { keys: ['PageUp', 'Shift Space', 'p'], does: 'step or slide before' },
  { keys: ['→', '←', 'l', 'h'], does: 'the same', when: () => !hasStacks() },
  { keys: ['→', '←', '↓', '↑', 'l', 'h', 'j', 'k'], does: 'a slide to that side', when: hasStacks },
  { keys: ['Alt →', 'Alt ←'], does: 'past all steps', when: has('.fragment') },
  { keys: ['Home', 'End', 'Shift ←', 'Shift →'], does: 'first, last slide' },
  { keys: ['Shift ↑', 'Shift ↓'], does: 'first, last slide of a column', when: hasStacks },
  { keys: ['g'], does: 'go to a slide by number or title', when: (deck) => deck.getConfig().jumpToSlide !== false },
  { keys: ['o'], does: 'overview; Enter leaves it', when: (deck) => deck.getConfig().overview !== false },
  {
    keys: ['e'],
    does: 'evidence of the claims; ↑ ↓ j k from claim to claim',
    when: has('template.evidence'),
  },
  {
    keys: ['z'],
    does: 'diagram in the whole window; arrows move it, + − scale it, 0 fits it',
    when: has('.enlargeable'),
  },
  { keys: ['b', '.', 'v', '/'], does: 'black screen, and back', when: (deck) => deck.getConfig().pause !== false },
  { keys: ['a'], does: 'stop or go on by itself', when: (deck) => Number(deck.getConfig().autoSlide) > 0 },
  { keys: ['f'], does: 'full screen' },
  { keys: ['s'], does: 'speaker view: notes, next step, time', when: has('#speaker-plan') },
  { keys: ['?', 'F1'], does: 'these keys' },
  { keys: ['Esc'], does: 'close what was opened last' },
];

/** The keys that work in this file as it is set up. */
export function keysOf(deck: RevealApi): readonly Key[] {
  return offered.filter(({ when }) => when === undefined || when(deck));
}
