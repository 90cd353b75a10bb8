/**
 * Gives an arrow of a flowchart the hue of the actor it starts from: who is a colour, what is a line. A line without a direction, or with
 * two, has nobody who acts. Runs in the page.
 */
export function colourLinks(svg: SVGSVGElement): void {
  const nodes = [...svg.querySelectorAll<SVGElement>('.node')].map((node) => ({
    id: /flowchart-(.+)-\d+$/.exec(node.id)?.[1] ?? '',
    hue: node.dataset.hue,
  }));
  for (const link of svg.querySelectorAll('.flowchart-link')) {
    const hue = startOf(link.getAttribute('data-id') ?? '')?.hue;
    if (hue === undefined || !link.hasAttribute('marker-end') || link.hasAttribute('marker-start')) continue;
    link.classList.add(`from-${hue}`);
  }

  /** Mermaid names a link `L_<from>_<to>_<number>`, and names may hold the same signs: the one that leaves a name is meant. */
  function startOf(link: string): (typeof nodes)[number] | undefined {
    return nodes.find(({ id }) => {
      const rest = link.startsWith(`L_${id}_`) ? link.slice(id.length + 3) : undefined;
      return nodes.some((end) => rest?.replace(/_\d+$/, '') === end.id);
    });
  }
}
