import { entryOfDrawnMark } from './drawn-marks.js';
import { openDrawer } from './evidence-drawer.js';
import { onEscape } from './on-escape.js';
import { type OverSlide, onOver, sayOver } from './over-slide.js';
import type { ShownDeck } from './shown-deck.js';

/** The evidence panel of a deck, whether it is open or not. */
export interface EvidencePanel {
  /** Opens it at the claim that has the focus, the slide's first where none has, or closes it. */
  readonly toggle: () => void;
  /** Opens it where the click was on a mark. While it is open a click on a claim leads there. */
  readonly click: (target: Element) => void;
  /** Shows what another window shows. */
  readonly follow: (wanted: OverSlide) => void;
}

/**
 * Shows what a slide's claims rest on. In the panel the arrow keys, `j` and `k`, and clicks on claims go from one to the next; Escape and
 * `e` close it, and so does leaving the slide or the step.
 */
export function evidencePanel(deck: ShownDeck): EvidencePanel {
  let drawer: ReturnType<typeof openDrawer>;
  let leave = (): void => undefined;
  const keys: Readonly<Record<number, () => void>> = {
    38: () => drawer?.step(-1),
    75: () => drawer?.step(-1),
    40: () => drawer?.step(1),
    74: () => drawer?.step(1),
  };
  for (const event of ['slidechanged', 'fragmentshown', 'fragmenthidden', 'paused', 'overviewshown', 'sync'])
    deck.on(event, close);
  onOver(({ zoom }) => zoom !== undefined && close());
  return { toggle, click, follow };

  function toggle(): void {
    const slide = deck.getCurrentSlide();
    const mark = document.activeElement?.closest<HTMLElement>('.pm');
    if (drawer !== undefined) close();
    else if (!deck.isOverview() && document.querySelector('dialog[open]') === null)
      open(slide, entryOf(mark != null && slide.contains(mark) ? mark : undefined));
  }

  function click(target: Element): void {
    const drawn = drawer?.holds(target) === true ? undefined : entryOfDrawnMark(target);
    const shown = target.closest<HTMLElement>('section[data-layout]');
    if (drawn !== undefined && shown !== null && target.closest('dialog') === null) {
      if (drawer?.slide === shown) drawer.show(drawn);
      else open(shown, drawn);
      return;
    }
    const mark = target.closest('.pm');
    const claim = mark ?? (drawer?.holds(target) === false ? target.closest('[data-claim]') : null);
    const slide = claim?.closest<HTMLElement>('section[data-layout]');
    if (claim == null || slide == null) return;
    if (drawer?.slide === slide) drawer.show(entryOf(claim));
    else if (mark !== null) open(slide, entryOf(claim));
  }

  function follow({ evidence }: OverSlide): void {
    if (evidence === 0) close();
    else if (drawer === undefined) open(deck.getCurrentSlide(), evidence);
    else drawer.show(evidence);
  }

  function open(slide: HTMLElement, entry: number): void {
    close();
    drawer = openDrawer(slide, entry, { close, shown: (evidence) => sayOver({ evidence }) });
    if (drawer === undefined) return;
    for (const [code, act] of Object.entries(keys)) deck.addKeyBinding(Number(code), act);
    leave = onEscape(close);
  }

  function close(): void {
    if (drawer === undefined) return;
    drawer.close();
    drawer = undefined;
    for (const code of Object.keys(keys)) deck.removeKeyBinding(Number(code));
    leave();
    sayOver({ evidence: 0 });
  }
}

function entryOf(claim: Element | undefined): number {
  return Number(claim?.getAttribute('data-claim')?.split(' ')[0] ?? 0);
}
