/** With which click something appears, on the slide that was begun last. Runs in the page. */
export function sceneSteps() {
  let clicks = new Map<Element, number>();
  return {
    stepOf,
    begin(section: Element): void {
      clicks = clicksOf(section);
    },
  };

  /** As Reveal counts: what has a number by its number, then the others one by one. */
  function clicksOf(section: Element): Map<Element, number> {
    const all = [...section.querySelectorAll('.fragment')].filter((one) => one.closest('aside.notes') === null);
    const numbers = all.map((one) => Number.parseInt(one.getAttribute('data-fragment-index') ?? '', 10));
    const inOrder = [...new Set(numbers.filter((number) => !Number.isNaN(number)))].sort((a, b) => a - b);
    let last = inOrder.length;
    return new Map(
      all.map((one, index) => {
        const number = numbers[index] ?? Number.NaN;
        return [one, Number.isNaN(number) ? ++last : inOrder.indexOf(number) + 1];
      }),
    );
  }

  function stepOf(element: Element): { readonly step?: number } {
    let step = 0;
    for (let one: Element | null = element; one !== null && one.localName !== 'section'; one = one.parentElement)
      step = Math.max(step, clicks.get(one) ?? 0);
    if (element.classList.contains('shown-pseudo') && element.parentElement?.matches('.choice.right') === true) {
      const answered = element.closest('.body')?.querySelector('.answered');
      step = Math.max(step, answered == null ? 0 : (clicks.get(answered) ?? 0));
    }
    return step === 0 ? {} : { step };
  }
}
