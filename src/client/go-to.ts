import { openModal } from './open-modal.js';
import { type ListedSlide, slideList } from './slide-list.js';
import { words } from './words.js';

const { goTo, goToSlide, numberOrWords, slides: label, noSuchSlide } = words.deck;

const html = `<form method="dialog"><label for="go-to-words">${goTo}</label>
<input id="go-to-words" role="combobox" aria-expanded="true" aria-controls="go-to-slides" aria-autocomplete="list" autocomplete="off" placeholder="${numberOrWords}"></form>
<ul id="go-to-slides" role="listbox" aria-label="${label}"></ul>
<p role="status"></p>`;

/** Lists the slides whose number or title matches what is typed; Enter or a click chooses one. `current` is the slide to begin at. */
export function openGoTo(current: string, choose: (slide: string) => void): void {
  const slides = slideList();
  const { dialog, close } = openModal('go-to', goToSlide, html);
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
    const option = target instanceof Element ? target.closest('li') : null;
    if (option !== null) leave(matching[[...list.children].indexOf(option)]);
  });
  dialog.querySelector('form')?.addEventListener('submit', (event) => {
    event.preventDefault();
    leave(matching[chosen]);
  });

  function show(): void {
    list?.replaceChildren(...matching.map((slide, index) => optionOf(slide, index === chosen)));
    list?.children[chosen]?.scrollIntoView({ block: 'nearest' });
    input?.setAttribute('aria-activedescendant', matching.length === 0 ? '' : `go-to-${matching[chosen]?.number}`);
    if (status !== null) status.textContent = matching.length === 0 ? noSuchSlide : '';
  }

  function leave(slide: ListedSlide | undefined): void {
    if (slide === undefined) return;
    close();
    choose(slide.id);
  }
}

/** A number means the slide of that number; words may stand anywhere in the title. */
function matches({ number, title }: ListedSlide, typed: string): boolean {
  const wanted = typed.trim().toLowerCase();
  if (/^\d+$/.test(wanted)) return String(number) === wanted || title.includes(wanted);
  return wanted.split(/\s+/).every((word) => title.toLowerCase().includes(word));
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
