/**
 * Renumbers the ids of a drawing under its own prefix, with every reference to them, and drops the ids and definitions nothing refers to:
 * Mermaid counts some ids page-wide, so that they clash on a page and change with the order of drawing. Links lead out of the drawing, to
 * ids of the deck. Runs in the page.
 */
export function ownIds(svg: SVGSVGElement, prefix: string): void {
  const definitions = 'marker, linearGradient, radialGradient, filter, symbol, clipPath, mask, pattern';
  for (let dropped = 1; dropped > 0; ) {
    const used = new Set([...svg.querySelectorAll('*')].flatMap(referencesOf));
    const idle = [...svg.querySelectorAll(definitions)].filter((element) => !used.has(element.id));
    for (const element of idle) element.remove();
    for (const element of svg.querySelectorAll('[id]')) if (!used.has(element.id)) element.removeAttribute('id');
    dropped = idle.length;
  }
  const names = new Map([...svg.querySelectorAll('[id]')].map(({ id }, index) => [id, `${prefix}-${index + 1}`]));
  for (const element of svg.querySelectorAll('*')) {
    for (const attribute of element.attributes) attribute.value = renamed(attribute);
  }

  function referencesOf(element: Element): string[] {
    return [...element.attributes].flatMap(({ name, value, ownerElement }) => {
      if (name === 'href' && ownerElement?.localName === 'a') return [];
      if (name === 'href') return value.startsWith('#') ? [value.slice(1)] : [];
      return [...value.matchAll(/url\(["']?#([^"')]+)["']?\)/g)].map((match) => match[1] ?? '');
    });
  }

  function renamed({ name, value, ownerElement }: Attr): string {
    if (name === 'href' && ownerElement?.localName === 'a') return value;
    if (name === 'id') return names.get(value) ?? value;
    if (name === 'href') return value.startsWith('#') ? `#${names.get(value.slice(1)) ?? ''}` : value;
    return value.replace(/url\(["']?#([^"')]+)["']?\)/g, (_whole, id: string) => `url(#${names.get(id) ?? id})`);
  }
}
