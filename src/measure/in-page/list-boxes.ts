/**
 * Lists the characters of a deck in print view that the browser has no font for, each with the first slide that shows it: all are drawn as
 * the same box. Formulas have fonts of their own. Runs in the page.
 */
export function listBoxes(): { character: string; slide: string }[] {
  const size = 24;
  const skipped = 'aside.notes, .katex, script, style, template, noscript, title, desc, defs';
  /** All but what the theme's fonts have, and what draws nothing. */
  const doubtful =
    /[^\s\u0020-\u024F\u0400-\u045F\u2010-\u2027\p{Cc}\p{Cf}\p{Variation_Selector}\uFFFD\u2800\u3164\u115F\u1160\uFFA0]/gu;
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = size * 2;
  const brush = canvas.getContext('2d', { willReadFrequently: true });
  const boxesIn = new Map<string, readonly number[]>();
  const known = new Map<string, boolean>();
  const found = new Map<string, string>();
  for (const section of document.querySelectorAll<HTMLElement>('.pdf-page section[id]')) visit(section, section.id);
  return [...found].map(([character, slide]) => ({ character, slide }));

  function visit(element: Element, slide: string): void {
    if (element.matches(skipped)) return;
    for (const node of element.childNodes) {
      if (node.nodeType === Node.ELEMENT_NODE) visit(node as Element, slide);
      if (node.nodeType !== Node.TEXT_NODE) continue;
      const characters = node.textContent?.match(doubtful) ?? [];
      if (characters.length > 0) note(new Set(characters), getComputedStyle(element).fontFamily, slide);
    }
  }

  function note(characters: ReadonlySet<string>, family: string, slide: string): void {
    for (const character of characters) {
      const key = `${family} ${character}`;
      const isBox = known.get(key) ?? boxesOf(family).includes(drawn(character, family));
      known.set(key, isBox);
      if (isBox && !found.has(character)) found.set(character, slide);
    }
  }

  /** What stands for a code point that is no character, and for one that is left to private use. */
  function boxesOf(family: string): readonly number[] {
    const boxes = boxesIn.get(family) ?? ['\u0378', '\u{10FFF0}'].map((character) => drawn(character, family));
    boxesIn.set(family, boxes);
    return boxes;
  }

  /** A number for what a character looks like (FNV-1a, over the pixels). */
  function drawn(character: string, family: string): number {
    if (brush === null) return Number.NaN;
    brush.clearRect(0, 0, canvas.width, canvas.height);
    brush.font = `${size}px ${family}`;
    brush.fillText(character, 8, size * 1.4);
    const { data } = brush.getImageData(0, 0, canvas.width, canvas.height);
    let hash = 0x811c9dc5;
    for (const pixel of new Uint32Array(data.buffer)) hash = Math.imul(hash ^ pixel, 0x01000193);
    return hash;
  }
}
