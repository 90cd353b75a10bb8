/**
 * A slide at print size: its own HTML, which the style sheet scales. It loses margins, running head and foot; how high it is and whether it
 * reaches beyond the margins is measured in the page (`export/in-page/lay-out-paper.ts`).
 */
export function slidePicture(stage: string): string {
  return `<div class="picture-box"><div class="reveal"><div class="slides">${stage}</div></div></div>`;
}
