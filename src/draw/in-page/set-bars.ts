/**
 * Lets the bars of an xychart begin at zero. Mermaid draws them from the axis line, 15 px below zero, so that 1 is drawn twice as long as it
 * is, and draws those below zero upwards. Where no tick is zero they stay: that was said of the code. Runs in the page.
 */
export function setBars(svg: SVGSVGElement): void {
  const isLying = svg.querySelector('.top-axis .label text') !== null;
  const axis = isLying ? '.top-axis' : '.left-axis';
  const labels = [...svg.querySelectorAll<SVGTextElement>(`${axis} .label text`)];
  const zero = labels.find(({ textContent }) => textContent !== '' && Number(textContent) === 0);
  const place = zero?.transform.baseVal.consolidate()?.matrix;
  if (place === undefined) return;
  for (const bar of svg.querySelectorAll<SVGRectElement>('[class*="bar-plot"] rect')) {
    const value = isLying ? numberOf(bar, 'x') + numberOf(bar, 'width') : numberOf(bar, 'y');
    const from = isLying ? place.e : place.f;
    bar.setAttribute(isLying ? 'x' : 'y', String(Math.min(value, from)));
    bar.setAttribute(isLying ? 'width' : 'height', String(Math.abs(value - from)));
  }

  function numberOf(element: Element, name: string): number {
    return Number(element.getAttribute(name));
  }
}
