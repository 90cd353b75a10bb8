import type { EvidencePanel } from './evidence-panel.js';
import type { OnDemandLoader } from './on-demand-loader.js';
import { followOver } from './over-slide.js';
import type { ShownDeck } from './shown-deck.js';

const eKey = 69;

/**
 * Asks for the evidence panel: by `e`, by a click on a mark, or from another window. What it does then it says itself
 * (`evidence-panel.ts`); until it is first asked for, nothing of it is there.
 */
export function enableEvidence(deck: ShownDeck, onDemand: OnDemandLoader): void {
  const slides = deck.getSlidesElement();
  if (slides === null) return;
  let panel: EvidencePanel | undefined;
  const use = (act: (panel: EvidencePanel) => void): void =>
    onDemand.use(({ evidencePanel }) => {
      panel ??= evidencePanel(deck);
      act(panel);
    });
  deck.addKeyBinding(eKey, () => use((one) => one.toggle()));
  slides.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element) || deck.isOverview()) return;
    if (panel !== undefined || isMark(target)) use((one) => one.click(target));
  });
  // A mark is pressed by Enter and Space; Reveal must not take them for its own.
  slides.addEventListener('keydown', (event) => {
    const onMark = event.target instanceof Element && event.target.closest('.pm') !== null;
    if (onMark && (event.key === 'Enter' || event.key === ' ')) event.stopPropagation();
  });
  followOver((wanted) => {
    if (panel !== undefined || wanted.evidence !== 0) use((one) => one.follow(wanted));
  });
}

/** A claim's mark, or words in a drawing that look like one. */
function isMark(target: Element): boolean {
  return target.closest('.pm') !== null || target.closest('tspan, text')?.textContent?.includes('¶') === true;
}
