const name = Symbol.for('pilcrow.opened');

/** One list a page, in the order of opening: the script of `dev` is another bundle, and what it shows is closed in its turn. */
const opened: (() => void)[] = Reflect.get(globalThis, name) ?? [];
Reflect.set(globalThis, name, opened);

/** Lets Escape close something before anything that was opened earlier; gives back what ends that. */
export function onEscape(close: () => void): () => void {
  opened.push(close);
  return () => {
    const at = opened.lastIndexOf(close);
    if (at >= 0) opened.splice(at, 1);
  };
}

/**
 * Makes Escape close what was opened last, before anything else on the page can close more than that. Where nothing is left to close
 * here, `rest` gets the key.
 */
export function listenForEscape(rest: (event: KeyboardEvent) => void = () => undefined): void {
  addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape') return;
      const close = opened.at(-1);
      if (close === undefined) return rest(event);
      event.preventDefault();
      event.stopImmediatePropagation();
      close();
    },
    true,
  );
}
