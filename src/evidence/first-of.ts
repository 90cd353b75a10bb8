/** So many paragraphs a message names at most. */
export const mostNamed = 4;

/** The first of a list that pass a test, one more than a message names: what comes behind is not looked at. */
export function firstOf<T>(all: readonly T[], test: (one: T) => boolean): readonly T[] {
  const found: T[] = [];
  for (const one of all) {
    if (!test(one)) continue;
    found.push(one);
    if (found.length > mostNamed) break;
  }
  return found;
}
