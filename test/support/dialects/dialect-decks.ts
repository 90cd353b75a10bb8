import { type Dialect, dialects } from './dialects.js';

/** A deck of another tool, put together from slides that decks of that tool have. */
export interface DialectDeck {
  readonly dialect: Dialect['name'];
  readonly text: string;
}

/** `count` decks of each dialect, of four to nine slides; the same ones every time. */
export function dialectDecks(count: number): readonly DialectDeck[] {
  return dialects.flatMap(({ name, head, separator, slides }) => {
    const next = numbers(name.length * 7919 + count);
    return Array.from({ length: count }, (): DialectDeck => {
      const size = 4 + (next() % 6);
      const chosen = Array.from({ length: size }, () => slides[next() % slides.length] ?? '');
      return { dialect: name, text: `${head}${chosen.join(separator)}\n` };
    });
  });
}

/** A linear congruential generator (Numerical Recipes, 7.1); its high bits. */
function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 12;
  };
}
