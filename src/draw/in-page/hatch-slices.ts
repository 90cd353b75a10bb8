/**
 * Gives the fifth to twelfth part of a pie a pattern of lines or dots, since four tones are as many as are told apart without a hue. The
 * theme marks these parts with colours that stand nowhere else, #000005 to #00000c. Runs in the page.
 */
export function hatchSlices(svg: SVGSVGElement): void {
  const slash = 'M-3,3l6,-6M0,12l12,-12M9,15l6,-6';
  const back = 'M-3,9l6,6M0,0l12,12M9,-3l6,6';
  const dot = 'M6,6h0.01';
  const patterns: readonly (readonly [ground: string, lines: string, width: number])[] = [
    ['paper', slash, 2],
    ['hair', dot, 5],
    ['paper', 'M0,6h12', 2],
    ['grey-tint', back, 2],
    ['paper', 'M6,0v12M0,6h12', 1.5],
    ['hair', slash, 2],
    ['paper', dot, 5],
    ['grey-tint', 'M6,0v12', 2],
  ];
  const list = svg.insertBefore(document.createElementNS('http://www.w3.org/2000/svg', 'defs'), svg.firstChild);
  for (const [index, [ground, lines, width]] of patterns.entries()) {
    const tile = `<rect width="12" height="12" style="fill: var(--${ground})"/><path d="${lines}" style="fill: none; stroke: var(--ink); stroke-width: ${width}px; stroke-linecap: round"/>`;
    const size = 'width="12" height="12" patternUnits="userSpaceOnUse"';
    list.insertAdjacentHTML('beforeend', `<pattern id="hatch-${index + 5}" ${size}>${tile}</pattern>`);
  }
  const shares = svg.querySelectorAll<SVGTextElement>('text.slice');
  for (const [index, slice] of svg.querySelectorAll<SVGElement>('.pieCircle').entries()) {
    if (hatch(slice)) shares[index]?.classList.add('on-hatch');
  }
  for (const sample of svg.querySelectorAll<SVGElement>('.legend rect')) hatch(sample);

  function hatch(part: SVGElement): boolean {
    const number = Number(/^rgb\(0, 0, (\d+)\)$/.exec(getComputedStyle(part).fill)?.[1]);
    if (!(number >= 5 && number < 5 + patterns.length)) return false;
    part.style.fill = `url(#hatch-${number})`;
    return true;
  }
}
