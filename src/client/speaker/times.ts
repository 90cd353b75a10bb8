import { filled } from '../../language/words/filled.js';
import { words } from '../words.js';
import { elapsed, isStarted, newClock, spentIn } from './clock.js';
import { clockTime } from './clock-time.js';
import type { Shown } from './messages.js';
import { part } from './part.js';
import { minutesBehind, type Plan, type PlannedPart } from './plan.js';
import { said } from './words.js';

const minute = 60_000;

/** The clock, the time that has passed, and planned against actual time of each section. */
export function createTimes(view: HTMLElement, plan: Plan): { readonly show: (shown: Shown | undefined) => void } {
  const rows = plan.parts.map((planned) => ({ planned, cells: rowOf(planned, plan) }));
  part(view, '.sections tbody').replaceChildren(...rows.map(({ cells }) => cells.row));
  const buttons = [...view.querySelectorAll<HTMLButtonElement>('[data-act]')];
  return { show };

  function show(shown: Shown | undefined): void {
    const now = performance.now();
    const { clock, slide } = shown ?? { clock: newClock, slide: '' };
    const time = new Date();
    const passed = elapsed(clock, now);
    const runs = clock.since !== undefined;
    part(view, '.of-day').textContent = `${time.getHours()}:${two(time.getMinutes())}`;
    part(view, '.elapsed b').textContent = clockTime(passed);
    part(view, '.elapsed span').textContent =
      plan.minutes === undefined ? '' : filled(said.ofMinutes, { n: inMinutes(plan.minutes) });
    const behind = minutesBehind(plan, slide, passed / minute);
    const verdict = part(view, '.verdict');
    verdict.textContent = runs ? comparison(behind) : isStarted(clock) ? said.paused : said.untilMoved;
    verdict.classList.toggle('behind', runs && behind !== undefined && behind > 0);
    for (const button of buttons) {
      const { act } = button.dataset;
      button.hidden = act === 'start' ? runs : act === 'stop' ? !runs : runs || !isStarted(clock);
      if (act === 'start') button.textContent = isStarted(clock) ? said.goOn : said.start;
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
  if (number === 0) name.textContent = parts.length === 1 ? said.whole : said.opening;
  else {
    const heading = document.createElement('span');
    heading.lang = document.documentElement.lang;
    heading.textContent = title;
    name.append(`${number} `, heading);
  }
  const spent = document.createElement('td');
  const planned = document.createElement('td');
  planned.textContent = minutes === undefined ? '–' : inMinutes(minutes);
  row.append(name, spent, planned);
  return { row, spent };
}

/** Nothing where nothing is planned. */
function comparison(behind: number | undefined): string {
  if (behind === undefined) return '';
  if (behind === 0) return said.onTime;
  return filled(behind > 0 ? said.behind : said.ahead, { n: Math.abs(behind) });
}

/** There may be more sections than there is room for. */
function setCurrent(row: HTMLElement, isCurrent: boolean): void {
  row.toggleAttribute('aria-current', isCurrent);
  if (isCurrent) row.scrollIntoView({ block: 'nearest' });
}

function inMinutes(minutes: number): string {
  return (Math.round(minutes * 10) / 10).toLocaleString(words.lang);
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
