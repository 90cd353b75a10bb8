import { onEscape } from './on-escape.js';
import { words } from './words.js';

/** A dialog that is open. */
export interface Modal {
  readonly dialog: HTMLDialogElement;
  readonly close: () => void;
}

/**
 * Shows a dialog over the page. Escape and a click beside it close it, and the focus goes back to where it was. Keys that are pressed
 * meanwhile are the dialog's: the deck behind it stays.
 */
export function openModal(name: string, label: string, html: string): Modal {
  const dialog = document.createElement('dialog');
  dialog.className = `modal ${name}`;
  dialog.lang = words.lang;
  dialog.setAttribute('aria-label', label);
  dialog.innerHTML = html;
  document.body.append(dialog);
  const leave = onEscape(close);
  addEventListener('keydown', keep, true);
  dialog.addEventListener('keydown', (event) => event.stopPropagation());
  dialog.addEventListener('click', ({ target }) => target === dialog && close());
  dialog.addEventListener('close', close);
  dialog.showModal();
  return { dialog, close };

  function close(): void {
    if (!dialog.isConnected) return;
    leave();
    removeEventListener('keydown', keep, true);
    dialog.close();
    dialog.remove();
  }

  /** A click beside the dialog's fields takes the focus out of it. */
  function keep(event: KeyboardEvent): void {
    if (!(event.target instanceof Node) || !dialog.contains(event.target)) event.stopImmediatePropagation();
  }
}
