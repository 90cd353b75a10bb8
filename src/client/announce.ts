import type { RevealApi } from 'reveal.js';

/**
 * What screen readers are told when something new is shown. Reveal says the text of the slide's elements, which a figure has none of,
 * and of steps that come together only the last, a legend or a footnote. Here a slide is its heading, then what it shows, a figure by its
 * alternative; a step is all that came with it, and in a figure of relations the sentences of that step.
 */
export function announceChanges(deck: RevealApi): void {
  const say = (words: () => string): void => {
    // Reveal speaks in the next frame, after whoever listens: in that frame the last word is ours.
    queueMicrotask(() => requestAnimationFrame(() => setStatus(deck, words())));
  };
  const saySlide = (): void => say(() => wordsOf(deck.getCurrentSlide()));
  deck.on('slidechanged', saySlide);
  for (const event of ['fragmentshown', 'fragmenthidden'])
    deck.on(event, () => {
      const words = wordsOfStep(deck.getCurrentSlide());
      if (words !== '') setStatus(deck, words);
    });
  saySlide();
}

function setStatus(deck: RevealApi, words: string): void {
  const status = deck.getRevealElement()?.querySelector('.aria-status');
  if (status !== null && status !== undefined) status.textContent = words;
}

function wordsOfStep(slide: Element): string {
  const said = new Set<string>();
  for (const part of slide.querySelectorAll('.fragment.current-fragment')) {
    const drawing = part.closest<HTMLElement>('[data-steps]');
    const words = drawing === null ? wordsOf(part) : (sentencesOf(drawing, part) ?? wordsOf(part));
    if (words !== '') said.add(words);
  }
  return [...said].join(' ');
}

/** What a drawing says of the step a part of it came with. */
function sentencesOf({ dataset }: HTMLElement, part: Element): string | undefined {
  const steps = JSON.parse(dataset.steps ?? '[]') as readonly string[];
  const step = Number(part.getAttribute('data-fragment-index')) - Number(dataset.firstStep ?? 0);
  return steps[step + 1];
}

const blocks =
  'p, div, ul, ol, li, dt, dd, h1, h2, h3, h4, h5, h6, blockquote, td, th, figcaption, caption, pre, g, text';

/** An element's words as they are shown, a figure's alternative in its place, each block as a sentence. Steps that are still hidden are left out. */
export function wordsOf(root: Node): string {
  return read(root)
    .replace(/\u00AD/g, '')
    .replace(/\s+/g, ' ')
    .trim();

  function read(node: Node): string {
    if (!(node instanceof Element)) return node.nodeType === Node.TEXT_NODE ? (node.textContent ?? '') : '';
    if (node !== root && node.getAttribute('aria-hidden') === 'true') return '';
    if (node.matches('annotation, template, style, script') || isHidden(node)) return '';
    const label = node.matches('img, video, [role="img"]')
      ? (node.getAttribute('aria-label') ?? node.getAttribute('alt'))
      : null;
    if (label !== null && label !== '') return sentence(label);
    const words = [...node.childNodes].map(read).join('');
    return node.matches(blocks) ? sentence(words) : words;
  }
}

/** A part of a drawing that has just come still counts as hidden for the browser: it fades in. */
function isHidden(element: Element): boolean {
  if (element.matches('.pause.fragment:not(.visible), svg .fragment:not(.visible)')) return true;
  const { display, visibility } = getComputedStyle(element);
  return display === 'none' || (visibility === 'hidden' && element.closest('svg') === null);
}

function sentence(words: string): string {
  const trimmed = words.trim();
  return trimmed === '' ? ' ' : ` ${trimmed}${/[.!?…:;]["”»’)]?$/.test(trimmed) ? '' : '.'} `;
}
