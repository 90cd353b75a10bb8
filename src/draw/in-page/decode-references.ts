/**
 * Makes Mermaid's character references (`#quot;`, `#35;`) characters before text is measured: it decodes them for labels in HTML only, and
 * SVG text would show `&quot;` as it stands. Runs in the page, once.
 */
export function decodeReferences(): void {
  const set = Object.getOwnPropertyDescriptor(Node.prototype, 'textContent')?.set;
  const decoder = document.createElement('textarea');
  for (const { prototype } of [SVGTextElement, SVGTSpanElement]) {
    Object.defineProperty(prototype, 'textContent', {
      ...Object.getOwnPropertyDescriptor(Node.prototype, 'textContent'),
      set(this: Node, text: unknown) {
        set?.call(this, typeof text === 'string' ? text.replace(/&(?:#\d+|#x[\da-f]+|\w+);/gi, decoded) : text);
      },
    });
  }

  function decoded(reference: string): string {
    decoder.innerHTML = reference;
    return decoder.value;
  }
}
