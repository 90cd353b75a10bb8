/**
 * Dims the lines of code that are not of the current step. A step is reached when as many of the block's fragments are visible;
 * the lines say in `data-at` to which steps they belong.
 */
export function dimLines(): void {
  for (const block of document.querySelectorAll('pre:has(> .step)')) {
    const step = String(block.querySelectorAll(':scope > .step.visible').length);
    for (const line of block.querySelectorAll<HTMLElement>('.line')) {
      line.classList.toggle('dim', !(line.dataset.at ?? '').split(' ').includes(step));
    }
  }
}
