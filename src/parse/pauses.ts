import type { Token } from 'markdown-it';
import { wrapping } from './slide-parts.js';
import { placeOf, setLevels } from './token.js';

/** Wraps what follows each paragraph `. . .`, up to the next one or the end of what it stands in, in a `pause` block. */
export function wrapPauses(tokens: readonly Token[]): Token[] {
  const isPause = (index: number): boolean =>
    tokens[index]?.type === 'paragraph_open' && tokens[index + 1]?.content === '. . .';
  if (!tokens.some((_, index) => isPause(index))) return [...tokens];
  const wrapped: Token[] = [];
  /** By depth, the closing token of the pause that is open there. */
  const closers: (Token | undefined)[] = [];
  let depth = 0;
  const endPause = (): void => {
    const closer = closers[depth];
    if (closer !== undefined && wrapped.at(-1)?.type === 'container_open' && wrapped.at(-1)?.info === 'pause')
      wrapped.pop();
    else if (closer !== undefined) wrapped.push(closer);
    closers[depth] = undefined;
  };
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token === undefined) break;
    if (isPause(index)) {
      endPause();
      const [open, close] = wrapping('pause', placeOf(token));
      wrapped.push(open);
      closers[depth] = close;
      index += 2;
      continue;
    }
    if (token.nesting === -1) {
      endPause();
      depth--;
    }
    wrapped.push(token);
    if (token.nesting === 1) depth++;
  }
  endPause();
  setLevels(wrapped);
  return wrapped;
}
