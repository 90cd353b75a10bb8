import type { Edition } from '../model.js';
import { SlideMemory } from '../render/slide-memory.js';

/** What was worked out of one deck, for a command that makes it anew after each change. */
export interface DeckMemory {
  /** What was rendered of an edition: to be shown, or only judged. */
  readonly slides: (edition: Edition, purpose: 'shown' | 'judged') => SlideMemory;
}

export function createDeckMemory(): DeckMemory {
  const known = new Map<string, SlideMemory>();
  return {
    slides({ audience, cut, draft = false }, purpose) {
      const name = [audience, cut ?? '', draft, purpose].join(' ');
      const memory = known.get(name) ?? new SlideMemory();
      known.set(name, memory);
      return memory;
    },
  };
}
