import { words } from '../../words.js';
import { said } from '../words.js';
import { penColours } from './pen-colours.js';

/** What a speaker does with the pen. */
export type PenAct = { readonly pen: number | undefined } | 'undo' | 'clear' | 'save';

/** Colours, back, clear, save, done: buttons that stand where the speaker draws. */
export function createPenTools(
  parent: HTMLElement,
  act: (wanted: PenAct) => void,
): { readonly show: (pen: number | undefined) => void } {
  const tools = document.createElement('div');
  tools.className = 'pen-tools';
  tools.role = 'toolbar';
  tools.ariaLabel = said.pen;
  tools.lang = words.lang;
  const colours = penColours.map((colour, number) => {
    const button = buttonOf('', () => act({ pen: number }));
    button.style.setProperty('--pen', colour);
    button.ariaLabel = `${said.colour} ${number + 1}`;
    return button;
  });
  const others = [
    buttonOf(said.undo, () => act('undo')),
    buttonOf(said.clear, () => act('clear')),
    buttonOf(said.save, () => act('save')),
    buttonOf(said.done, () => act({ pen: undefined })),
  ];
  tools.append(...colours, ...others);
  parent.append(tools);
  return {
    show(pen) {
      tools.hidden = pen === undefined;
      colours.forEach((button, number) => {
        button.ariaPressed = String(number === pen);
      });
    },
  };
}

function buttonOf(name: string, press: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = name;
  button.addEventListener('click', (event) => {
    event.stopPropagation();
    press();
    button.blur();
  });
  // Reveal takes the space bar for itself wherever the focus is.
  button.addEventListener('keydown', (event) => {
    if (event.key === ' ' || event.key === 'Enter') event.stopPropagation();
  });
  return button;
}
