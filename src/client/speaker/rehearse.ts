import { filled } from '../../language/words/filled.js';
import { openModal } from '../open-modal.js';
import { slideList } from '../slide-list.js';
import { clockTime } from './clock-time.js';
import type { Shown } from './messages.js';
import { part } from './part.js';
import type { Plan } from './plan.js';
import { averageOf, createRecorder, type Recorder, type Rehearsal, whatToCut } from './rehearsal.js';
import { said } from './words.js';

const minute = 60_000;
/** So many rehearsals count in the average. */
const mostKept = 10;

/** The mode of the speaker view that notes how long each slide takes. */
export interface Rehearsing {
  readonly show: (shown: Shown) => void;
  /** Begins one; ends the one that runs, and shows what came of it. */
  readonly toggle: () => void;
  readonly isOn: () => boolean;
}

/** `begin` starts the talk's clock anew. */
export function createRehearsal(plan: Plan, begin: () => void): Rehearsing {
  let recorder: Recorder | undefined;
  let began = new Date();
  let last: Shown | undefined;
  return {
    isOn: () => recorder !== undefined,
    show(shown) {
      last = shown;
      recorder?.enter(shown.slide, shown.step.at, shown.clock.since !== undefined, performance.now());
    },
    toggle() {
      if (recorder === undefined) {
        recorder = createRecorder();
        began = new Date();
        if (last !== undefined) recorder.enter(last.slide, last.step.at, true, performance.now());
        begin();
        return;
      }
      const slides = recorder.slides(performance.now());
      recorder = undefined;
      if (slides.length === 0) return;
      const title = document.title.replace(/^.*?: /, '');
      const now: Rehearsal = { pilcrow: 'rehearsal', title, date: began.toISOString(), slides };
      showResult(now, keepRehearsal(now), plan);
    },
  };
}

/** A table of planned, last and average time, by section and slide; what to cut; a button that saves the file. */
function showResult(now: Rehearsal, all: readonly Rehearsal[], plan: Plan): void {
  const { dialog } = openModal(
    'rehearsed',
    said.rehearsal,
    `<h2>${said.rehearsal}</h2><p class="cut"></p><p><button type="button">${said.saveRehearsal}</button></p><div class="times" tabindex="0" role="region" aria-label="${said.rehearsal}"><table><thead><tr><th scope="col">${said.slide}</th><th scope="col">${said.planned}</th><th scope="col">${said.last}</th><th scope="col">${said.average}</th></tr></thead></table></div>`,
  );
  const table = part(dialog, 'table');
  const listed = slideList();
  for (const planned of plan.parts) {
    const ids = listed.filter(({ id }) => plan.partOf(id) === planned.number);
    const body = document.createElement('tbody');
    const name =
      planned.number === 0
        ? plan.parts.length === 1
          ? said.whole
          : said.opening
        : `${planned.number} ${planned.title}`;
    body.append(
      rowOf(
        name,
        planned.minutes,
        sum(ids.map(({ id }) => lastOf(now, id))),
        sum(ids.map(({ id }) => averageOf(all, id))),
      ),
    );
    for (const { id, number, title } of ids) {
      const span = plan.spanOf(id);
      body.append(rowOf(`${number}  ${title}`, span && span[1] - span[0], lastOf(now, id), averageOf(all, id)));
    }
    table.append(body);
  }
  part(dialog, '.cut').textContent = verdictOf(now, plan);
  part(dialog, 'button').addEventListener('click', () => save(now));
}

function verdictOf({ slides }: Rehearsal, plan: Plan): string {
  const total = slides.reduce((whole, { ms }) => whole + ms, 0);
  if (plan.minutes === undefined) return filled(said.took, { time: clockTime(total) });
  const over = total - plan.minutes * minute;
  if (over <= 0) return filled(said.fits, { time: clockTime(total), n: plan.minutes });
  const listed = new Map(slideList().map((slide) => [slide.id, slide]));
  const kept = new Set(
    slides.flatMap(({ id }) => (/^(title|section)$/.test(listed.get(id)?.element.dataset.layout ?? '') ? [id] : [])),
  );
  const cut = whatToCut(slides, plan.minutes * minute, kept).map(({ id, ms }) => {
    const { number = '', title = id } = listed.get(id) ?? {};
    return `${number} ${title} (${clockTime(ms)})`;
  });
  return filled(said.tooLong, { time: clockTime(over), slides: cut.join(', ') });
}

function lastOf({ slides }: Rehearsal, slide: string): number | undefined {
  return slides.find(({ id }) => id === slide)?.ms;
}

/** Undefined where none of them was shown. */
function sum(times: readonly (number | undefined)[]): number | undefined {
  const known = times.filter((time) => time !== undefined);
  return known.length === 0 ? undefined : known.reduce((whole, time) => whole + time, 0);
}

function rowOf(name: string, minutes: number | undefined, ...times: readonly (number | undefined)[]): HTMLElement {
  const row = document.createElement('tr');
  const head = document.createElement('th');
  head.scope = 'row';
  head.textContent = name;
  row.append(head);
  for (const time of [minutes === undefined ? undefined : minutes * minute, ...times]) {
    const cell = document.createElement('td');
    cell.textContent = time === undefined ? '–' : clockTime(time);
    row.append(cell);
  }
  return row;
}

function save(rehearsal: Rehearsal): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(
    new Blob([`${JSON.stringify(rehearsal, undefined, 1)}\n`], { type: 'application/json' }),
  );
  link.download = `rehearsal-${rehearsal.date.slice(0, 10)}.json`;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** Keeps it with those before and gives all. A browser may refuse that for a file: then it is the only one. */
function keepRehearsal(now: Rehearsal): readonly Rehearsal[] {
  const name = `speaker-rehearsals ${location.pathname}`;
  try {
    const before = JSON.parse(localStorage.getItem(name) ?? '[]') as readonly Rehearsal[];
    const all = [...before, now].slice(-mostKept);
    localStorage.setItem(name, JSON.stringify(all));
    return all;
  } catch (error) {
    if (!(error instanceof DOMException || error instanceof SyntaxError)) throw error;
    return [now];
  }
}
