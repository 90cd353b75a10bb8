import { openModal } from './open-modal.js';
import { type ListedSlide, slideList } from './slide-list.js';
import { words } from './words.js';

const { goTo, goToSlide, slides: label, noSuchSlide } = words.deck;

/** A list of slides to choose from: what may be typed, which slides that means, and how they are listed. */
export interface SlideChoice {
  /** Classes of the dialog. */
  readonly name: string;
  readonly placeholder: string;
  readonly matches: (slide: ListedSlide, typed: string) => boolean;
  /** The rows for these slides, `options` being theirs in the same order; others may stand between them. */
  readonly rows?: (slides: readonly ListedSlide[], options: readonly HTMLElement[]) => readonly HTMLElement[];
}

/** Lists the slides that what is typed means; Enter or a click chooses one. `current` is the slide to begin at. */
export function chooseSlide(
  current: string,
  { name, placeholder, matches, rows = (_, options) => options }: SlideChoice,
  choose: (slide: string) => void,
): void {
  const slides = slideList();
  const { dialog, close } = openModal(
    name,
    goToSlide,
    `<form method="dialog"><label for="go-to-words">${goTo}</label>
<input id="go-to-words" role="combobox" aria-expanded="true" aria-controls="go-to-slides" aria-autocomplete="list" autocomplete="off" placeholder="${placeholder}"></form>
<ul id="go-to-slides" role="listbox" aria-label="${label}"></ul>
<p role="status"></p>`,
  );
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
    leave(matching.find(({ number }) => option?.id === `go-to-${number}`));
  });
  dialog.querySelector('form')?.addEventListener('submit', (event) => {
    event.preventDefault();
    leave(matching[chosen]);
  });

  function show(): void {
    list?.replaceChildren(
      ...rows(
        matching,
        matching.map((slide, index) => optionOf(slide, index === chosen)),
      ),
    );
    list?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
    input?.setAttribute('aria-activedescendant', matching.length === 0 ? '' : `go-to-${matching[chosen]?.number}`);
    if (status !== null) status.textContent = matching.length === 0 ? noSuchSlide : '';
  }

  function leave(slide: ListedSlide | undefined): void {
    if (slide === undefined) return;
    close();
    choose(slide.id);
  }
}

/** Whether a number that is typed is the slide's, or words stand in a text of it. */
export function holds({ number, title }: ListedSlide, typed: string, text: string): boolean {
  const wanted = typed.trim().toLowerCase();
  if (/^\d+$/.test(wanted)) return String(number) === wanted || title.includes(wanted);
  return wanted.split(/\s+/).every((word) => text.toLowerCase().includes(word));
}

function optionOf({ number, title }: ListedSlide, isChosen: boolean): HTMLElement {
  const option = document.createElement('li');
  option.id = `go-to-${number}`;
  option.role = 'option';
  option.ariaSelected = String(isChosen);
  const name = document.createElement('span');
  name.lang = document.documentElement.lang;
  name.textContent = title;
  const figure = document.createElement('b');
  figure.textContent = String(number);
  option.append(figure, name);
  return option;
}
