import { slideList } from '../slide-list.js';
import { words } from '../words.js';
import { part } from './part.js';
import { said } from './words.js';

/** Multiples of the usual size, which grows with the window. */
const sizes = [0.7, 0.8, 0.9, 1, 1.1, 1.25, 1.4, 1.6, 1.8, 2];
const usual = 1;
const keptUnder = 'speaker-notes-size';

/** The notes of a slide under its title, as large as the speaker wishes. */
export function createNotes(view: HTMLElement): {
  readonly show: (slide: string) => void;
  /** A size larger (1) or smaller (-1). */
  readonly resize: (by: number) => void;
} {
  const text = part(view, '.notes .text');
  text.lang = document.documentElement.lang;
  let size = keptSize();
  resize(0);
  return { show, resize };

  function show(id: string): void {
    const slide = slideList().find((one) => one.id === id);
    const title = part(view, '.notes h1');
    title.textContent = slide?.title ?? '';
    title.lang = document.documentElement.lang;
    const notes = [...(slide?.element.querySelectorAll('aside.notes') ?? [])].flatMap((aside) => [
      ...aside.cloneNode(true).childNodes,
    ]);
    text.replaceChildren(...notes);
    giveOwnIds(text);
    const hasNotes = text.textContent?.trim() !== '' || text.querySelector('img, svg') !== null;
    if (!hasNotes) text.replaceChildren(ours('p', 'none', said.noNotes));
    for (const likely of text.querySelectorAll('.likely-question'))
      likely.prepend(ours('span', 'if-asked', said.asked));
    text.scrollTop = 0;
  }

  function resize(by: number): void {
    const index = sizes.indexOf(size) + by;
    size = sizes[Math.min(sizes.length - 1, Math.max(0, index))] ?? usual;
    text.style.setProperty('--size', String(size));
    keepSize(size);
  }
}

/** Words that are not the author's. */
function ours(tag: 'p' | 'span', name: string, phrase: string): HTMLElement {
  const element = document.createElement(tag);
  element.className = name;
  element.lang = words.lang;
  element.textContent = phrase;
  return element;
}

/** Without them a drawing would find its arrowheads in the slide, which is out of sight. */
function giveOwnIds(text: HTMLElement): void {
  for (const element of text.querySelectorAll('[id]')) element.id = `notes-${element.id}`;
  for (const { attributes } of text.querySelectorAll('svg *'))
    for (const attribute of attributes) attribute.value = attribute.value.replaceAll('url(#', 'url(#notes-');
  for (const use of text.querySelectorAll('use[href^="#"]'))
    use.setAttribute('href', `#notes-${use.getAttribute('href')?.slice(1)}`);
}

function keptSize(): number {
  try {
    const kept = Number(localStorage.getItem(keptUnder));
    return sizes.includes(kept) ? kept : usual;
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    return usual;
  }
}

/** A browser may refuse to keep anything for a file: then the size is the usual one the next time. */
function keepSize(size: number): void {
  try {
    localStorage.setItem(keptUnder, String(size));
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}
