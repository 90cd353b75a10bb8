/**
 * The entry of the evidence panel that a mark within a drawing, "¶5" or "¶5–6", stands for: of those that rest on that paragraph the
 * drawing's own, and the one with most of the label's words. `undefined`: no such mark, or no such entry.
 */
export function entryOfDrawnMark(target: Element): number | undefined {
  const label = target.closest('text');
  const slide = target.closest('section');
  const paragraph = /¶\s*(\d+)/.exec(target.closest('tspan, text')?.textContent ?? '')?.[0].replace(/\s/g, '');
  if (label === null || slide === null || paragraph === undefined) return undefined;
  const template = slide.querySelector<HTMLTemplateElement>(':scope > template.evidence');
  const citing = [...(template?.content.querySelectorAll('article') ?? [])].filter((article) =>
    [...article.querySelectorAll('.paragraphs > b')].some((one) => one.textContent === paragraph),
  );
  const own = target.closest<HTMLElement>('[data-claim]')?.dataset.claim?.split(' ') ?? [];
  const isOwn = ({ dataset }: HTMLElement): number => Number(own.includes(dataset.claim ?? ''));
  const group = label.parentElement?.textContent ?? '';
  const [best] = citing.toSorted(
    (one, other) => isOwn(other) - isOwn(one) || common(other, group) - common(one, group),
  );
  const entry = best?.dataset.claim;
  return entry === undefined ? undefined : Number(entry);
}

/** How many words of a drawing's label an entry has too. */
function common(article: Element, label: string): number {
  const words = new Set((article.textContent ?? '').toLowerCase().split(/[^\p{L}]+/u));
  return label
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '' && words.has(word)).length;
}
