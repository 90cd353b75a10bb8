import type { Page } from 'puppeteer-core';

/** The ids of payloads that ran. */
export type Tripped = ReadonlySet<string>;

/** Lays the wire before anything of the page is loaded: `trip(id)`, a message to the page, a dialog, in the page and its popups. */
export async function layTripwire(page: Page): Promise<Tripped> {
  const tripped = new Set<string>();
  const watch = (one: Page): void => {
    one.on('console', (message) => {
      const [, id] = /^tripped (.*)/.exec(message.text()) ?? [];
      if (id !== undefined) tripped.add(id);
    });
    one.on('dialog', (dialog) => {
      tripped.add(`dialog ${dialog.message()}`);
      dialog.dismiss().catch(() => undefined);
    });
  };
  watch(page);
  page.on('popup', (popup) => popup !== null && watch(popup));
  await page.evaluateOnNewDocument(tellTrips);
  return tripped;
}

/** What payloads call. Runs in the page. */
export function tellTrips(): void {
  // biome-ignore lint/suspicious/noConsole: the wire ends outside the page
  const trip = (id: unknown): void => console.log(`tripped ${id}`);
  Object.assign(globalThis, { trip });
  addEventListener('message', ({ data }) => String(data).startsWith('trip ') && trip(String(data).slice(5)));
}

/** Does to every element below what a reader can do to it. Only links to other pages are not followed. Runs in the page. */
export function provokeAll(root: ParentNode): void {
  const leave = (event: Event): void => {
    const link = event.composedPath().find((target) => target instanceof Element && target.localName === 'a');
    const address =
      link instanceof HTMLAnchorElement ? link.href : link instanceof SVGAElement ? link.href.baseVal : '';
    if (!/^\s*(javascript|vbscript|data):/i.test(address)) event.preventDefault();
  };
  addEventListener('click', leave);
  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    const named = [...element.attributes].flatMap(({ name }) => (name.startsWith('on') ? name.slice(2) : []));
    for (const name of ['mouseover', 'pointerenter', ...named]) element.dispatchEvent(new Event(name));
    element.focus?.();
    if (/^(a|button|summary|area|label|input)$/i.test(element.localName)) {
      element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, composed: true }));
    }
    if (element instanceof HTMLFormElement) element.requestSubmit();
  }
  removeEventListener('click', leave);
}
