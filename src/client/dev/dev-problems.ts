import type { DevUpdate } from '../../vite/dev-update.js';
import { onEscape } from '../on-escape.js';

type Problems = NonNullable<DevUpdate['problems']>;

/** The deck's errors, over the page. */
export interface ProblemsPanel {
  /** Takes the place of what was shown; what Escape has hidden is shown again. */
  readonly show: (problems: Problems) => void;
  /** Puts the errors of the slide that is shown now first. */
  readonly sort: () => void;
}

const style = `
  section { position: fixed; inset: auto 0 0 0; z-index: 1000; display: flex; flex-direction: column-reverse; align-items: start;
    pointer-events: none; font: 18px/1.5 "Source Sans 3", sans-serif; }
  section > * { pointer-events: auto; background: #1b2230; color: #fbfaf7; }
  button { border: 0; border-left: 4px solid #e6a3d5; padding: 6px 16px; font: inherit; font-weight: 600; cursor: pointer; }
  button[aria-expanded=true] { align-self: stretch; text-align: start; }
  button:focus-visible { outline: 3px solid #e6a3d5; outline-offset: -3px; }
  div { box-sizing: border-box; width: 100%; max-height: 60vh; overflow: auto; padding: 20px 32px; border-top: 4px solid #e6a3d5; }
  p { margin: 0 0 12px; max-width: 100ch; } b { color: #e6a3d5; } p:last-child { margin: 0; }`;

/**
 * A count that opens to a list, in a tree of its own, so that neither the theme nor the deck's styles reach it. Escape hides both
 * until the next save. `current` is the id of the slide that is shown, if that is known.
 */
export function createProblems(current: () => string | undefined): ProblemsPanel {
  const host = document.body.appendChild(document.createElement('div'));
  const root = host.attachShadow({ mode: 'open' });
  root.innerHTML = `<style>${style}</style>`;
  const section = root.appendChild(document.createElement('section'));
  section.role = 'status';
  const button = document.createElement('button');
  button.type = 'button';
  const list = document.createElement('div');
  let problems: Problems = [];
  let isOpen = false;
  let isHidden = false;
  let stopListening: (() => void) | undefined;
  button.addEventListener('click', ({ detail }) => {
    isOpen = !isOpen;
    draw();
    // The next press of Space is the deck's; who came here by Tab stays here.
    if (detail > 0) button.blur();
  });
  return {
    show(now) {
      problems = now;
      isHidden = false;
      draw();
    },
    sort: draw,
  };

  function draw(): void {
    const isShown = problems.length > 0 && !isHidden;
    section.replaceChildren();
    if (!isShown) {
      stopListening?.();
      stopListening = undefined;
      return;
    }
    stopListening ??= onEscape(hide);
    const [here, elsewhere] = [problems.filter(isHere), problems.filter((one) => !isHere(one))];
    button.textContent = countOf(problems.length, here.length);
    button.ariaExpanded = String(isOpen);
    list.replaceChildren(...[...here, ...elsewhere].map(lineOf));
    section.append(button, ...(isOpen ? [list] : []));
  }

  function isHere({ slide }: Problems[number]): boolean {
    return slide !== undefined && slide === current();
  }

  function hide(): void {
    isHidden = true;
    draw();
  }
}

function countOf(all: number, here: number): string {
  const errors = all === 1 ? '1 error' : `${all} errors`;
  if (here === 0) return errors;
  return here === all ? `${errors} on this slide` : `${errors}, ${here} on this slide`;
}

function lineOf({ place, message, cure }: Problems[number]): HTMLElement {
  const line = document.createElement('p');
  const where = document.createElement('b');
  where.textContent = place;
  line.append(where, ` ${message}`, ...(cure === undefined ? [] : [` ${cure}`]));
  return line;
}
