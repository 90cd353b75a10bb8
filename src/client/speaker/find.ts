import { filled } from '../../language/words/filled.js';
import { openModal } from '../open-modal.js';
import { type ListedSlide, slideList } from '../slide-list.js';
import { words } from '../words.js';
import type { Plan } from './plan.js';
import { said } from './words.js';

const { goTo, slides: label, noSuchSlide } = words.deck;

const html = `<form method="dialog"><label for="find-words">${goTo}</label>
<input id="find-words" role="combobox" aria-expanded="true" aria-controls="find-slides" aria-autocomplete="list" autocomplete="off" placeholder="${said.anyWords}"></form>
<ul id="find-slides" role="listbox" aria-label="${label}"></ul>
<p role="status"></p>`;

/**
 * Lists the slides by section, with minutes and steps, and those only whose number, title or words match what is typed. Nothing of it is
 * seen by the room. Enter or a click chooses one.
 */
export function openFind(current: string, plan: Plan, choose: (slide: string) => void): void {
  const slides = slideList();
  const { dialog, close } = openModal('go-to find', goTo, html);
  const input = dialog.querySelector('input');
  const list = dialog.querySelector('ul');
  const status = dialog.querySelector('p');
  if (input === null || list === null || status === null) throw new Error('the list of slides has lost a part');
  let matching = slides;
  let chosen = Math.max(
    0,
    slides.findIndex(({ id }) => id === current),
  );
  show();
  input.addEventListener('input', () => {
    matching = slides.filter((slide) => matches(slide, input.value));
    chosen = 0;
    show();
  });
  input.addEventListener('keydown', (event) => {
    const by = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    chosen = Math.min(matching.length - 1, Math.max(0, chosen + by));
    show();
  });
  list.addEventListener('click', ({ target }) => {
    const option = target instanceof Element ? target.closest('[role="option"]') : null;
    leave(matching.find(({ number }) => option?.id === `find-${number}`));
  });
  dialog.querySelector('form')?.addEventListener('submit', (event) => {
    event.preventDefault();
    leave(matching[chosen]);
  });

  function show(): void {
    let section = -1;
    const rows = matching.flatMap((slide, index) => {
      const now = plan.partOf(slide.id);
      const isFirst = now !== section && plan.parts.length > 1;
      section = now;
      return [...(isFirst ? [headOf(plan, now)] : []), optionOf(slide, index === chosen)];
    });
    list?.replaceChildren(...rows);
    list?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
    input?.setAttribute('aria-activedescendant', matching.length === 0 ? '' : `find-${matching[chosen]?.number}`);
    if (status !== null) status.textContent = matching.length === 0 ? noSuchSlide : '';
  }

  function optionOf({ id, number, title, element }: ListedSlide, isChosen: boolean): HTMLElement {
    const option = document.createElement('li');
    option.id = `find-${number}`;
    option.role = 'option';
    option.ariaSelected = String(isChosen);
    const [figure, name, about] = [
      document.createElement('b'),
      document.createElement('span'),
      document.createElement('small'),
    ];
    figure.textContent = String(number);
    name.lang = document.documentElement.lang;
    name.textContent = title;
    about.textContent = aboutSlide(plan.spanOf(id), element);
    option.append(figure, name, about);
    return option;
  }

  function leave(slide: ListedSlide | undefined): void {
    if (slide === undefined) return;
    close();
    choose(slide.id);
  }
}

/** "3 min · 2 steps"; nothing where it has neither. */
export function aboutSlide(span: readonly [number, number] | undefined, slide: HTMLElement): string {
  const minutes = span === undefined ? 0 : Math.round((span[1] - span[0]) * 10) / 10;
  const steps = stepsOf(slide);
  return [
    ...(minutes === 0 ? [] : [filled(said.minutes, { n: minutes.toLocaleString(words.lang) })]),
    ...(steps === 0 ? [] : [filled(said.steps, { n: steps })]),
  ].join(' · ');
}

/** As Reveal counts them: parts of one index come together, those without one each by itself. */
function stepsOf(slide: HTMLElement): number {
  const parts = [...slide.querySelectorAll<HTMLElement>('.fragment')].map((one) => one.dataset.fragmentIndex);
  return (
    new Set(parts.filter((index) => index !== undefined)).size + parts.filter((index) => index === undefined).length
  );
}

function headOf(plan: Plan, number: number): HTMLElement {
  const head = document.createElement('li');
  head.role = 'presentation';
  head.className = 'section';
  const found = plan.parts.find((one) => one.number === number);
  head.textContent = number === 0 ? said.opening : `${number} ${found?.title ?? ''}`;
  return head;
}

/** A number means the slide of that number; words may stand anywhere on the slide. */
function matches({ number, title, element }: ListedSlide, typed: string): boolean {
  const wanted = typed.trim().toLowerCase();
  if (/^\d+$/.test(wanted)) return String(number) === wanted || title.includes(wanted);
  const text = `${title} ${textOf(element)}`.toLowerCase();
  return wanted.split(/\s+/).every((word) => text.includes(word));
}

/** What the room reads on a slide: not its notes. */
function textOf(slide: HTMLElement): string {
  return [...slide.children]
    .filter((child) => !child.matches('aside.notes, template, style, script'))
    .map(({ textContent }) => textContent)
    .join(' ')
    .replace(/\u00AD/g, '');
}
