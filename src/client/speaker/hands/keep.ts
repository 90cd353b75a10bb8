/** Keeps something until the window closes, through a reload. A browser may refuse that for a file, or have no room: then it is not kept. */
export function keepFor(name: string, value: unknown): void {
  try {
    sessionStorage.setItem(`speaker-${name} ${location.pathname}`, JSON.stringify(value));
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}

/** What was kept; undefined where nothing was, or after a window was opened anew by a link. */
export function keptFor<T>(name: string): T | undefined {
  try {
    return JSON.parse(sessionStorage.getItem(`speaker-${name} ${location.pathname}`) ?? 'null') ?? undefined;
  } catch (error) {
    if (!(error instanceof DOMException || error instanceof SyntaxError)) throw error;
    return undefined;
  }
}
