/** Keeps a range of numbers such as 3–9 in one line: browsers break behind its dash. Runs in the page, once text has its width. */
export function holdRanges(): void {
  const ranges = /¶?\p{N}+[–—]\p{N}+/gu;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) {
    const text = walker.currentNode as Text;
    if (text.data.search(ranges) >= 0 && text.parentElement?.closest('svg, pre, style, script') === null)
      texts.push(text);
  }
  for (const text of texts)
    for (const { 0: found, index } of [...text.data.matchAll(ranges)].reverse()) hold(text, index, found.length);

  function hold(text: Text, from: number, length: number): void {
    const range = document.createRange();
    range.setStart(text, from);
    range.setEnd(text, from + length);
    const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
    if (lines.size < 2) return;
    const whole = document.createElement('span');
    whole.style.whiteSpace = 'nowrap';
    range.surroundContents(whole);
  }
}
