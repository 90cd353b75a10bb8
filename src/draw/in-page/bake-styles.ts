/**
 * Writes what the style sheet of a drawing means into attributes and drops everything that draws nothing: the finished SVG needs no
 * <style>, so it touches no other drawing, survives in PDF, PowerPoint and Inkscape, and a screen reader has no CSS to read aloud.
 * Colours of the deck become `var(--token, colour)`. `svg` must be in the document. Runs in the page.
 */
export function bakeStyles(
  svg: SVGSVGElement,
  tokens: readonly { readonly name: string; readonly drawn: string; readonly colour: string }[],
): void {
  const shapes = ['path', 'rect', 'circle', 'ellipse', 'line', 'polygon', 'polyline', 'use'];
  const texts = ['text', 'tspan', 'textPath'];
  const dropped = ['style', 'script', 'title', 'desc', 'metadata', 'foreignObject', 'iframe'];
  const initial: Readonly<Record<string, string>> = {
    'fill-opacity': '1',
    'fill-rule': 'nonzero',
    'stroke-width': '1',
    'stroke-dasharray': 'none',
    'stroke-linecap': 'butt',
    'stroke-linejoin': 'miter',
    'stroke-opacity': '1',
    'marker-start': 'none',
    'marker-mid': 'none',
    'marker-end': 'none',
    opacity: '1',
    'clip-path': 'none',
    mask: 'none',
    'font-weight': '400',
    'font-style': 'normal',
    'text-anchor': 'start',
    'dominant-baseline': 'auto',
    'alignment-baseline': 'auto',
    'text-decoration-line': 'none',
    'letter-spacing': 'normal',
    'paint-order': 'normal',
    'stop-opacity': '1',
  };
  const group = ['opacity', 'clip-path', 'mask'];
  const line = ['stroke-width', 'stroke-dasharray', 'stroke-linecap', 'stroke-linejoin', 'stroke-opacity'];
  const markers = ['marker-start', 'marker-mid', 'marker-end'];
  const font = [
    'font-size',
    'font-weight',
    'font-style',
    'font-family',
    'text-anchor',
    'letter-spacing',
    'paint-order',
    'dominant-baseline',
  ];
  const kept = new Set(
    [
      'id d points x y x1 y1 x2 y2 cx cy r rx ry dx dy width height transform viewBox preserveAspectRatio href xml:space',
      'refX refY markerWidth markerHeight markerUnits orient clipPathUnits maskUnits patternUnits pathLength',
      'offset gradientUnits gradientTransform spreadMethod fx fy startOffset textLength lengthAdjust rotate xmlns',
    ].flatMap((names) => names.split(' ')),
  );
  const byColour = new Map(tokens.map((token) => [token.drawn, token]));

  const all = [...svg.querySelectorAll('*')];
  const coloured = new Set([...svg.querySelectorAll('.node, .cluster')].filter(hasOwnColour));
  const idle = all.filter(drawsNothing);
  const baked = all.map((element) => ({ element, attributes: attributesOf(element) }));
  for (const element of idle) element.remove();
  for (const { element, attributes } of baked) {
    for (const { name } of [...element.attributes]) if (!kept.has(name)) element.removeAttribute(name);
    for (const [name, value] of attributes) element.setAttribute(name, value);
  }
  for (const { name } of [...svg.attributes]) if (name !== 'viewBox') svg.removeAttribute(name);
  svg.setAttribute('font-family', "'Source Sans 3', sans-serif");

  function drawsNothing(element: Element): boolean {
    if (dropped.includes(element.localName)) return true;
    const style = getComputedStyle(element);
    if (element.closest('defs, marker, symbol, clipPath, mask, pattern') !== null) return false;
    if (style.display === 'none' || style.opacity === '0') return true;
    if (shapes.includes(element.localName)) {
      const { width, height } = (element as SVGGraphicsElement).getBBox();
      if (width === 0 && height === 0) return true;
      return style.visibility === 'hidden' || (style.fill === 'none' && style.stroke === 'none');
    }
    return element.localName === 'text' && element.textContent?.trim() === '';
  }

  function attributesOf(element: Element): [string, string][] {
    const style = getComputedStyle(element);
    const name = element.localName;
    if (shapes.includes(name)) {
      const stroked = style.stroke !== 'none' && style.strokeWidth !== '0px';
      return [
        ...(name === 'line' ? [] : colour('fill', style, element)),
        ...(stroked ? [...colour('stroke', style, element), ...plain(style, line)] : []),
        ...plain(style, [...group, ...markers, 'fill-rule', 'fill-opacity']),
        ...corners(element, style),
        ...moved(element, style),
      ];
    }
    if (texts.includes(name)) {
      const parent = element.parentElement;
      const outer = parent !== null && texts.includes(parent.localName) ? getComputedStyle(parent) : undefined;
      const own: [string, string][] = [
        ...colour('fill', style, element),
        ...(outlined(style) ? [...colour('stroke', style, element), ...plain(style, line)] : []),
        ...plain(style, [...font, 'text-decoration-line', 'alignment-baseline', 'opacity']),
        ...moved(element, style),
      ];
      const inherited = outer === undefined ? [] : [...colour('fill', outer, element), ...plain(outer, font)];
      const same = new Set(inherited.map(String));
      return own.filter((entry) => !same.has(String(entry)));
    }
    if (name === 'stop') return [...colour('stop-color', style, element), ...plain(style, ['stop-opacity'])];
    return [...plain(style, group), ...moved(element, style)];
  }

  /** Mermaid leaves strokes on texts whose words then refuse them; only an outline drawn below the letters is meant. */
  function outlined(style: CSSStyleDeclaration): boolean {
    return style.stroke !== 'none' && style.paintOrder.startsWith('stroke');
  }

  function plain(style: CSSStyleDeclaration, names: readonly string[]): [string, string][] {
    return names.flatMap((name): [string, string][] => {
      const value = style.getPropertyValue(name).replace(/^(-?[\d.]+)px$/, '$1');
      if (name === 'font-family' && value.includes('Source Sans 3')) return [];
      if (name === 'alignment-baseline' && value === 'baseline') return [];
      if (name === 'stroke-dasharray' && /^(0|[\d.]+(px)?, 0(px)?)$/.test(value)) return [];
      return value === '' || value === initial[name]
        ? []
        : [[name.replace('-decoration-line', '-decoration'), value.replaceAll('px', '')]];
    });
  }

  function colour(name: string, style: CSSStyleDeclaration, element: Element): [string, string][] {
    const value = style.getPropertyValue(name);
    const { hex, opacity } = hexOf(value);
    if (hex === undefined) return [[name, value]];
    const token = byColour.get(hex);
    const own = token !== undefined && [...coloured].some((node) => node.contains(element));
    const shown = token === undefined ? hex : own ? token.colour : `var(${token.name}, ${token.colour})`;
    return [
      [name, shown],
      ...(opacity === undefined ? [] : [[`${name.replace('-color', '')}-opacity`, opacity] as [string, string]]),
    ];
  }

  function hexOf(value: string): { readonly hex?: string; readonly opacity?: string | undefined } {
    const parts = value.match(/^rgba?\((\d+), (\d+), (\d+)(?:, ([\d.]+))?\)$/);
    if (parts === null) return {};
    const digits = parts.slice(1, 4).map((part) => Number(part).toString(16).padStart(2, '0'));
    return { hex: `#${digits.join('')}`, opacity: parts[4] };
  }

  /** A node the author coloured keeps all its colours on a dark page: its label was chosen for its fill. */
  function hasOwnColour(node: Element): boolean {
    return [...node.querySelectorAll(':scope > :not(.label), :scope > :not(.label) *')].some((shape) => {
      const { hex, opacity } = hexOf(getComputedStyle(shape).fill);
      return shapes.includes(shape.localName) && hex !== undefined && opacity !== '0' && !byColour.has(hex);
    });
  }

  function corners(element: Element, style: CSSStyleDeclaration): [string, string][] {
    return element.localName === 'rect' ? plain(style, ['rx', 'ry']).filter(([, value]) => value !== 'auto') : [];
  }

  /** A transform given in CSS wins over the attribute. */
  function moved(element: Element, style: CSSStyleDeclaration): [string, string][] {
    return element instanceof SVGElement && element.style.transform !== '' ? [['transform', style.transform]] : [];
  }
}
