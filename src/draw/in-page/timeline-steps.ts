import type { Stages } from './read-stages.js';

/** The steps of a timeline's parts; a section comes with its first period. Runs in the page. */
export function timelineSteps(svg: SVGSVGElement, { whole, stepOf }: Stages): Map<Element, number> {
  const tasks = whole.getTasks?.() ?? [];
  const sections = whole.getSections?.() ?? [];
  const periods = tasks.map(({ section, events }, index) => ({
    section,
    step: stepOf(`task ${index}`),
    events: events.map((_, event) => stepOf(`event ${index} ${event}`)),
  }));
  const ordered = sections.length === 0 ? periods : sections.flatMap(periodsOf);
  const sectionParts = [...svg.querySelectorAll('.timeline-node')].flatMap(({ parentElement: parent }) =>
    parent === null || parent.matches('.taskWrapper, .eventWrapper') ? [] : [parent as Element],
  );
  const periodParts = [...svg.querySelectorAll('.taskWrapper')];
  const eventParts = [...svg.querySelectorAll('.eventWrapper')];
  const steps = new Map<Element, number>([
    ...paired(
      sectionParts,
      sections.map((section, index) =>
        Math.max(stepOf(`section ${index}`), Math.min(Infinity, ...periodsOf(section).map(({ step }) => step))),
      ),
    ),
    ...paired(
      periodParts,
      ordered.map(({ step }) => step),
    ),
    ...paired(
      eventParts,
      ordered.flatMap(({ events }) => events),
    ),
  ]);
  for (const line of svg.querySelectorAll('.lineWrapper')) {
    // Beside an event stands its line to the axis, in timelines that run from top to bottom.
    const step = steps.get(line.previousElementSibling ?? line);
    if (step !== undefined) steps.set(line, step);
  }
  return steps;

  function periodsOf(section: string): typeof periods {
    return periods.filter((period) => period.section === section);
  }

  function paired(parts: readonly Element[], numbers: readonly number[]): [Element, number][] {
    return parts.map((part, index) => [part, numbers[index] ?? 0]);
  }
}
