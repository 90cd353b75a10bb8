import type { Stages } from './read-stages.js';

/**
 * The steps of a flowchart's or state diagram's parts: a frame comes with its first member, an edge no earlier than its ends, a label with
 * its edge. Runs in the page.
 */
export function graphSteps(svg: SVGSVGElement, { whole, stepOf }: Stages): Map<Element, number> {
  const { nodes, edges } = whole.getData?.() ?? { nodes: [], edges: [] };
  const steps = new Map<Element, number>();
  const nodeSteps = new Map(nodes.map((node) => [node.id, stepOfNode(node)]));
  for (const { id, domId = id } of nodes) {
    const element = document.getElementById(`${svg.id}-${domId}`);
    if (element !== null) steps.set(element, nodeSteps.get(id) ?? 0);
  }
  const edgeSteps = new Map(
    edges.map(({ id, start, end }) => [
      id,
      Math.max(stepOf(`edge ${id}`), nodeSteps.get(start) ?? 0, nodeSteps.get(end) ?? 0),
    ]),
  );
  for (const loop of edges.filter(({ start, end }) => start === end)) addLoop(loop.start, edgeSteps.get(loop.id) ?? 0);
  for (const element of svg.querySelectorAll('[data-id]')) {
    const step = edgeSteps.get(element.getAttribute('data-id') ?? '');
    const part = element.localName === 'path' ? element : element.closest('.edgeLabel');
    if (step !== undefined && part !== null) steps.set(part, step);
  }
  return steps;

  function stepOfNode({ id, isGroup }: (typeof nodes)[number]): number {
    const members = isGroup === true ? nodes.filter(({ parentId }) => parentId === id) : [];
    const own = stepOf(`node ${id}`);
    return members.length === 0 ? own : Math.max(own, Math.min(...members.map(stepOfNode)));
  }

  /** Dagre cuts a line from a node to itself into three and puts two invisible nodes between them. */
  function addLoop(node: string, step: number): void {
    for (const part of ['1', 'mid', '2']) edgeSteps.set(`${node}-cyclic-special-${part}`, step);
  }
}
