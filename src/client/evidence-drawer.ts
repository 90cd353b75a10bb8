import { filled } from '../language/words/filled.js';
import { fitWords } from './fit-words.js';
import { recede } from './recede.js';
import { words } from './words.js';

/** The panel of one slide, open. */
export interface EvidenceDrawer {
  readonly slide: HTMLElement;
  /** Shows the entry of that number. */
  readonly show: (entry: number) => void;
  /** Goes to the next entry or the one before. */
  readonly step: (by: 1 | -1) => void;
  readonly holds: (element: Element) => boolean;
  readonly close: () => void;
}

const { evidence, previousClaim, nextClaim, escCloses, close, limits, ofAll } = words.deck;

const frame = `<div class="sheet">
<header><b>${evidence}</b><span class="steps"><button type="button" aria-label="${previousClaim}">↑</button><span></span><button type="button" aria-label="${nextClaim}">↓</button></span><button type="button" class="close"><span>${escCloses}</span><span>${close}</span></button></header>
<div class="entry" id="evidence-entry" aria-live="polite"></div>
<p class="limits">${limits}</p>
</div>`;

/** What the drawer tells of what is done in it. */
interface DrawerEvents {
  readonly close: () => void;
  readonly shown: (entry: number) => void;
}

/**
 * Opens the panel of a slide at an entry, the first one for 0; undefined where the slide has none. It lies over the page rather than in
 * the slide, and grows with the stage; the slide stays beside it, and can be clicked. Focus goes in, and back when it closes.
 */
export function openDrawer(slide: HTMLElement, entry: number, on: DrawerEvents): EvidenceDrawer | undefined {
  const stage = slide.querySelector<HTMLElement>('.stage');
  const entries = entriesOf(slide);
  return stage === null || entries.length === 0 ? undefined : drawerBeside(stage, slide, entries, entry, on);
}

function drawerBeside(
  stage: HTMLElement,
  slide: HTMLElement,
  entries: readonly HTMLElement[],
  entry: number,
  on: DrawerEvents,
): EvidenceDrawer {
  const before = document.activeElement;
  const panel = createPanel();
  const place = part(panel, '.entry');
  let current = 0;
  let restore = (): void => undefined;
  slide.classList.add('gave-way');
  show(entry);
  slide.append(panel);
  lay();
  panel.showPopover();
  fitWords(place);
  panel.focus({ preventScroll: true });
  addEventListener('resize', layAgain);
  panel.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('button') : null;
    if (button?.className === 'close') on.close();
    else if (button !== null) step(button === button.parentElement?.firstElementChild ? -1 : 1);
  });
  return { slide, show, step, holds: (element) => panel.contains(element), close };

  function show(number: number): void {
    const index = entries.findIndex((article) => article.dataset.claim === String(number));
    current = Math.max(0, index);
    const article = document.importNode(entries[current] ?? document.createElement('article'), true);
    place.replaceChildren(article);
    part(panel, '.steps').hidden = entries.length < 2;
    part(panel, '.steps > span').textContent = filled(ofAll, { n: current + 1, all: entries.length });
    restore();
    restore = recede(stage, article.dataset.claim ?? '');
    if (panel.isConnected) fitWords(place);
    reveal(slide, article.dataset.claim ?? '');
    on.shown(Number(article.dataset.claim));
  }

  function step(by: 1 | -1): void {
    const next = entries[(current + by + entries.length) % entries.length];
    show(Number(next?.dataset.claim));
  }

  /** The drawer begins in the middle of the slide and reaches the window's edge; the stage has given way to it by then. */
  function lay(): void {
    const { left, top, width } = slide.getBoundingClientRect();
    for (const [name, value] of [
      ['--x', `${left + width / 2}px`],
      ['--y', `${top}px`],
      ['--scale', String(width / 1280)],
    ] as const)
      panel.style.setProperty(name, value);
  }

  function layAgain(): void {
    lay();
    requestAnimationFrame(() => fitWords(place));
  }

  function close(): void {
    removeEventListener('resize', layAgain);
    restore();
    slide.classList.remove('gave-way');
    panel.remove();
    if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
  }
}

/** On the flowing page the sheet covers what is low: the claim goes above it. */
function reveal(slide: HTMLElement, claim: string): void {
  if (document.documentElement.matches('.flow')) slide.querySelector(`[data-claim~="${claim}"]`)?.scrollIntoView();
}

function createPanel(): HTMLElement {
  const panel = document.createElement('div');
  panel.className = 'evidence-panel';
  panel.popover = 'manual';
  panel.tabIndex = -1;
  panel.lang = words.lang;
  panel.dataset.preventSwipe = '';
  panel.role = 'dialog';
  panel.ariaLabel = evidence;
  panel.setAttribute('aria-describedby', 'evidence-entry');
  panel.innerHTML = frame;
  panel.addEventListener('keydown', keepKeys);
  return panel;
}

/** What the slide shows by now: the claim of a step that is to come, or the mark of a right choice, would give it away. */
function entriesOf(slide: HTMLElement): readonly HTMLElement[] {
  const template = slide.querySelector<HTMLTemplateElement>(':scope > template.evidence');
  const articles = [...(template?.content.querySelectorAll('article') ?? [])];
  return articles.filter((article) => {
    const claim = slide.querySelector(`[data-claim~="${article.dataset.claim}"]`);
    return (
      claim !== null &&
      claim.closest('.fragment:not(.visible)') === null &&
      claim.checkVisibility({ visibilityProperty: true })
    );
  });
}

/** Keys that mean something to what has the focus, a button or a long paragraph, are not Reveal's. */
function keepKeys(event: KeyboardEvent): void {
  const { target, key } = event;
  if (!(target instanceof Element)) return;
  const isPressed = target.matches('button') && (key === 'Enter' || key === ' ');
  const isScrolled = target.matches('.words') && (key === 'ArrowUp' || key === 'ArrowDown');
  if (isPressed || isScrolled) event.stopPropagation();
}

function part(panel: HTMLElement, selector: string): HTMLElement {
  const found = panel.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`the evidence panel has no ${selector}`);
  return found;
}
