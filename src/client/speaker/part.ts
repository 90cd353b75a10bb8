/** A part of a view that is made here, so that it must be there. */
export function part<T extends HTMLElement = HTMLElement>(view: HTMLElement, selector: string): T {
  const found = view.querySelector<T>(selector);
  if (found === null) throw new Error(`the speaker view has no ${selector}`);
  return found;
}
