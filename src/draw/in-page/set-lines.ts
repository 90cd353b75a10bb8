/** Where a text stands: the middle of its lines, px of its group. */
export interface LinesAt {
  readonly x: number;
  readonly y: number;
  /** Of its letters, px. */
  readonly size: number;
}

/**
 * Sets a text anew in these lines, each in the middle of `x`, their letters in the middle of `y`. What Mermaid said of its size gives way;
 * its colour and weight stay. Runs in the page.
 */
export function setLines(text: SVGTextElement, lines: readonly string[], { x, y, size }: LinesAt): void {
  const pitch = size * 1.15;
  // Capitals of the theme's face are two thirds of its size.
  const first = y - ((lines.length - 1) * pitch) / 2 + size / 3;
  for (const name of ['dy', 'clip-path', 'dominant-baseline']) text.removeAttribute(name);
  for (const [name, value] of [['x', x] as const, ['y', first] as const]) text.setAttribute(name, String(value));
  const styles = {
    'font-size': `${size}px`,
    'text-anchor': 'middle',
    'dominant-baseline': 'auto',
    display: 'inline',
    'clip-path': 'none',
  };
  for (const [name, value] of Object.entries(styles)) text.style.setProperty(name, value, 'important');
  text.replaceChildren(
    ...lines.map((line, index) => {
      const part = document.createElementNS('http://www.w3.org/2000/svg', 'tspan');
      part.textContent = line;
      part.setAttribute('x', String(x));
      part.setAttribute('y', String(first + index * pitch));
      part.style.setProperty('font-size', `${size}px`, 'important');
      return part;
    }),
  );
}
