/** Writes the hue of each node to `data-hue`: the one that a class of it names and the author did not define anew. Runs in the page. */
export function markHues(svg: SVGSVGElement, hues: Readonly<Record<string, string>>): void {
  const own = (document.documentElement.dataset.own ?? '').split(' ');
  for (const node of svg.querySelectorAll<SVGElement>('.node')) {
    const name = [...node.classList].find((one) => Object.hasOwn(hues, one) && !own.includes(one));
    const hue = name === undefined ? undefined : hues[name];
    if (hue !== undefined) node.dataset.hue = hue;
  }
}
