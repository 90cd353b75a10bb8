/**
 * Gives an arrow of a flowchart the hue of the actor it starts from: who is a colour, what is a line. A line without a direction, or with
 * two, has nobody who acts. Runs in the page.
 */
export function colourLinks(svg: SVGSVGElement): void {
  const actors = ['nato', 'russia', 'belarus', 'ukraine'];
  const nodes = [...svg.querySelectorAll('.node')].map((node) => ({
    id: /flowchart-(.+)-\d+$/.exec(node.id)?.[1] ?? '',
    actor: actors.find((actor) => node.classList.contains(actor)),
  }));
  for (const link of svg.querySelectorAll('.flowchart-link')) {
    const actor = startOf(link.getAttribute('data-id') ?? '')?.actor;
    if (actor === undefined || !link.hasAttribute('marker-end') || link.hasAttribute('marker-start')) continue;
    link.classList.add(`from-${actor}`);
  }

  /** Mermaid names a link `L_<from>_<to>_<number>`, and names may hold the same signs: the one that leaves a name is meant. */
  function startOf(link: string): (typeof nodes)[number] | undefined {
    return nodes.find(({ id }) => {
      const rest = link.startsWith(`L_${id}_`) ? link.slice(id.length + 3) : undefined;
      return nodes.some((end) => rest?.replace(/_\d+$/, '') === end.id);
    });
  }
}
