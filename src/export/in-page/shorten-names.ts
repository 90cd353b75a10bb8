/**
 * Gives a short id to each target of a link whose own would be too long a name in a PDF: Chromium writes it percent-encoded, and a name
 * holds 127 bytes (ISO 32000-1, annex C.2), which is a heading of twenty Cyrillic letters. Runs in the page, before it is printed.
 */
export function shortenNames(): void {
  const longest = 127;
  const targets = new Map<Element, Element[]>();
  // Links of drawings and of image maps too: none of these say where they lead but in their attributes.
  for (const link of document.querySelectorAll('a, area')) {
    const address = link.getAttribute('href') ?? link.getAttributeNS('http://www.w3.org/1999/xlink', 'href') ?? '';
    const target = address.startsWith('#') ? targetOf(address.slice(1)) : null;
    if (target === null || encodeURIComponent(target.id).length <= longest) continue;
    targets.set(target, [...(targets.get(target) ?? []), link]);
  }
  [...targets].forEach(([target, leading], index) => {
    const id = `to-${index + 1}-${target.id.slice(0, 8)}`;
    for (const name of ['aria-labelledby', 'aria-describedby'])
      for (const named of document.querySelectorAll(`[${name}="${CSS.escape(target.id)}"]`))
        named.setAttribute(name, id);
    target.id = id;
    for (const link of leading) link.setAttribute('href', `#${id}`);
  });

  /** The address of a link is percent-encoded where the author wrote it so. */
  function targetOf(hash: string): Element | null {
    try {
      return document.getElementById(decodeURIComponent(hash)) ?? document.getElementById(hash);
    } catch {
      return document.getElementById(hash);
    }
  }
}
