/**
 * Lets everything on a stage recede but one claim, which gets a bar beside it; gives back what undoes that. Opacity holds for all that is
 * inside, so it goes to what stands around the claim and its marks, level by level.
 */
export function recede(stage: HTMLElement, claim: string): () => void {
  const kept = [...stage.querySelectorAll<HTMLElement>(`[data-claim~="${claim}"]`)];
  const changed: Element[] = [];
  const set = (element: Element, name: string): void => {
    element.classList.add(name);
    changed.push(element);
  };
  const visit = (parent: Element): void => {
    for (const child of parent.children) {
      if (kept.some((one) => one === child)) set(child, 'open-claim');
      else if (!kept.some((one) => child.contains(one))) set(child, 'receded');
      else {
        set(child, 'around-claim');
        visit(child);
      }
    }
  };
  visit(stage);
  const bar = barBeside(
    kept.find((one) => !one.matches('.pm')),
    stage,
  );
  return () => {
    bar?.remove();
    for (const element of changed) element.classList.remove('open-claim', 'receded', 'around-claim');
  };
}

/** As high as the claim's own lines, in px of the stage. */
function barBeside(claim: HTMLElement | undefined, stage: HTMLElement): HTMLElement | undefined {
  if (claim === undefined) return undefined;
  const origin = stage.getBoundingClientRect();
  const scale = origin.width / 1280;
  const text = document.createRange();
  text.selectNodeContents(claim);
  const below = claim.querySelector('ul, ol');
  if (below !== null) text.setEndBefore(below);
  const lines = text.getBoundingClientRect();
  const bar = document.createElement('div');
  bar.className = 'claim-bar';
  bar.style.top = `${(lines.top - origin.top) / scale}px`;
  bar.style.height = `${lines.height / scale}px`;
  const left = (claim.getBoundingClientRect().left - origin.left) / scale;
  if (left >= 640) bar.style.left = `${left - 24}px`;
  return stage.appendChild(bar);
}
