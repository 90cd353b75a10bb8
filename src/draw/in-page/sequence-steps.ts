import type { Stages } from './read-stages.js';

/**
 * The steps of a sequence diagram's parts: a lifeline and a box come with their participant, a bar of activity with the message that
 * starts it, a frame with the first message in it. Runs in the page.
 */
export function sequenceSteps(svg: SVGSVGElement, { whole, stepOf }: Stages): Map<Element, number> {
  const steps = new Map<Element, number>();
  const messages = whole.getMessages?.() ?? [];
  const types = whole.LINETYPE ?? {};
  const typeOf = (index: number): string => nameOf(messages[index]?.type);
  const blocks = blocksOf();
  for (const part of svg.querySelectorAll('[data-et]')) {
    const id = part.getAttribute('data-id') ?? '';
    const block = blocks.find(({ end }) => id === `i${messages[end]?.id}`);
    if (part.matches('[data-et="participant"], [data-et="life-line"]')) steps.set(part, stepOf(`actor ${id}`));
    else if (block !== undefined) setFrame(part, block);
    else steps.set(part, stepOf(`message ${id.slice(1)}`));
  }
  setMessageWords();
  setActivity();
  const grounds = [...svg.querySelectorAll(':scope > rect.rect')].reverse();
  const shaded = blocks.filter(({ end }) => typeOf(end) === 'RECT_END');
  for (const [index, ground] of grounds.entries()) steps.set(ground, stepWithin(shaded[index]?.starts[0]));
  const boxes = [...svg.querySelectorAll(':scope > g:has(> rect.rect)')].reverse();
  for (const [index, { actorKeys }] of (whole.getBoxes?.() ?? []).entries()) {
    const members = actorKeys.map((key) => stepOf(`actor ${key}`));
    const [box] = boxes.slice(index, index + 1);
    if (box !== undefined) steps.set(box, Math.max(stepOf(`box ${index}`), Math.min(...members)));
  }
  return steps;

  function nameOf(type: number | undefined): string {
    return Object.entries(types).find(([, number]) => number === type)?.[0] ?? '';
  }

  /** Where a block and each of its further sections start, and where it ends, as positions among the messages; by their ends. */
  function blocksOf(): readonly { readonly starts: readonly number[]; readonly end: number }[] {
    const open: number[][] = [];
    return messages.flatMap((_, index) => {
      const type = typeOf(index);
      if (/^(LOOP|RECT|OPT|ALT|PAR|PAR_OVER|CRITICAL|BREAK)_START$/.test(type)) open.push([index]);
      if (/^(ALT_ELSE|PAR_AND|CRITICAL_OPTION)$/.test(type)) open.at(-1)?.push(index);
      return /^(LOOP|RECT|OPT|ALT|PAR|CRITICAL|BREAK)_END$/.test(type)
        ? [{ starts: open.pop() ?? [], end: index }]
        : [];
    });
  }

  /** The step of the first message or note after the start of a block. */
  function stepWithin(start: number | undefined): number {
    const inner = messages.findIndex(
      ({ from }, index) => index > (start ?? 0) && from !== undefined && !typeOf(index).startsWith('ACTIVE_'),
    );
    return stepOf(`message ${messages[inner]?.id}`);
  }

  /** The first four lines are the frame; then comes a line for each further section, with words between it and the next. */
  function setFrame(frame: Element, { starts }: (typeof blocks)[number]): void {
    const lines = [...frame.querySelectorAll('line')].slice(4);
    for (const part of frame.children) {
      const y = Number(part.getAttribute(part.localName === 'line' ? 'y1' : 'y'));
      const above = lines.filter((line) => Number(line.getAttribute('y1')) <= y).length;
      const section = lines.includes(part as SVGLineElement) || part.matches('.sectionTitle') ? above : 0;
      steps.set(part, stepWithin(starts[section]));
    }
  }

  /** A message's words stand before its line, its number and the rings at its ends after it. */
  function setMessageWords(): void {
    let waiting: Element[] = [];
    let last: number | undefined;
    for (const part of svg.children) {
      const own = part.getAttribute('data-et') === 'message' ? steps.get(part) : undefined;
      if (own !== undefined) {
        for (const word of waiting) steps.set(word, own);
        waiting = [];
        last = own;
      } else if (part.matches('.messageText')) waiting.push(part);
      else if (last !== undefined && part.matches('line, .sequenceNumber, circle')) steps.set(part, last);
    }
  }

  /** Bars stand in the order in which they start; one that never ends is not drawn. */
  function setActivity(): void {
    const open: { readonly start: number; readonly actor: string | undefined }[] = [];
    const started: number[] = [];
    for (const [index, { from }] of messages.entries()) {
      const type = typeOf(index);
      if (/^(ACTIVE_START|CENTRAL_CONNECTION(_REVERSE)?)$/.test(type)) open.push({ start: index, actor: from });
      if (type !== 'ACTIVE_END') continue;
      const last = open.findLastIndex(({ actor }) => actor === from);
      started.push(...open.splice(last, last < 0 ? 0 : 1).map(({ start }) => start));
    }
    started.sort((a, b) => a - b);
    for (const [index, bar] of [...svg.querySelectorAll('rect[class^="activation"]')].entries())
      steps.set(bar, stepOf(`message ${messages[started[index] ?? 0]?.id}`));
  }
}
