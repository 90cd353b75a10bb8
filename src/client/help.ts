import type { Key } from './keys.js';
import { type Modal, openModal } from './open-modal.js';
import { words } from './words.js';

const { keys: title, pageDown, pageUp, space, shift, home, end, esc } = words.deck;
/** What the keyboards of the deck's language have on their keys. */
const printed: Readonly<Record<string, string>> = {
  PageDown: pageDown,
  PageUp: pageUp,
  Space: space,
  Shift: shift,
  Home: home,
  End: end,
  Esc: esc,
};

let shown: Modal | undefined;

/** Opens the list of keys, or closes it where it is open. */
export function toggleHelp(keys: readonly Key[]): void {
  if (shown?.dialog.isConnected === true) shown.close();
  else {
    shown = openModal('help', title, `<h2>${title}</h2><dl></dl>`);
    shown.dialog.querySelector('dl')?.append(...keys.map(rowOf));
  }
}

function rowOf({ keys, does }: Key): HTMLElement {
  const row = document.createElement('div');
  const names = document.createElement('dt');
  names.append(
    ...keys.flatMap((key, index) => {
      const name = document.createElement('kbd');
      name.textContent = key.replace(/\w+/g, (word) => printed[word] ?? word);
      return index === 0 ? [name] : [' ', name];
    }),
  );
  const what = document.createElement('dd');
  what.textContent = does;
  row.append(names, what);
  return row;
}
