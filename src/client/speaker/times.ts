import { elapsed, isStarted, newClock, spentIn } from './clock.js';
import type { Shown } from './messages.js';
import { part } from './part.js';
import { comparedWithPlan, type Plan, type PlannedPart } from './plan.js';

const minute = 60_000;

/** The clock, the time that has passed, and planned against actual time of each section. */
export function createTimes(view: HTMLElement, plan: Plan): { readonly show: (shown: Shown | undefined) => void } {
  const rows = plan.parts.map((planned) => ({ planned, cells: rowOf(planned, plan) }));
  part(view, '.sections tbody').replaceChildren(...rows.map(({ cells }) => cells.row));
  const buttons = [...view.querySelectorAll<HTMLButtonElement>('.clock button')];
  return { show };

  function show(shown: Shown | undefined): void {
    const now = Date.now();
    const { clock, slide } = shown ?? { clock: newClock, slide: '' };
    const time = new Date(now);
    const passed = elapsed(clock, now);
    const runs = clock.since !== undefined;
    part(view, '.of-day').textContent = `${time.getHours()}:${two(time.getMinutes())}`;
    part(view, '.elapsed b').textContent = clockTime(passed);
    part(view, '.elapsed span').textContent = plan.minutes === undefined ? '' : `of ${inMinutes(plan.minutes)} min`;
    const compared = isStarted(clock) ? comparedWithPlan(plan, slide, passed / minute) : 'starts with your first move';
    const verdict = part(view, '.verdict');
    verdict.textContent = isStarted(clock) && !runs ? 'paused' : compared;
    verdict.classList.toggle('behind', runs && compared.endsWith('behind'));
    for (const button of buttons) {
      const { act } = button.dataset;
      button.hidden = act === 'start' ? runs : act === 'stop' ? !runs : runs || !isStarted(clock);
      if (act === 'start') button.textContent = isStarted(clock) ? 'Go on' : 'Start';
    }
    for (const { planned, cells } of rows) {
      const isCurrent = shown !== undefined && plan.partOf(slide) === planned.number;
      const spent = spentIn(clock, planned.number, now);
      if (isCurrent !== cells.row.hasAttribute('aria-current')) setCurrent(cells.row, isCurrent);
      cells.spent.textContent = spent === 0 && !isCurrent ? '–' : clockTime(spent);
      cells.row.classList.toggle(
        'over',
        planned.minutes !== undefined && spent > planned.minutes * minute + minute / 2,
      );
      cells.row.style.setProperty(
        '--spent',
        String(Math.min(1, spent / ((planned.minutes ?? 0) * minute || spent || 1))),
      );
    }
  }
}

function rowOf({ number, title, minutes }: PlannedPart, { parts }: Plan): { row: HTMLElement; spent: HTMLElement } {
  const row = document.createElement('tr');
  const name = document.createElement('th');
  name.scope = 'row';
  if (number === 0) name.textContent = parts.length === 1 ? 'Whole deck' : 'Opening';
  else {
    const words = document.createElement('span');
    words.lang = document.documentElement.lang;
    words.textContent = title;
    name.append(`${number} `, words);
  }
  const spent = document.createElement('td');
  const planned = document.createElement('td');
  planned.textContent = minutes === undefined ? '–' : inMinutes(minutes);
  row.append(name, spent, planned);
  return { row, spent };
}

/** There may be more sections than there is room for. */
function setCurrent(row: HTMLElement, isCurrent: boolean): void {
  row.toggleAttribute('aria-current', isCurrent);
  if (isCurrent) row.scrollIntoView({ block: 'nearest' });
}

function inMinutes(minutes: number): string {
  return String(Math.round(minutes * 10) / 10);
}

function clockTime(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const hours = Math.floor(seconds / 3600);
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return hours === 0 ? rest.replace(/^0/, '') : `${hours}:${rest}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
