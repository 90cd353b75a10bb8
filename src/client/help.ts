import type { Key } from './keys.js';
import { type Modal, openModal } from './open-modal.js';

let shown: Modal | undefined;

/** Opens the list of keys, or closes it where it is open. */
export function toggleHelp(keys: readonly Key[]): void {
  if (shown?.dialog.isConnected === true) shown.close();
  else {
    shown = openModal('help', 'Keys', '<h2>Keys</h2><dl></dl>');
    shown.dialog.querySelector('dl')?.append(...keys.map(rowOf));
  }
}

/** Whether a key asks for the list: by the letter, since not every keyboard has it where Reveal looks for it. */
export function asksForHelp({ key, ctrlKey, metaKey, altKey, target }: KeyboardEvent): boolean {
  const isTyped = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  return (key === '?' || key === 'F1') && !ctrlKey && !metaKey && !altKey && !isTyped;
}

function rowOf({ keys, does }: Key): HTMLElement {
  const row = document.createElement('div');
  const names = document.createElement('dt');
  names.append(
    ...keys.flatMap((key, index) => {
      const name = document.createElement('kbd');
      name.textContent = key;
      return index === 0 ? [name] : [' ', name];
    }),
  );
  const words = document.createElement('dd');
  words.textContent = does;
  row.append(names, words);
  return row;
}
