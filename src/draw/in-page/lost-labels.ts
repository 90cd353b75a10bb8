/**
 * Labels for which Mermaid had no room, as a treemap's small fields have none: those it hid, whole, and what it left of those it cut.
 * `svg` is as Mermaid drew it, in the document. Runs in the page.
 */
export function lostLabels(svg: SVGSVGElement, code: string): readonly string[] {
  const plain = (text: string): string => text.replace(/\s+/g, '');
  const known = plain(code);
  const texts = [...svg.querySelectorAll<SVGTextElement>('text')].map((text) => ({
    text: text.textContent?.trim() ?? '',
    isHidden: getComputedStyle(text).display === 'none',
  }));
  // Numbers alone go with their names; three points that the author wrote are no cut.
  const lost = texts.filter(({ text, isHidden }) =>
    isHidden
      ? /\p{L}/u.test(text) && known.includes(plain(text))
      : /(?:\.{3}|…)$/.test(text) && !known.includes(plain(text)),
  );
  return [...new Set(lost.map(({ text }) => text))];
}
