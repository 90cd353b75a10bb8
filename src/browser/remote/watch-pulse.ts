/** How often it is asked, ms. */
const every = 5000;

/** One that leaves so many questions unanswered is gone, though its connection may stand. */
const unansweredAtMost = 6;

/**
 * Asks something that is answered at once, and calls `lost` when no answer comes for half a minute: the connection to a machine that went
 * without a word would stand for hours. Questions are counted, not seconds, since this program may be busy for long itself.
 */
export function watchPulse(ask: () => Promise<unknown>, lost: () => void): { readonly stop: () => void } {
  let unanswered = 0;
  const heard = (): void => {
    unanswered = 0;
  };
  const timer = setInterval(() => {
    if (unanswered === unansweredAtMost) {
      clearInterval(timer);
      lost();
      return;
    }
    unanswered += 1;
    ask().then(heard, () => undefined);
  }, every).unref();
  return { stop: () => clearInterval(timer) };
}
